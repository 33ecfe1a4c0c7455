/**
 * A customer as the panel shows it: the answer of a `sidePanel_CustomerInfo` endpoint (docs/contract.md, section 3)
 * after it was read tolerantly. Amounts are plain numbers in `currency` (ISO 4217, may be unknown); dates are
 * `YYYY-MM-DD` when the CRM gave a day and ISO 8601 UTC when it gave a moment.
 */
export type Customer = {
	id?: string;
	name?: string;
	email?: string;
	phone?: string;
	/** The customer's page in the CRM; http(s) only. */
	shopUrl?: string;
	state?: string;
	tags: string[];
	notes?: string;
	address?: string;
	createdAt?: string;
	currency?: string;
	ordersCount?: number;
	totalSpent?: number;
	totalRefunded?: number;
	totalDiscounts?: number;
	orders: Order[];
	abandonedCarts: AbandonedCart[];
	/** Fields the contract does not know, kept and shown. */
	more: ExtraField[];
};

export type Order = {
	name?: string;
	date?: string;
	amount?: number;
	netAmount?: number;
	totalRefunded?: number;
	totalDiscounts?: number;
	state?: string;
	url?: string;
	currency?: string;
	items: LineItem[];
	tracking: Tracking[];
	more: ExtraField[];
};

export type LineItem = {
	name?: string;
	quantity?: number;
	price?: number;
	sku?: string;
	image?: string;
	url?: string;
	more: ExtraField[];
};

export type Tracking = {
	carrier?: string;
	number?: string;
	url?: string;
	status?: string;
	more: ExtraField[];
};

export type AbandonedCart = {
	date?: string;
	amount?: number;
	currency?: string;
	url?: string;
	items: LineItem[];
	more: ExtraField[];
};

/** A field the contract does not name, with the kind the panel renders it by. */
export type ExtraField = { name: string; value: ExtraValue };

export type ExtraValue =
	| { kind: "text"; text: string }
	| { kind: "number"; number: number }
	| { kind: "boolean"; boolean: boolean }
	| { kind: "money"; amount: number; currency?: string }
	| { kind: "date"; date: string }
	| { kind: "link"; url: string }
	| { kind: "list"; values: ExtraValue[] }
	| { kind: "fields"; fields: ExtraField[] };

/** A value of the answer that could not be read: where (`customer.orders[2].date`), what stood there, and why. */
export type ReadingProblem = {
	path: string;
	found: string;
	expected: "number" | "date" | "text" | "link" | "list" | "object" | "boolean";
};

/** A `sidePanel_CustomerInfo` answer as read. `found: false` always has no customers. */
export type CustomerAnswer = {
	found: boolean;
	customers: Customer[];
	/** Fields beside the customers that the contract does not know, kept and shown. */
	more: ExtraField[];
	problems: ReadingProblem[];
};

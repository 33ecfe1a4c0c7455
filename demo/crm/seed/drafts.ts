import type { CustomerRow, OrderState } from "./rows";

/** A product and how many of it. */
export type ItemDraft = { sku: string; quantity: number };

export type OrderDraft = {
	/** At least 1, so that no order lies in the future whatever the time of day. */
	daysAgo: number;
	state: OrderState;
	items: readonly ItemDraft[];
	paymentMethod: string;
	discountPercent?: number;
	/** The index of the one item that was refunded. An order in state `refunded` was refunded as a whole. */
	refundedItem?: number;
	/** Without a number, one is made from the order's. */
	shipment?: { carrier: string; status: string; number?: string };
};

export type CartDraft = { daysAgo: number; items: readonly ItemDraft[] };

type Details = Pick<
	CustomerRow,
	| "name"
	| "email"
	| "state"
	| "currency"
	| "tags"
	| "notes"
	| "address"
	| "birthday"
	| "account_manager"
	| "instagram"
	| "last_campaigns"
	| "preferred_store_id"
>;

/** A customer before ids, dates and amounts are known. The first phone is the primary one. */
export type CustomerDraft = {
	details: Details;
	phones: readonly [string, ...string[]];
	/** How many days before the first order (or before today) the customer was created. */
	daysBeforeFirstOrder: number;
	orders: OrderDraft[];
	carts: CartDraft[];
};

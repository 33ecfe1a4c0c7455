/** What the endpoints answer (contract, sections 2 and 3). A field without a value is left out. */

export type ItemAnswer = {
	name: string;
	quantity: number;
	price: number;
	sku: string;
	image: string;
	url: string;
};

export type TrackingAnswer = { carrier: string; number: string; url: string; status: string };

export type OrderAnswer = {
	name: string;
	date: string;
	amount: number;
	/** What the shop keeps: the amount less what was refunded, nothing for a cancelled order. */
	netAmount: number;
	totalRefunded: number;
	totalDiscounts: number;
	state: string;
	url: string;
	currency: string;
	items: ItemAnswer[];
	tracking: TrackingAnswer[];
	/** Not in the contract, shown all the same. */
	paymentMethod: string;
};

export type CartAnswer = { date: string; amount: number; currency: string; url: string; items: ItemAnswer[] };

export type CustomerAnswer = {
	id: string;
	name: string;
	email: string;
	phone: string;
	shopUrl: string;
	state: string;
	currency: string;
	tags: string[];
	notes?: string;
	address?: string;
	createdAt: string;
	ordersCount: number;
	/** Over orders that are neither pending nor cancelled; refunds are not taken off. */
	totalSpent: number;
	totalRefunded: number;
	totalDiscounts: number;
	orders: OrderAnswer[];
	abandonedCarts: CartAnswer[];
	/** Not in the contract, shown all the same. */
	loyaltyPoints: number;
	birthday?: string;
	accountManager?: string;
	instagram?: string;
	preferredStore?: { name: string; city: string };
	lastCampaigns?: string[];
	otherPhones?: string[];
};

export type FoundCustomer = {
	id: string;
	name: string;
	email: string;
	phone: string;
	state: string;
	currency: string;
	ordersCount: number;
	shopUrl: string;
};

export type ProductAnswer = {
	id: string;
	name: string;
	price: number;
	currency: string;
	stock: number;
	sku: string;
	url: string;
	image: string;
	category: string;
	variants: { name: string; sku: string; price: number; stock: number }[];
};

export type SearchResult = {
	type: "customer" | "order" | "product";
	title: string;
	subtitle: string;
	url: string;
	id: string;
};

/** What `check_order_status` is told. */
export type OrderStatusAnswer = {
	order_id: string;
	placed: string;
	state: string;
	amount: number;
	currency: string;
	/** Such as "2 × Linen tablecloth". */
	items: string[];
	shipping: { carrier: string; number: string; status: string }[];
	/** What the shop wrote on it, oldest first. */
	notes: string[];
};

/** What `add_order_note` is told; `notes` is how many the order has by then. */
export type OrderNoteAnswer = { order_id: string; saved: true; notes: number };

/** The rows of each table, with the columns' own names, so that they can be inserted as they are (see insert.ts). */

export type CustomerState = "vip" | "active" | "new" | "blocked";
export type OrderState = "pending" | "paid" | "shipped" | "delivered" | "cancelled" | "refunded";

export type StoreRow = { id: number; name: string; city: string };

export type ProductRow = {
	id: number;
	sku: string;
	name: string;
	category: string;
	price: number;
	currency: string;
	stock: number;
	search_text: string;
};

export type ProductVariantRow = {
	sku: string;
	product_id: number;
	position: number;
	name: string;
	stock: number;
};

export type CustomerRow = {
	id: number;
	name: string;
	email: string;
	state: CustomerState;
	currency: string;
	tags: string[];
	notes: string | null;
	address: string | null;
	created_at: string;
	loyalty_points: number;
	birthday: string | null;
	account_manager: string | null;
	instagram: string | null;
	last_campaigns: string[];
	preferred_store_id: number | null;
	search_text: string;
};

export type CustomerPhoneRow = { customer_id: number; phone: string; is_primary: boolean };

export type OrderRow = {
	id: number;
	name: string;
	customer_id: number;
	placed_at: string;
	state: OrderState;
	currency: string;
	amount: number;
	discount: number;
	refunded: number;
	payment_method: string;
};

type ItemRow = { line: number; product_id: number; quantity: number; price: number };
export type OrderItemRow = ItemRow & { order_id: number };
export type CartItemRow = ItemRow & { cart_id: number };

export type ShipmentRow = { number: string; order_id: number; carrier: string; status: string };
export type CartRow = { id: number; customer_id: number; abandoned_at: string };

/** One list a table, in an order in which every row comes after those it refers to. */
export type SeedRows = {
	stores: StoreRow[];
	products: ProductRow[];
	product_variants: ProductVariantRow[];
	customers: CustomerRow[];
	customer_phones: CustomerPhoneRow[];
	orders: OrderRow[];
	order_items: OrderItemRow[];
	shipments: ShipmentRow[];
	carts: CartRow[];
	cart_items: CartItemRow[];
};

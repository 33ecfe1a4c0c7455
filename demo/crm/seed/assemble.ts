import { toSearchText } from "../search-text";
import { euroRates } from "./countries";
import type { CustomerDraft, ItemDraft, OrderDraft } from "./drafts";
import type { CustomerRow, ProductRow, SeedRows } from "./rows";

const dayInMs = 86_400_000;
const firstCustomerId = 1001;
const firstOrderNumber = 10001;

type Catalogue = Pick<SeedRows, "stores" | "products" | "product_variants">;
type PricedItem = { line: number; product_id: number; quantity: number; price: number };

/** Gives the drafts their ids, dates and amounts. Orders are numbered by date, as a shop's are. */
export function assemble(catalogue: Catalogue, drafts: readonly CustomerDraft[], now: Date): SeedRows {
	const rows: SeedRows = {
		...catalogue,
		customers: [],
		customer_phones: [],
		orders: [],
		order_items: [],
		shipments: [],
		carts: [],
		cart_items: [],
	};
	const products = new Map(catalogue.products.map((product) => [product.sku, product]));
	const midnight = Math.floor(now.getTime() / dayInMs) * dayInMs;
	/** A moment of a past day. `salt` spreads the times over opening hours. */
	const momentOf = (daysAgo: number, salt: number) =>
		new Date(midnight - daysAgo * dayInMs + (8 * 60 + ((salt * 37) % 720)) * 60_000).toISOString();

	const pending: { customer: CustomerRow; draft: OrderDraft; placed_at: string }[] = [];
	for (const [index, draft] of drafts.entries()) {
		const id = firstCustomerId + index;
		const oldest = Math.max(0, ...draft.orders.map((order) => order.daysAgo));
		const customer: CustomerRow = {
			id,
			...draft.details,
			created_at: momentOf(oldest + draft.daysBeforeFirstOrder + 1, index),
			loyalty_points: 0,
			search_text: toSearchText(`${draft.details.name} ${draft.details.email}`),
		};
		rows.customers.push(customer);
		for (const [position, phone] of draft.phones.entries()) {
			rows.customer_phones.push({ customer_id: id, phone, is_primary: position === 0 });
		}
		for (const [position, order] of draft.orders.entries()) {
			pending.push({ customer, draft: order, placed_at: momentOf(order.daysAgo, index * 7 + position) });
		}
		for (const cart of draft.carts) {
			const cartId = rows.carts.length + 1;
			rows.carts.push({ id: cartId, customer_id: id, abandoned_at: momentOf(cart.daysAgo, index) });
			const priced = priceItems(cart.items, customer.currency, products);
			rows.cart_items.push(...priced.map((item) => ({ cart_id: cartId, ...item })));
		}
	}
	pending.sort((a, b) => a.placed_at.localeCompare(b.placed_at) || a.customer.id - b.customer.id);
	for (const [index, { customer, draft, placed_at }] of pending.entries()) {
		addOrder(rows, firstOrderNumber + index, customer, draft, placed_at, products);
	}
	return rows;
}

function addOrder(
	rows: SeedRows,
	id: number,
	customer: CustomerRow,
	draft: OrderDraft,
	placed_at: string,
	products: Map<string, ProductRow>,
): void {
	const items = priceItems(draft.items, customer.currency, products);
	const sum = items.reduce((total, item) => total + item.price * item.quantity, 0);
	const discount = toCents(sum * ((draft.discountPercent ?? 0) / 100));
	const amount = toCents(sum - discount);
	const refunded = refundOf(draft, items, amount);
	rows.orders.push({
		id,
		name: `CS-${id}`,
		customer_id: customer.id,
		placed_at,
		state: draft.state,
		currency: customer.currency,
		amount,
		discount,
		refunded,
		payment_method: draft.paymentMethod,
	});
	rows.order_items.push(...items.map((item) => ({ order_id: id, ...item })));
	if (draft.shipment) {
		const { carrier, status, number = `TRK${id}0${(id * 7919) % 9973}` } = draft.shipment;
		rows.shipments.push({ number, order_id: id, carrier, status });
	}
	// One point for every euro kept.
	if (draft.state !== "cancelled" && draft.state !== "pending") {
		customer.loyalty_points += Math.floor((amount - refunded) / rateOf(customer.currency));
	}
}

function refundOf(draft: OrderDraft, items: readonly PricedItem[], amount: number): number {
	if (draft.state === "refunded") return amount;
	const item = draft.refundedItem === undefined ? undefined : items[draft.refundedItem];
	if (!item) return 0;
	const paidShare = 1 - (draft.discountPercent ?? 0) / 100;
	return Math.min(amount, toCents(item.price * item.quantity * paidShare));
}

function priceItems(
	items: readonly ItemDraft[],
	currency: string,
	products: Map<string, ProductRow>,
): PricedItem[] {
	return items.map(({ sku, quantity }, index) => {
		const product = products.get(sku);
		if (!product) throw new Error(`The catalogue has no product ${sku}`);
		return {
			line: index + 1,
			product_id: product.id,
			quantity,
			price: toCents(product.price * rateOf(currency)),
		};
	});
}

function rateOf(currency: string): number {
	const rate = euroRates[currency];
	if (rate === undefined) throw new Error(`No rate for ${currency}`);
	return rate;
}

function toCents(amount: number): number {
	return Math.round(amount * 100) / 100;
}

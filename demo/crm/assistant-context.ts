import type { CustomerAnswer } from "./answers";

const recentOrders = 5;

/**
 * What a model needs to know before it writes to this customer: facts in few words, the newest orders only, and no
 * link or internal id that it could pass on by mistake.
 */
export function toAssistantContext(customer: CustomerAnswer): Record<string, unknown> {
	const { currency } = customer;
	const list = (items: { name: string; quantity: number }[]) =>
		items.map((item) => `${item.quantity} × ${item.name}`).join("; ");
	return {
		name: customer.name,
		state: customer.state,
		currency,
		customerSince: customer.createdAt.slice(0, 10),
		tags: customer.tags,
		notes: customer.notes,
		ordersCount: customer.ordersCount,
		totalSpent: customer.totalSpent,
		totalRefunded: customer.totalRefunded,
		accountManager: customer.accountManager,
		recentOrders: customer.orders.slice(0, recentOrders).map((order) => ({
			name: order.name,
			date: order.date.slice(0, 10),
			state: order.state,
			amount: order.amount,
			totalRefunded: order.totalRefunded || undefined,
			items: list(order.items),
			shipping: order.tracking.map((parcel) => `${parcel.carrier} ${parcel.number}: ${parcel.status}`),
		})),
		abandonedCarts: customer.abandonedCarts.map((cart) => ({
			date: cart.date.slice(0, 10),
			amount: cart.amount,
			items: list(cart.items),
		})),
	};
}

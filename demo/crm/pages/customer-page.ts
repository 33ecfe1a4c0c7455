import { html } from "hono/html";
import type { CustomerAnswer } from "../answers";
import { itemsTable } from "./items-table";
import { day, facts, type Markup, money, page } from "./layout";

export function customerPage(customer: CustomerAnswer): Markup {
	const { currency } = customer;
	return page(
		customer.name,
		html`${facts([
			["State", customer.state],
			["Phone", [customer.phone, ...(customer.otherPhones ?? [])].join(", ")],
			["Email", customer.email],
			["Address", customer.address],
			["Customer since", day(customer.createdAt)],
			["Orders", customer.ordersCount],
			["Spent", money(customer.totalSpent, currency)],
			["Refunded", money(customer.totalRefunded, currency)],
			["Discounts", money(customer.totalDiscounts, currency)],
			["Tags", customer.tags.join(", ")],
			["Notes", customer.notes],
			["Loyalty points", customer.loyaltyPoints],
			["Birthday", customer.birthday],
			["Account manager", customer.accountManager],
			["Preferred store", customer.preferredStore?.name],
			["Campaigns", customer.lastCampaigns?.join(", ")],
		])}
		${customer.abandonedCarts.map(
			(cart) => html`<section id="${cart.url.split("#")[1]}">
				<h2>Abandoned cart, ${day(cart.date)}, ${money(cart.amount, cart.currency)}</h2>
				${itemsTable(cart.items, cart.currency)}
			</section>`,
		)}
		<h2>Orders</h2>
		<table>
			<thead>
				<tr><th>Order</th><th>Date</th><th>State</th><th class="number">Amount</th></tr>
			</thead>
			<tbody>${customer.orders.map(
				(order) => html`<tr>
					<td><a href="${order.url}">${order.name}</a></td>
					<td>${day(order.date)}</td>
					<td>${order.state}</td>
					<td class="number">${money(order.amount, order.currency)}</td>
				</tr>`,
			)}</tbody>
		</table>`,
	);
}

import { html } from "hono/html";
import type { OrderAnswer } from "../answers";
import { itemsTable } from "./items-table";
import { day, facts, type Markup, money, page } from "./layout";

export function orderPage(
	order: OrderAnswer,
	customerUrl: string,
	customerName: string,
	notes: readonly string[],
): Markup {
	const { currency } = order;
	return page(
		`Order ${order.name}`,
		html`${facts([
			["Customer", html`<a href="${customerUrl}">${customerName}</a>`],
			["Date", day(order.date)],
			["State", order.state],
			["Amount", money(order.amount, currency)],
			["Discount", order.totalDiscounts > 0 ? money(order.totalDiscounts, currency) : undefined],
			["Refunded", order.totalRefunded > 0 ? money(order.totalRefunded, currency) : undefined],
			["Paid by", order.paymentMethod],
		])}
		<h2>Items</h2>
		${itemsTable(order.items, currency)}
		<h2>Shipping</h2>
		${
			order.tracking.length === 0
				? html`<p class="quiet">Nothing was sent yet.</p>`
				: html`<table>
					<thead>
						<tr><th>Carrier</th><th>Number</th><th>Status</th></tr>
					</thead>
					<tbody>${order.tracking.map(
						(parcel) => html`<tr id="${parcel.number}">
							<td>${parcel.carrier}</td><td>${parcel.number}</td><td>${parcel.status}</td>
						</tr>`,
					)}</tbody>
				</table>`
		}
		<h2>Notes</h2>
		${
			notes.length === 0
				? html`<p class="quiet">None.</p>`
				: html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>`
		}`,
	);
}

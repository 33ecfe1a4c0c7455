import { html } from "hono/html";
import type { ItemAnswer } from "../answers";
import { type Markup, money } from "./layout";

/** The lines of an order or a cart. */
export function itemsTable(items: readonly ItemAnswer[], currency: string): Markup {
	return html`<table>
		<thead>
			<tr><th>Product</th><th>SKU</th><th class="number">Quantity</th><th class="number">Price</th></tr>
		</thead>
		<tbody>${items.map(
			(item) => html`<tr>
				<td><img src="${item.image}" alt="" width="32" height="32"> <a href="${item.url}">${item.name}</a></td>
				<td>${item.sku}</td>
				<td class="number">${item.quantity}</td>
				<td class="number">${money(item.price, currency)}</td>
			</tr>`,
		)}</tbody>
	</table>`;
}

import { html } from "hono/html";
import type { ProductAnswer } from "../answers";
import { facts, type Markup, money, page } from "./layout";

export function productPage(product: ProductAnswer): Markup {
	return page(
		product.name,
		html`<p><img src="${product.image}" alt="" width="160" height="160"></p>
		${facts([
			["SKU", product.sku],
			["Category", product.category],
			["Price", money(product.price, product.currency)],
			["In stock", product.stock],
			["Sizes", product.variants.map((variant) => `${variant.name} (${variant.stock})`).join(", ")],
		])}`,
	);
}

import { describe, expect, it } from "vitest";
import { productText } from "@/lib/crm/product-text";
import type { Product, ProductVariant } from "@/lib/crm/read-products-answer";

const product = (fields: Partial<Product>): Product => ({ variants: [], more: [], ...fields });
const variant = (fields: Partial<ProductVariant>): ProductVariant => ({ more: [], ...fields });
const english = { locale: "en-US" };

describe("the text of a product", () => {
	it("has name, price and link, a line each", () => {
		const tea = product({ name: "Green tea", price: 1234.5, currency: "EUR", url: "https://shop.example/t" });
		expect(productText(tea, undefined, english)).toBe("Green tea\n€1,234.50\nhttps://shop.example/t");
		expect(productText(tea, undefined, { locale: "es-ES" })).toBe(
			"Green tea\n1234,50 €\nhttps://shop.example/t",
		);
		expect(productText(tea, undefined, { locale: "pt-BR" })).toBe(
			"Green tea\n€ 1.234,50\nhttps://shop.example/t",
		);
	});

	it("tells dollars apart, which the customer may not count in", () => {
		const tea = product({ name: "Tea", price: 10, currency: "USD" });
		expect(productText(tea, undefined, { locale: "es-MX" })).toBe("Tea\nUSD 10.00");
		expect(productText(product({ ...tea, currency: "MXN" }), undefined, english)).toBe("Tea\nMX$10.00");
	});

	it("has a variant's name and price, or the product's price where it has none", () => {
		const tea = product({ name: "Tea", price: 10, currency: "EUR" });
		expect(productText(tea, variant({ name: "500 g", price: 22 }), english)).toBe("Tea – 500 g\n€22.00");
		expect(productText(tea, variant({ sku: "T-500" }), english)).toBe("Tea – T-500\n€10.00");
		expect(productText(tea, variant({}), english)).toBe("Tea\n€10.00");
	});

	it("says what is in stock only when asked to", () => {
		const tea = product({ name: "Tea", stock: 3 });
		expect(productText(tea, undefined, english)).toBe("Tea");
		expect(productText(tea, undefined, { ...english, stock: "3 in stock" })).toBe("Tea\n3 in stock");
	});

	it.each([
		["the SKU for a missing name", product({ sku: "T-1" }), "T-1"],
		["never the CRM's own id", product({ id: "8801" }), ""],
		["a free product's price", product({ name: "Sample", price: 0, currency: "EUR" }), "Sample\n€0.00"],
		["a price without a currency", product({ name: "Tea", price: 9.5 }), "Tea\n9.5"],
		[
			"a currency that is no code",
			product({ name: "Tea", price: 9.5, currency: "points" }),
			"Tea\n9.5 points",
		],
		["a name in one line", product({ name: "Green\n\ttea\u00a0 \u0000bio" }), "Green tea bio"],
		["a name as it is, markup and all", product({ name: "*Tea* _x_ <b>" }), "*Tea* _x_ <b>"],
	])("has %s", (_case, given, text) => {
		expect(productText(given, undefined, english)).toBe(text);
	});
});

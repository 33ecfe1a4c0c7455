import { describe, expect, it } from "vitest";
import {
	offeredFunctions,
	productSearch,
	productsAsAnswer,
	readProductQuery,
} from "@/lib/assistant/product-search";

describe("the product search", () => {
	it("is offered where the CRM has one", () => {
		expect(offeredFunctions([], { products: true })).toEqual([productSearch]);
		expect(offeredFunctions([], { products: false })).toEqual([]);
	});

	it("leaves its name to a function of the user's own", () => {
		const own = { ...productSearch, description: "Mine." };
		expect(offeredFunctions([own], { products: true })).toEqual([own]);
	});

	it("takes a query", () => {
		expect(readProductQuery('{"query":" linen "}')).toEqual({ ok: true, value: "linen" });
	});

	it.each([
		["no JSON", "linen", "arguments-not-json"],
		["nothing", "", "arguments-not-json"],
		["a list", '["linen"]', "arguments-invalid"],
		["no query", "{}", "arguments-invalid"],
		["an empty query", '{"query":" "}', "arguments-invalid"],
		["a number", '{"query":7}', "arguments-invalid"],
		["a very long query", JSON.stringify({ query: "x".repeat(500) }), "arguments-invalid"],
		["a megabyte", JSON.stringify({ query: "x".repeat(1_000_000) }), "arguments-too-long"],
	])("refuses %s", (_what, text, reason) => {
		expect(readProductQuery(text)).toMatchObject({ ok: false, failure: { reason } });
	});

	it("tells the first of what was found, and how many there are", () => {
		const product = { name: "Linen", price: 49.9, currency: "EUR", stock: 3, variants: [], more: [] };
		const text = productsAsAnswer({ products: Array(25).fill(product), total: 240, problems: [] });
		const told = JSON.parse(text);
		expect(told.found).toBe(240);
		expect(told.products).toHaveLength(10);
		expect(told.products[0]).toEqual({ name: "Linen", price: 49.9, currency: "EUR", stock: 3 });
	});
});

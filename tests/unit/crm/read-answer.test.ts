import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { readAnswer } from "@/lib/crm/read-answer";

const products = (json: unknown) => {
	const read = readAnswer("search_Products", json);
	if (!read.ok || read.value.kind !== "products") throw new Error("No products.");
	return read.value;
};

describe("products", () => {
	it("are read with their variants, numbers as text and unknown fields", () => {
		const answer = products({
			products: [
				{
					id: 7,
					name: "Green tea",
					price: "12,50",
					currency: "EUR",
					stock: "3",
					sku: "T-1",
					url: "https://shop.example/t",
					image: "https://shop.example/t.jpg",
					variants: [{ name: "500 g", price: 22, stock: 0, sku: "T-1-500" }],
					rating: 4.5,
				},
			],
		});
		expect(answer).toEqual({
			kind: "products",
			products: [
				{
					id: "7",
					name: "Green tea",
					price: 12.5,
					currency: "EUR",
					stock: 3,
					sku: "T-1",
					url: "https://shop.example/t",
					image: "https://shop.example/t.jpg",
					variants: [{ name: "500 g", price: 22, stock: 0, sku: "T-1-500", more: [] }],
					more: [{ name: "rating", value: { kind: "number", number: 4.5 } }],
				},
			],
			problems: [],
		});
	});

	it.each([
		["one product where a list is meant", { products: { name: "Tea" } }],
		["a list as the whole answer", [{ name: "Tea" }]],
	])("may be %s", (_case, json) => {
		expect(products(json).products).toMatchObject([{ name: "Tea" }]);
	});

	it("name each field that could not be read, and keep it", () => {
		const { products: list, problems } = products({
			products: [{ name: "Tea", price: "ask us", image: "javascript:alert(1)" }, 3],
		});
		expect(problems).toEqual([
			{ path: "answer.products[0].price", found: "ask us", expected: "number" },
			{ path: "answer.products[0].image", found: "javascript:alert(1)", expected: "link" },
			{ path: "answer.products[1]", found: "3", expected: "object" },
		]);
		expect(list[0]?.more.map(({ name }) => name)).toEqual(["price", "image"]);
	});
});

describe("results", () => {
	it("are read with their type, title, subtitle and link", () => {
		const result = { type: "order", title: "CS-1", subtitle: "Paid", url: "https://crm.example/1", id: "1" };
		expect(readAnswer("globalSearch", { results: [{ ...result, total: 3 }] })).toEqual({
			ok: true,
			value: {
				kind: "results",
				results: [{ ...result, more: [{ name: "total", value: { kind: "money", amount: 3 } }] }],
				problems: [],
			},
		});
	});
});

describe("an answer", () => {
	it.each([
		["sidePanel_CustomerFindToJoin", { customers: [] }, { kind: "customers", found: false }],
		["sidePanel_CustomerFindToJoin", { customers: [{ name: "Ana" }] }, { kind: "customers", found: true }],
		["ai_CustomerInitialInfo", { loves: "tea" }, { kind: "context", context: { loves: "tea" } }],
		["ai_CustomerInitialInfo", "Loves tea.", { kind: "context", context: "Loves tea." }],
	] as const)("of %s may be %j", (type, json, value) => {
		expect(readAnswer(type, json)).toMatchObject({ ok: true, value });
	});

	it.each([
		["sidePanel_CustomerInfo", {}, "found-missing"],
		["sidePanel_CustomerFindToJoin", { found: true }, "customers-missing"],
		["search_Products", {}, "products-missing"],
		["search_Products", "tea", "not-an-object"],
		["globalSearch", { results: "none" }, "results-missing"],
		["globalSearch", null, "not-an-object"],
		["ai_CustomerInitialInfo", 3, "not-an-object"],
	] as const)("of %s may not be %j", (type, json, failure) => {
		expect(readAnswer(type, json)).toEqual({ ok: false, failure });
	});

	it("is read without an error, whatever it is", () => {
		fc.assert(
			fc.property(fc.constantFrom(...endpointTypes), fc.jsonValue(), (type, json) => {
				for (const shape of [json, { products: json, results: json, customers: json, found: true }])
					expect(typeof readAnswer(type, shape).ok).toBe("boolean");
			}),
			{ numRuns: 300 },
		);
	});
});

import { describe, expect, it } from "vitest";
import { type CrmUnderTest, createClient } from "./client";

export function testParameters(world: CrmUnderTest): void {
	const { get, post, count } = createClient(world);

	describe("hostile and odd parameters", () => {
		it.each(["'; DROP TABLE customers; --", "%", "_", "\\", "$1", "') OR ('1'='1", 'Robert"); --'])(
			"treats the query %j as text",
			async (query) => {
				expect((await get("/find-customer", { query })).body).toEqual({ found: false, customers: [] });
				expect((await get("/products", { query })).body).toEqual({ products: [] });
				expect((await get("/search", { query })).body).toEqual({ results: [] });
				expect(await count("customers")).toBe(200);
			},
		);

		it.each([
			["query", { query: "x".repeat(201) }],
			["query", { query: "a\0b" }],
			["query", { query: ["a", "b"] }],
			["limit", { query: "a", limit: 0 }],
			["limit", { query: "a", limit: 101 }],
			["limit", { query: "a", limit: "many" }],
			["limit", { query: "a", limit: "1.5" }],
		])("refuses a bad %s with 400 (%j)", async (name, parameters) => {
			for (const path of ["/find-customer", "/products", "/search"]) {
				const { status, body } = await get(path, parameters);
				expect([status, body.error]).toEqual([400, expect.stringContaining(name)]);
			}
		});

		it("refuses a POST whose values have other types", async () => {
			expect((await post("/customer-info", { phone: 34612345678 })).status).toBe(400);
			expect((await post("/products", { query: { $ne: null } })).status).toBe(400);
			expect((await post("/products", { query: "a", limit: [5] })).status).toBe(400);
			expect((await post("/customer-info", { customer_id: [1001] })).status).toBe(400);
		});

		it("answers an unknown path with 404", async () => {
			expect((await get("/customers.json")).status).toBe(404);
		});
	});
}

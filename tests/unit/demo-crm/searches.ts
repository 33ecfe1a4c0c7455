import { describe, expect, it } from "vitest";
import { cast } from "../../../demo/cast";
import { baseUrl, type CrmUnderTest, createClient } from "./client";

export function testSearches(world: CrmUnderTest): void {
	const { get } = createClient(world);

	describe("find-customer", () => {
		const names = (body: { customers: { name: string }[] }) =>
			body.customers.map((customer) => customer.name);

		it.each([
			["INES carvalho", "Inês Carvalho"],
			["carvalho inês", "Inês Carvalho"],
			["lucia.fernandez@", "Lucía Fernández"],
			["+34 612 345", "Lucía Fernández"],
		])("finds %j without regard to accents, case and order", async (query, name) => {
			const { body } = await get("/find-customer", { query });
			expect(body.found).toBe(true);
			expect(names(body)).toContain(name);
		});

		it("puts the owner of the conversation's number first", async () => {
			const { body } = await get("/find-customer", { query: "ana lopez", phone: cast.otherAna.phone });
			expect(body.customers.slice(0, 2)).toMatchObject([
				{ phone: cast.otherAna.phone },
				{ phone: cast.ana.phone },
			]);
		});

		it("searches the number when nothing was typed", async () => {
			for (const parameters of [{ phone: cast.ortega.phone }, { query: " ", phone: cast.ortega.phone }]) {
				expect(names((await get("/find-customer", parameters)).body)).toEqual([
					"Carmen Ortega",
					"Luis Ortega",
				]);
			}
		});

		it("answers found false and an empty list when nobody fits", async () => {
			const { status, body } = await get("/find-customer", { query: "nobody is called this" });
			expect([status, body]).toEqual([200, { found: false, customers: [] }]);
		});

		it("keeps to the limit", async () => {
			expect((await get("/find-customer", { query: "example", limit: 7 })).body.customers).toHaveLength(7);
			expect((await get("/find-customer", { query: "example" })).body.customers).toHaveLength(20);
		});
	});

	describe("products", () => {
		it("finds by every word, with variants in the order of sizes", async () => {
			const { body } = await get("/products", { query: "anil linen shirt" });
			expect(body.products).toHaveLength(1);
			expect(body.products[0]).toMatchObject({
				name: "Linen shirt, Añil",
				sku: "SHT-ANI",
				price: 54,
				currency: "EUR",
				url: `${baseUrl}/products/SHT-ANI`,
			});
			const sizes = body.products[0].variants.map((variant: { name: string }) => variant.name);
			expect(sizes).toEqual(["S", "M", "L", "XL"]);
		});

		it("answers an empty list when nothing fits", async () => {
			expect(await get("/products", { query: "submarine" })).toEqual({ status: 200, body: { products: [] } });
		});
	});

	describe("search", () => {
		const types = (body: { results: { type: string }[] }) => body.results.map((result) => result.type);

		it("finds customers and their orders", async () => {
			const { body } = await get("/search", { query: "ortega" });
			expect(types(body)).toEqual(["customer", "customer", "order", "order", "order"]);
			expect(body.results[0]).toEqual({
				type: "customer",
				title: "Carmen Ortega",
				subtitle: `carmen.ortega@example.com · ${cast.ortega.phone}`,
				url: `${baseUrl}/customers/1006`,
				id: "1006",
			});
		});

		it("finds an order by its name and by a tracking number, and products", async () => {
			const byParcel = (await get("/search", { query: "cx7740018823es" })).body.results;
			expect(byParcel).toHaveLength(1);
			const byName = (await get("/search", { query: byParcel[0].title.toLowerCase() })).body.results;
			expect(byName).toEqual(byParcel);
			expect(types((await get("/search", { query: "espadrilles" })).body)).toEqual(Array(5).fill("product"));
		});

		it("shares the limit among the kinds", async () => {
			const { body } = await get("/search", { query: "", limit: 9 });
			expect(types(body)).toEqual([
				...Array(3).fill("customer"),
				...Array(3).fill("order"),
				...Array(3).fill("product"),
			]);
		});

		it("answers an empty list when nothing fits", async () => {
			expect((await get("/search", { query: "zzzz" })).body).toEqual({ results: [] });
		});
	});
}

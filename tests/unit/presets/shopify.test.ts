import { describe, expect, it } from "vitest";
import { shopify } from "@/lib/crm/presets/shopify";
import fixture from "@/tests/fixtures/presets/shopify.json";
import { call, endpointOf, more, readCustomer, readCustomers, readThrough } from "./preset-run";

const values = { shop: "my-shop", token: "shpat_1" };
const info = endpointOf(shopify, "sidePanel_CustomerInfo", values);

describe("the customer of Shopify", () => {
	it("comes with orders, what is in them and where the parcels are", async () => {
		const customer = await readCustomer(info, [fixture.customers]);
		expect(customer).toMatchObject({
			id: "7001",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34612345678",
			state: "enabled",
			tags: ["wholesale", "vip"],
			notes: "Prefers mornings",
			address: "Calle Mayor 4, 28013 Madrid, Spain",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://admin.shopify.com/store/my-shop/customers/7001",
			currency: "EUR",
			ordersCount: 14,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{
				name: "#1014",
				date: "2026-10-01T10:00:00.000Z",
				amount: 160.6,
				currency: "EUR",
				totalRefunded: 10,
				state: "partially refunded",
				url: "https://admin.shopify.com/store/my-shop/orders/8001",
				items: [
					{
						name: "Lamp",
						quantity: 2,
						price: 85.3,
						sku: "L-1",
						image: "https://cdn.shopify.com/lamp.jpg",
					},
				],
				tracking: [
					{
						carrier: "Correos Express",
						number: "CX7740018823ES",
						url: "https://track.example.com/CX7740018823ES",
						status: "in transit",
					},
				],
			},
			{ name: "#1013", state: "cancelled", items: [], tracking: [] },
		]);
		expect(customer.orders[0] && more(customer.orders[0])).toEqual({ fulfillment: "fulfilled" });
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal])).toMatchObject({
			id: "7",
			email: undefined,
			phone: "+34612345678",
			address: undefined,
			ordersCount: 0,
			totalSpent: 0,
			orders: [],
		});
	});

	it("is nobody when no customer has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});

	it("is not taken for nobody when Shopify refuses to tell, with status 200", async () => {
		const { result } = await call(info, [fixture.refused]);
		expect(result).toMatchObject({
			failure: {
				reason: "mapping",
				fault: { problem: "error", detail: "Access denied for customers field." },
			},
		});
	});
});

it("finds customers of Shopify to link", async () => {
	const find = endpointOf(shopify, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.customers])).toMatchObject({ id: "7001", name: "Ana Robledo" });
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

it("finds products of Shopify, with variants where there are several", async () => {
	const search = endpointOf(shopify, "search_Products", values);
	expect(await readThrough(search, [fixture.products])).toMatchObject({
		products: [
			{
				id: "12",
				name: "Lamp",
				price: 19.9,
				currency: "EUR",
				stock: 9,
				url: "https://my-shop.example.com/products/lamp",
				image: "https://cdn.shopify.com/lamp.jpg",
				variants: [
					{ name: "Warm", price: 19.9, stock: 4, sku: "L-1" },
					{ name: "Cold", sku: "L-2" },
				],
			},
			{ name: "Bulb", url: "https://admin.shopify.com/store/my-shop/products/13", variants: [] },
		],
		problems: [],
	});
});

import { describe, expect, it } from "vitest";
import { woocommerce } from "@/lib/crm/presets/woocommerce";
import fixture from "@/tests/fixtures/presets/woocommerce.json";
import { endpointOf, readCustomer, readCustomers, readThrough, refused } from "./preset-run";

const values = {
	shop: "https://example.com/shop/",
	consumer_key: "ck_1",
	consumer_secret: "cs_1",
};
const info = endpointOf(woocommerce, "sidePanel_CustomerInfo", values);

describe("the customer of WooCommerce", () => {
	it("is who the newest order of that number says, with all orders of that number", async () => {
		const customer = await readCustomer(info, [fixture.orders]);
		expect(customer).toMatchObject({
			id: "26",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "612345678",
			notes: "Ring twice",
			address: "Calle Mayor 4, 28013, Madrid, ES",
			shopUrl: "https://example.com/shop/wp-admin/user-edit.php?user_id=26",
			currency: "EUR",
			ordersCount: 1,
			totalSpent: 160.6,
		});
		expect(customer.orders).toMatchObject([
			{
				name: "#732",
				date: "2026-10-01T10:00:00.000Z",
				amount: 160.6,
				currency: "EUR",
				state: "processing",
				totalRefunded: 10,
				totalDiscounts: 5,
				url: "https://example.com/shop/wp-admin/post.php?post=732&action=edit",
				items: [
					{
						name: "Lamp",
						quantity: 2,
						price: 82.8,
						sku: "L-1",
						image: "https://shop.example.com/lamp.jpg",
					},
				],
				tracking: [{ carrier: "Correos Express", number: "CX7740018823ES", url: undefined }],
			},
			{ name: "#700", state: "cancelled", totalRefunded: undefined, items: [], tracking: [] },
		]);
	});

	it("is no account when the order was a guest's, and may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal])).toMatchObject({
			id: undefined,
			name: undefined,
			email: undefined,
			phone: "0034 612345678",
			shopUrl: undefined,
			ordersCount: 0,
			orders: [{ name: "#1", state: "pending", amount: 3 }],
		});
	});

	it.each([
		["there is no order", []],
		["the orders are those of the same national number elsewhere", [fixture.orders[2]]],
	])("is nobody when %s", async (_case, orders) => {
		expect(await readCustomers(info, [orders])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds customers of WooCommerce to link", async () => {
	const find = endpointOf(woocommerce, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.customers])).toMatchObject({
		id: "26",
		name: "Ana Robledo",
		phone: "612345678",
		createdAt: "2025-02-03T09:12:44.000Z",
	});
	expect((await readCustomers(find, [[]])).found).toBe(false);
});

it("finds products of WooCommerce", async () => {
	const search = endpointOf(woocommerce, "search_Products", values);
	expect(await readThrough(search, [fixture.products, fixture.currency])).toMatchObject({
		products: [
			{ id: "12", name: "Lamp", price: 19.9, currency: "EUR", stock: 4, sku: "L-1" },
			{ id: "13", name: "Bulb", price: undefined, stock: undefined, image: undefined },
		],
		problems: [],
	});
});

it("finds products of WooCommerce without their currency when that may not be read", async () => {
	const search = endpointOf(woocommerce, "search_Products", values);
	expect(await readThrough(search, [fixture.products.slice(0, 1), refused])).toMatchObject({
		products: [{ id: "12", price: 19.9, currency: undefined }],
		problems: [],
	});
});

it("finds orders of WooCommerce in the search box", async () => {
	const search = endpointOf(woocommerce, "globalSearch", values);
	expect(await readThrough(search, [fixture.orders])).toMatchObject({
		results: [{ type: "order", title: "#732", subtitle: "Ana Robledo · 160.60 EUR · processing" }, {}, {}],
		problems: [],
	});
});

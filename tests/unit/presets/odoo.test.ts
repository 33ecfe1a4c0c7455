import { describe, expect, it } from "vitest";
import { odoo } from "@/lib/crm/presets/odoo";
import fixture from "@/tests/fixtures/presets/odoo.json";
import { endpointOf, more, readCustomer, readCustomers, readThrough, refused } from "./preset-run";

const values = { server: "https://robledo.odoo.com", database: "robledo", key: "abc" };
const info = endpointOf(odoo, "sidePanel_CustomerInfo", values);

describe("the customer of Odoo", () => {
	it("is the contact, with their sales orders and what is in them", async () => {
		const customer = await readCustomer(info, [fixture.partners, fixture.orders, fixture.lines]);
		expect(customer).toMatchObject({
			id: "42",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34 612 34 56 78",
			address: "Calle Mayor 4, 28013, Madrid, Spain",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://robledo.odoo.com/odoo/contacts/42",
			currency: "EUR",
			ordersCount: 1,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{ name: "S00902", state: "draft", items: [] },
			{
				name: "S00901",
				date: "2026-10-01T10:00:00.000Z",
				amount: 1250.5,
				currency: "EUR",
				state: "sale",
				url: "https://robledo.odoo.com/odoo/sales/901",
				items: [{ name: "[L-1] Lamp", quantity: 50, price: 19.9 }],
			},
			{ name: "S00900", state: "cancelled", items: [{ quantity: 5 }] },
		]);
		expect(more(customer)).toEqual({ company: "Talleres Robledo", reference: "C-0042" });
	});

	it("has no orders and no sums when sales may not be read", async () => {
		const customer = await readCustomer(info, [fixture.partners, refused, refused]);
		expect(customer).toMatchObject({ name: "Ana Robledo", orders: [] });
		expect([customer.ordersCount, customer.totalSpent]).toEqual([undefined, undefined]);
	});

	it("may lack nearly everything, which Odoo writes as false", async () => {
		const customer = await readCustomer(info, [fixture.minimal, [], []]);
		expect(customer).toMatchObject({
			id: "7",
			name: "Robledo",
			email: undefined,
			phone: undefined,
			address: undefined,
			ordersCount: 0,
			orders: [],
			more: [],
		});
	});

	it("is nobody when no contact has the number", async () => {
		expect(await readCustomers(info, [[]])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds contacts of Odoo to link", async () => {
	const find = endpointOf(odoo, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.partners])).toMatchObject({ id: "42", name: "Ana Robledo" });
	const both = await readCustomers(find, [[...fixture.partners, ...fixture.minimal]]);
	expect(both.customers.map(({ id }) => id)).toEqual(["42", "7"]);
	expect((await readCustomers(find, [[]])).found).toBe(false);
});

it("finds products of Odoo", async () => {
	const search = endpointOf(odoo, "search_Products", values);
	expect(await readThrough(search, [fixture.products])).toMatchObject({
		products: [
			{ id: "12", name: "Lamp", price: 19.9, currency: "EUR", sku: "L-1" },
			{ id: "13", name: "Bulb", price: 3, sku: undefined },
		],
		problems: [],
	});
	expect(await readThrough(search, [[]])).toMatchObject({ products: [] });
});

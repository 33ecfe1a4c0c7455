import { describe, expect, it } from "vitest";
import { salesforce } from "@/lib/crm/presets/salesforce";
import fixture from "@/tests/fixtures/presets/salesforce.json";
import { endpointOf, more, readCustomer, readCustomers, readThrough } from "./preset-run";

const values = { domain: "robledo", token: "00D!A" };
const info = endpointOf(salesforce, "sidePanel_CustomerInfo", values);

describe("the customer of Salesforce", () => {
	it("is the contact with that number, with their opportunities as orders", async () => {
		const customer = await readCustomer(info, [fixture.contacts, fixture.opportunities]);
		expect(customer).toMatchObject({
			id: "003A1",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34 612 345 678",
			notes: "Prefers mornings",
			address: "Calle Mayor 4, 28013, Madrid, Spain",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://robledo.my.salesforce.com/003A1",
			ordersCount: 1,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{ name: "Winter stock", date: "2026-12-15", amount: undefined, state: "Proposal/Price Quote" },
			{
				name: "Autumn stock",
				date: "2026-10-01",
				amount: 1250.5,
				state: "won",
				url: "https://robledo.my.salesforce.com/006A2",
			},
		]);
		expect(more(customer)).toEqual({ account: "Talleres Robledo", jobTitle: "Owner" });
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal, fixture.noOpportunities])).toMatchObject({
			id: "003A9",
			name: "Robledo",
			email: undefined,
			phone: "612345678",
			address: undefined,
			orders: [],
		});
	});

	it("is nobody when no contact has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds contacts of Salesforce to link", async () => {
	const find = endpointOf(salesforce, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.contacts])).toMatchObject({ id: "003A1", name: "Ana Robledo" });
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

it("finds products of Salesforce", async () => {
	const search = endpointOf(salesforce, "search_Products", values);
	expect(await readThrough(search, [fixture.products])).toMatchObject({
		products: [{ id: "01tA1", name: "Lamp", sku: "L-1" }],
		problems: [],
	});
});

it("finds anything of Salesforce", async () => {
	const search = endpointOf(salesforce, "globalSearch", values);
	expect(await readThrough(search, [fixture.everything])).toMatchObject({
		results: [
			{ type: "Account", title: "Talleres Robledo", url: "https://robledo.my.salesforce.com/001A1" },
			{ type: "Lead", title: "Ana Ruiz" },
		],
		problems: [],
	});
	expect(await readThrough(search, [fixture.nobody])).toMatchObject({ results: [] });
});

import { describe, expect, it } from "vitest";
import { hubspot } from "@/lib/crm/presets/hubspot";
import fixture from "@/tests/fixtures/presets/hubspot.json";
import { endpointOf, more, readCustomer, readCustomers, readThrough, refused } from "./preset-run";

const values = { token: "pat-eu1-1", hub: "12345" };
const info = endpointOf(hubspot, "sidePanel_CustomerInfo", values);

describe("the customer of HubSpot", () => {
	it("is the contact, with their deals as orders and what was won as spent", async () => {
		const customer = await readCustomer(info, [fixture.contacts, fixture.deals]);
		expect(customer).toMatchObject({
			id: "51042",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34 612 345 678",
			state: "customer",
			createdAt: "2025-02-03T09:12:44.120Z",
			address: "Calle Mayor 4, 28013, Madrid, Spain",
			shopUrl: "https://app.hubspot.com/contacts/12345/record/0-1/51042",
			currency: "EUR",
			ordersCount: 1,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{
				name: "Autumn stock",
				date: "2026-10-01T10:00:00.000Z",
				amount: 1250.5,
				currency: "EUR",
				state: "won",
				url: "https://app.hubspot.com/contacts/12345/record/0-3/9001",
			},
			{ name: "Winter stock", date: "2026-11-02T10:00:00.000Z", amount: undefined, state: "open" },
			{ name: "Trial", state: "lost" },
		]);
		expect(more(customer)).toEqual({ company: "Talleres Robledo", jobTitle: "Owner" });
	});

	it("adds up what was won in one currency, and never across two", async () => {
		const [won, ...others] = fixture.deals.results.map((deal) => ({
			...deal,
			properties: { ...deal.properties, hs_is_closed_won: "true", amount: "100" },
		}));
		const inDollars = { ...won, properties: { ...won?.properties, deal_currency_code: "USD" } };
		const mixed = await readCustomer(info, [fixture.contacts, { results: [inDollars, won, ...others] }]);
		expect(mixed).toMatchObject({ currency: "USD", totalSpent: 100, ordersCount: 4 });
		const plain = [won, ...others].map((deal) => ({
			...deal,
			properties: { ...deal?.properties, deal_currency_code: null },
		}));
		const customer = await readCustomer(info, [fixture.contacts, { results: plain }]);
		expect(customer).toMatchObject({ currency: undefined, totalSpent: 300 });
	});

	it("has no orders and no sums when deals may not be read", async () => {
		const customer = await readCustomer(info, [fixture.contacts, refused]);
		expect(customer).toMatchObject({ name: "Ana Robledo", orders: [] });
		expect([customer.ordersCount, customer.totalSpent]).toEqual([undefined, undefined]);
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal, fixture.nobody])).toMatchObject({
			id: "7",
			name: undefined,
			phone: undefined,
			ordersCount: 0,
			orders: [],
		});
	});

	it("is nobody when no contact has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds contacts of HubSpot to link", async () => {
	const find = endpointOf(hubspot, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.contacts])).toMatchObject({ id: "51042", name: "Ana Robledo" });
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

it("finds products of HubSpot", async () => {
	const search = endpointOf(hubspot, "search_Products", values);
	expect(await readThrough(search, [fixture.products])).toMatchObject({
		products: [{ id: "77", name: "Lamp", price: 19.9, sku: "L-1", url: undefined }],
		problems: [],
	});
	expect(await readThrough(search, [fixture.nobody])).toMatchObject({ products: [] });
});

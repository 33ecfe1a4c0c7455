import { describe, expect, it } from "vitest";
import { pipedrive } from "@/lib/crm/presets/pipedrive";
import fixture from "@/tests/fixtures/presets/pipedrive.json";
import { endpointOf, more, readCustomer, readCustomers, readThrough } from "./preset-run";

const values = { company: "robledo", token: "0123" };
const info = endpointOf(pipedrive, "sidePanel_CustomerInfo", values);

describe("the customer of Pipedrive", () => {
	it("is the person with that number, with their deals as orders", async () => {
		const customer = await readCustomer(info, [fixture.persons, fixture.deals]);
		expect(customer).toMatchObject({
			id: "31",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34 612 345 678",
			notes: "Prefers mornings",
			shopUrl: "https://robledo.pipedrive.com/person/31",
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
				url: "https://robledo.pipedrive.com/deal/501",
			},
			{ name: "Winter stock", date: "2026-11-02T10:00:00.000Z", amount: 0, state: "open" },
		]);
		expect(more(customer)).toEqual({ organization: "Talleres Robledo" });
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal, fixture.noDeals])).toMatchObject({
			id: "9",
			email: undefined,
			orders: [],
			ordersCount: undefined,
		});
	});

	it("is nobody when no person has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds persons of Pipedrive to link", async () => {
	const find = endpointOf(pipedrive, "sidePanel_CustomerFindToJoin", values);
	expect((await readCustomers(find, [fixture.persons])).customers.map(({ id }) => id)).toEqual(["31", "32"]);
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

it("finds products of Pipedrive", async () => {
	const search = endpointOf(pipedrive, "search_Products", values);
	expect(await readThrough(search, [fixture.products])).toMatchObject({
		products: [{ id: "12", name: "Lamp", sku: "L-1", url: "https://robledo.pipedrive.com/product/12" }],
		problems: [],
	});
	expect(await readThrough(search, [fixture.nobody])).toMatchObject({ products: [] });
});

it("finds anything of Pipedrive", async () => {
	const search = endpointOf(pipedrive, "globalSearch", values);
	expect(await readThrough(search, [fixture.everything])).toMatchObject({
		results: [
			{ type: "person", title: "Ana Robledo", subtitle: "ana.robledo@example.com" },
			{
				type: "deal",
				title: "Autumn stock",
				subtitle: "Ana Robledo",
				url: "https://robledo.pipedrive.com/deal/501",
			},
		],
		problems: [],
	});
});

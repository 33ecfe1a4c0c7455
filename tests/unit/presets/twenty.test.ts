import { describe, expect, it } from "vitest";
import { twenty } from "@/lib/crm/presets/twenty";
import fixture from "@/tests/fixtures/presets/twenty.json";
import { endpointOf, more, readCustomer, readCustomers } from "./preset-run";

const values = { api: "https://api.twenty.com", app: "https://robledo.twenty.com", token: "eyJ" };
const info = endpointOf(twenty, "sidePanel_CustomerInfo", values);

describe("the customer of Twenty", () => {
	it("is the person with that calling code and number, with their opportunities as orders", async () => {
		const customer = await readCustomer(info, [fixture.people]);
		expect(customer).toMatchObject({
			id: "20202020-0687-4c41-b707-ed1bfca972a7",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34612345678",
			address: "Madrid",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://robledo.twenty.com/object/person/20202020-0687-4c41-b707-ed1bfca972a7",
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
				url: "https://robledo.twenty.com/object/opportunity/o1",
			},
			{ name: "Winter stock", date: "2026-11-02T10:00:00.000Z", amount: undefined, state: "proposal" },
		]);
		expect(more(customer)).toEqual({ company: "Talleres Robledo", jobTitle: "Owner" });
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal])).toMatchObject({
			id: "p9",
			name: undefined,
			email: undefined,
			phone: "+34612345678",
			orders: [],
			ordersCount: undefined,
		});
	});

	it("is nobody when no person has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds people of Twenty to link", async () => {
	const find = endpointOf(twenty, "sidePanel_CustomerFindToJoin", values);
	const { customers } = await readCustomers(find, [fixture.people]);
	expect(customers).toMatchObject([
		{ name: "Ana Robledo", phone: "+34612345678" },
		{ name: "Somebody Else", phone: "+44612345678" },
	]);
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

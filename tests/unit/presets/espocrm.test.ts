import { describe, expect, it } from "vitest";
import { espocrm } from "@/lib/crm/presets/espocrm";
import fixture from "@/tests/fixtures/presets/espocrm.json";
import { endpointOf, more, readCustomer, readCustomers, readThrough } from "./preset-run";

const values = { server: "https://example.com/crm", key: "abc" };
const info = endpointOf(espocrm, "sidePanel_CustomerInfo", values);

describe("the customer of EspoCRM", () => {
	it("is the contact, with their opportunities as orders", async () => {
		const customer = await readCustomer(info, [fixture.contacts, fixture.opportunities]);
		expect(customer).toMatchObject({
			id: "65f0a1",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34612345678",
			notes: "Prefers mornings",
			address: "Calle Mayor 4, 28013, Madrid, Spain",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://example.com/crm/#Contact/view/65f0a1",
			currency: "EUR",
			ordersCount: 1,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{ name: "Winter stock", amount: undefined, state: "Prospecting" },
			{
				name: "Autumn stock",
				date: "2026-10-01",
				amount: 1250.5,
				currency: "EUR",
				state: "Closed Won",
				url: "https://example.com/crm/#Opportunity/view/o1",
			},
		]);
		expect(more(customer)).toEqual({ account: "Talleres Robledo", jobTitle: "Owner" });
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal, fixture.nobody])).toMatchObject({
			id: "9",
			name: "Robledo",
			email: undefined,
			createdAt: undefined,
			orders: [],
		});
	});

	it("is nobody when no contact has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds contacts of EspoCRM to link", async () => {
	const find = endpointOf(espocrm, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.contacts])).toMatchObject({ id: "65f0a1", name: "Ana Robledo" });
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

it("finds anything of EspoCRM", async () => {
	const search = endpointOf(espocrm, "globalSearch", values);
	expect(await readThrough(search, [fixture.everything])).toMatchObject({
		results: [{ type: "contact", title: "Ana Robledo", url: "https://example.com/crm/#Contact/view/65f0a1" }],
		problems: [],
	});
	expect(await readThrough(search, [fixture.nobody])).toMatchObject({ results: [] });
});

import { describe, expect, it } from "vitest";
import { zoho } from "@/lib/crm/presets/zoho";
import fixture from "@/tests/fixtures/presets/zoho.json";
import { endpointOf, more, nothing, readCustomer, readCustomers, readThrough } from "./preset-run";

const values = { api: "https://www.zohoapis.eu", app: "https://crm.zoho.eu", token: "1000.a" };
const info = endpointOf(zoho, "sidePanel_CustomerInfo", values);

describe("the customer of Zoho CRM", () => {
	it("is the contact with that number, with their deals as orders", async () => {
		const customer = await readCustomer(info, [fixture.contacts, fixture.deals]);
		expect(customer).toMatchObject({
			id: "4876876000000624001",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34612345678",
			tags: ["wholesale"],
			notes: "Prefers mornings",
			address: "Calle Mayor 4, 28013, Madrid, Spain",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://crm.zoho.eu/crm/tab/Contacts/4876876000000624001",
			ordersCount: 1,
			totalSpent: 1250.5,
		});
		expect(customer.orders).toMatchObject([
			{
				name: "Autumn stock",
				date: "2026-10-01",
				amount: 1250.5,
				state: "Closed Won",
				url: "https://crm.zoho.eu/crm/tab/Potentials/4876876000000625001",
			},
			{ name: "Winter stock", amount: undefined, state: "Qualification" },
		]);
		expect(more(customer)).toEqual({ account: "Talleres Robledo", jobTitle: "Owner" });
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal, nothing])).toMatchObject({
			id: "9",
			name: "Robledo",
			phone: "612345678",
			email: undefined,
			tags: [],
			orders: [],
		});
	});

	it("is nobody when Zoho answers nothing", async () => {
		expect(await readCustomers(info, [nothing])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds contacts of Zoho CRM to link", async () => {
	const find = endpointOf(zoho, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.contacts])).toMatchObject({ name: "Ana Robledo" });
	expect((await readCustomers(find, [nothing])).found).toBe(false);
});

it("finds products of Zoho CRM", async () => {
	const search = endpointOf(zoho, "search_Products", values);
	expect(await readThrough(search, [fixture.products])).toMatchObject({
		products: [{ id: "12", name: "Lamp", price: 19.9, stock: 4, sku: "L-1" }],
		problems: [],
	});
	expect(await readThrough(search, [nothing])).toMatchObject({ products: [] });
});

import { describe, expect, it } from "vitest";
import { chatwoot } from "@/lib/crm/presets/chatwoot";
import fixture from "@/tests/fixtures/presets/chatwoot.json";
import { endpointOf, readCustomer, readCustomers, refused } from "./preset-run";

const values = { server: "https://app.chatwoot.com", account: "3", token: "abc" };
const info = endpointOf(chatwoot, "sidePanel_CustomerInfo", values);

describe("the customer of Chatwoot", () => {
	it("is the contact, with their labels as tags", async () => {
		const customer = await readCustomer(info, [fixture.contacts, fixture.labels]);
		expect(customer).toMatchObject({
			id: "31",
			name: "Ana Robledo",
			email: "ana.robledo@example.com",
			phone: "+34612345678",
			state: undefined,
			tags: ["wholesale", "vip"],
			address: "Madrid, Spain",
			createdAt: "2025-02-03T09:12:44.000Z",
			shopUrl: "https://app.chatwoot.com/app/accounts/3/contacts/31",
		});
		expect(customer.more).toMatchObject([
			{ name: "company", value: { text: "Talleres Robledo" } },
			{ name: "lastActivityAt", value: { kind: "date" } },
			{ name: "attributes", value: { kind: "fields" } },
		]);
	});

	it("may lack nearly everything", async () => {
		expect(await readCustomer(info, [fixture.minimal, refused])).toMatchObject({
			id: "7",
			name: undefined,
			state: "blocked",
			tags: [],
			address: undefined,
			more: [],
		});
	});

	it("is nobody when no contact has the number", async () => {
		expect(await readCustomers(info, [fixture.nobody])).toMatchObject({ found: false, problems: [] });
	});
});

it("finds contacts of Chatwoot to link", async () => {
	const find = endpointOf(chatwoot, "sidePanel_CustomerFindToJoin", values);
	expect(await readCustomer(find, [fixture.contacts])).toMatchObject({ id: "31", name: "Ana Robledo" });
	expect((await readCustomers(find, [fixture.nobody])).found).toBe(false);
});

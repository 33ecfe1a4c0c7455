import { expect, it } from "vitest";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { presets } from "@/lib/crm/presets";
import chatwoot from "@/tests/fixtures/presets/chatwoot.json";
import espocrm from "@/tests/fixtures/presets/espocrm.json";
import hubspot from "@/tests/fixtures/presets/hubspot.json";
import odoo from "@/tests/fixtures/presets/odoo.json";
import pipedrive from "@/tests/fixtures/presets/pipedrive.json";
import salesforce from "@/tests/fixtures/presets/salesforce.json";
import shopify from "@/tests/fixtures/presets/shopify.json";
import twenty from "@/tests/fixtures/presets/twenty.json";
import woocommerce from "@/tests/fixtures/presets/woocommerce.json";
import zoho from "@/tests/fixtures/presets/zoho.json";
import { endpointOf, readCustomers } from "./preset-run";
import { values } from "./values";

/** The first of a list, and another person who is the same in all but what is given. */
const two = <T>([first]: readonly T[], more: Partial<T>): T[] => [first as T, { ...(first as T), ...more }];
const rpc = (result: unknown) => ({ jsonrpc: "2.0", id: 1, result });

/** Of each CRM, two people of one number: what answers the search for them, and what the further requests of a card get. */
const found: Record<string, { people: unknown[]; further?: unknown[]; ids: [string, string] }> = {
	hubspot: {
		people: [{ ...hubspot.contacts, results: two(hubspot.contacts.results, { id: "2" }) }],
		further: [hubspot.deals],
		ids: ["51042", "2"],
	},
	pipedrive: {
		people: [
			{
				...pipedrive.persons,
				data: {
					items: pipedrive.persons.data.items.slice(0, 1).flatMap(({ item, ...scored }) => [
						{ ...scored, item },
						{ ...scored, item: { ...item, id: 2 } },
					]),
				},
			},
		],
		further: [pipedrive.deals],
		ids: ["31", "2"],
	},
	salesforce: {
		people: [{ searchRecords: two(salesforce.contacts.searchRecords, { Id: "0032" }) }],
		further: [salesforce.opportunities],
		ids: ["003A1", "0032"],
	},
	zoho: {
		people: [{ ...zoho.contacts, data: two(zoho.contacts.data, { id: "2" }) }],
		further: [zoho.deals],
		ids: ["4876876000000624001", "2"],
	},
	odoo: {
		people: [two(odoo.partners, { id: 2 })],
		further: [odoo.orders, odoo.lines],
		ids: ["42", "2"],
	},
	odooRpc: {
		people: [rpc(9), rpc(two(odoo.partners, { id: 2 }))],
		further: [rpc(odoo.orders)],
		ids: ["42", "2"],
	},
	shopify: {
		people: [
			{
				data: {
					customers: { nodes: two(shopify.customers.data.customers.nodes, { legacyResourceId: "2" }) },
				},
			},
		],
		ids: ["7001", "2"],
	},
	woocommerce: { people: [two(woocommerce.customers, { id: 2 })], ids: ["26", "2"] },
	chatwoot: {
		people: [{ ...chatwoot.contacts, payload: two(chatwoot.contacts.payload, { id: 2 }) }],
		further: [chatwoot.labels],
		ids: ["31", "2"],
	},
	twenty: {
		people: [
			{ data: { people: two(twenty.people.data.people, { id: "2", pointOfContactForOpportunities: [] }) } },
		],
		further: [],
		ids: ["20202020-0687-4c41-b707-ed1bfca972a7", "2"],
	},
	espocrm: {
		people: [{ ...espocrm.contacts, list: two(espocrm.contacts.list, { id: "2" }) }],
		further: [espocrm.opportunities],
		ids: ["65f0a1", "2"],
	},
};

const read = (id: string, type: EndpointType, answers: readonly unknown[]) => {
	const preset = presets.find((one) => one.id === id);
	if (!preset) throw new Error(`There is no ${id}.`);
	return readCustomers(endpointOf(preset, type, values[id] ?? {}), answers);
};

it("every preset is among them", () => {
	expect(Object.keys(found).toSorted()).toEqual(presets.map(({ id }) => id).toSorted());
});

it.each(Object.entries(found))(
	"two people of %s who are searched for are told apart by their ids",
	async (id, { people, ids }) => {
		const { customers, problems } = await read(id, "sidePanel_CustomerFindToJoin", people);
		expect(customers.map((customer) => customer.id)).toEqual(ids);
		expect(problems).toEqual([]);
	},
);

/** A number is one customer's in Shopify, and in WooCommerce the orders say whose it is. */
const shared = Object.entries(found).filter(([, { further }]) => further);
it.each(shared)(
	"of two people of %s with one number, neither gets what is the other's",
	async (id, { people, further = [], ids }) => {
		const { customers, problems } = await read(id, "sidePanel_CustomerInfo", [...people, ...further]);
		expect(customers.map((customer) => customer.id)).toEqual(ids);
		expect(problems).toEqual([]);
		const [first, second] = customers;
		expect((first?.orders.length ?? 0) + (first?.tags.length ?? 0)).toBeGreaterThan(0);
		expect(second).toMatchObject({ name: first?.name, orders: [] });
		expect([second?.ordersCount, second?.totalSpent]).toEqual([undefined, undefined]);
		if (id === "chatwoot") expect(second?.tags).toEqual([]);
	},
);

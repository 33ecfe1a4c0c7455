import { expect, it } from "vitest";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { presets } from "@/lib/crm/presets";
import { endpointOf, requestsOf } from "./preset-run";
import { values } from "./values";

const find = "sidePanel_CustomerFindToJoin";
const products = "search_Products";
const everything = "globalSearch";

const odoo = (model: string) => `POST https://robledo.odoo.com/json/2/${model}/search_read`;
const hubspot = (object: string) => `POST https://api.hubapi.com/crm/objects/2026-03/${object}/search`;
const salesforce = "POST https://robledo.my.salesforce.com/services/data/v65.0/parameterizedSearch";
const shopify = "POST https://my-shop.myshopify.com/admin/api/2026-10/graphql.json";

/** What each CRM is asked when somebody searches "ana & co" and ten are wanted. */
const cases: [id: string, type: EndpointType, line: string, sent: object][] = [
	[
		"chatwoot",
		find,
		"GET https://app.chatwoot.com/api/v1/accounts/3/contacts/search",
		{ query: { q: "ana & co" } },
	],
	[
		"espocrm",
		find,
		"GET https://crm.example.com/api/v1/Contact",
		{ query: { "where[0][type]": "textFilter", "where[0][value]": "ana & co", maxSize: "10" } },
	],
	[
		"espocrm",
		everything,
		"GET https://crm.example.com/api/v1/GlobalSearch",
		{ query: { q: "ana & co", maxSize: "10" } },
	],
	["hubspot", find, hubspot("contacts"), { body: { query: "ana & co", limit: 10 } }],
	["hubspot", products, hubspot("products"), { body: { query: "ana & co", limit: 10 } }],
	[
		"odoo",
		find,
		odoo("res.partner"),
		{
			body: {
				domain: [
					"|",
					"|",
					["name", "ilike", "ana & co"],
					["email", "ilike", "ana & co"],
					["phone", "ilike", "ana & co"],
				],
				limit: 10,
			},
		},
	],
	[
		"odoo",
		products,
		odoo("product.template"),
		{
			body: {
				domain: [
					["sale_ok", "=", true],
					"|",
					["name", "ilike", "ana & co"],
					["default_code", "ilike", "ana & co"],
				],
				limit: 10,
			},
		},
	],
	["odooRpc", find, "POST https://robledo.odoo.com/jsonrpc", { body: { params: { service: "common" } } }],
	["odooRpc", products, "POST https://robledo.odoo.com/jsonrpc", { body: { params: { service: "common" } } }],
	[
		"pipedrive",
		find,
		"GET https://robledo.pipedrive.com/api/v2/persons/search",
		{ query: { term: "ana & co", fields: "name,email,phone", limit: "10" } },
	],
	[
		"pipedrive",
		products,
		"GET https://robledo.pipedrive.com/api/v2/products/search",
		{ query: { term: "ana & co", fields: "name,code", limit: "10" } },
	],
	[
		"pipedrive",
		everything,
		"GET https://robledo.pipedrive.com/api/v2/itemSearch",
		{ query: { term: "ana & co", item_types: "person,deal,organization,product", limit: "10" } },
	],
	[
		"salesforce",
		find,
		salesforce,
		{ body: { q: "ana & co", in: "ALL", sobjects: [{ name: "Contact", limit: 10 }] } },
	],
	[
		"salesforce",
		products,
		salesforce,
		{ body: { q: "ana & co", in: "ALL", sobjects: [{ name: "Product2", limit: 10 }] } },
	],
	[
		"salesforce",
		everything,
		salesforce,
		{ body: { q: "ana & co", fields: ["Id", "Name"], overallLimit: 10 } },
	],
	["shopify", find, shopify, { body: { variables: { search: "ana & co", limit: 10 } } }],
	["shopify", products, shopify, { body: { variables: { search: "ana & co", limit: 10 } } }],
	[
		"twenty",
		find,
		"GET https://api.twenty.com/rest/people",
		{
			query: {
				filter:
					'or(name.firstName[ilike]:"%ana & co%",name.lastName[ilike]:"%ana & co%",emails.primaryEmail[ilike]:"%ana & co%",phones.primaryPhoneNumber[ilike]:"%ana & co%")',
				limit: "10",
			},
		},
	],
	[
		"woocommerce",
		find,
		"GET https://example.com/shop/wp-json/wc/v3/customers",
		{ query: { search: "ana & co", role: "all", per_page: "10" } },
	],
	[
		"woocommerce",
		products,
		"GET https://example.com/shop/wp-json/wc/v3/products",
		{ query: { search: "ana & co", status: "publish", per_page: "10" } },
	],
	[
		"woocommerce",
		everything,
		"GET https://example.com/shop/wp-json/wc/v3/orders",
		{ query: { search: "ana & co", per_page: "10" } },
	],
	[
		"zoho",
		find,
		"GET https://www.zohoapis.eu/crm/v8/Contacts/search",
		{ query: { word: "ana & co", per_page: "10" } },
	],
	[
		"zoho",
		products,
		"GET https://www.zohoapis.eu/crm/v8/Products/search",
		{ query: { word: "ana & co", per_page: "10" } },
	],
];

it.each(cases)("%s is searched for %s as its documentation has it", async (id, type, line, sent) => {
	const preset = presets.find((one) => one.id === id);
	if (!preset) throw new Error(id);
	const [first] = await requestsOf(endpointOf(preset, type, values[id] ?? {}), [{}]);
	expect(first).toMatchObject({ line, ...sent });
});

it("WooCommerce is asked in which currency its prices are", async () => {
	const preset = presets.find((one) => one.id === "woocommerce");
	if (!preset) throw new Error("There is no WooCommerce.");
	const endpoint = endpointOf(preset, products, values.woocommerce ?? {});
	expect((await requestsOf(endpoint, [[], {}])).map(({ line }) => line)).toEqual([
		"GET https://example.com/shop/wp-json/wc/v3/products",
		"GET https://example.com/shop/wp-json/wc/v3/data/currencies/current",
	]);
});

it("every search of every preset is among them", () => {
	const searches = presets.flatMap(({ id, endpoints }) =>
		endpoints.filter(({ type }) => type !== "sidePanel_CustomerInfo").map(({ type }) => `${id} ${type}`),
	);
	expect(cases.map(([id, type]) => `${id} ${type}`).sort()).toEqual(searches.sort());
});

import { expect, it } from "vitest";
import { presets } from "@/lib/crm/presets";
import type { Preset } from "@/lib/crm/presets/preset";
import { endpointOf, nothing, requestsOf } from "./preset-run";
import { values } from "./values";

type Expected = { headers: Record<string, string>; requests: object[]; found: unknown; nobody?: unknown };

const condition = (propertyName: string, value: string) => ({
	filters: [{ propertyName, operator: "EQ", value }],
});

const rpc = (service: string, method: string, args: unknown[]) => ({
	jsonrpc: "2.0",
	method: "call",
	params: { service, method, args },
});

/** What each CRM is asked when a chat with +34612345678 is opened, as its own documentation has it. */
const expected: Record<string, Expected> = {
	chatwoot: {
		headers: { api_access_token: "t" },
		found: { payload: [{ id: 31 }] },
		nobody: { payload: [] },
		requests: [
			{
				line: "GET https://app.chatwoot.com/api/v1/accounts/3/contacts/search",
				query: { q: "+34612345678" },
			},
			{ line: "GET https://app.chatwoot.com/api/v1/accounts/3/contacts/31/labels" },
		],
	},
	espocrm: {
		headers: { "X-Api-Key": "t" },
		found: { list: [{ id: "65f0a1" }] },
		nobody: { total: 0, list: [] },
		requests: [
			{
				line: "GET https://crm.example.com/api/v1/Contact",
				query: {
					"where[0][type]": "or",
					"where[0][value][0][type]": "equals",
					"where[0][value][0][attribute]": "phoneNumber",
					"where[0][value][0][value]": "+34612345678",
					"where[0][value][1][value]": "34612345678",
					"where[0][value][2][value]": "612345678",
					maxSize: "5",
				},
			},
			{
				line: "GET https://crm.example.com/api/v1/Contact/65f0a1/opportunities",
				query: { orderBy: "closeDate", order: "desc", maxSize: "50" },
			},
		],
	},
	hubspot: {
		headers: { Authorization: "Bearer t" },
		found: { results: [{ id: "51042" }] },
		nobody: { total: 0, results: [] },
		requests: [
			{
				line: "POST https://api.hubapi.com/crm/objects/2026-03/contacts/search",
				body: {
					filterGroups: [
						condition("hs_searchable_calculated_international_phone_number", "34612345678"),
						condition("hs_searchable_calculated_international_mobile_number", "34612345678"),
						condition("phone", "+34612345678"),
						condition("mobilephone", "+34612345678"),
						condition("hs_whatsapp_phone_number", "+34612345678"),
					],
					limit: 5,
				},
			},
			{
				line: "POST https://api.hubapi.com/crm/objects/2026-03/deals/search",
				body: { filterGroups: [condition("associations.contact", "51042")], limit: 50 },
			},
		],
	},
	odoo: {
		headers: { Authorization: "bearer t", "X-Odoo-Database": "robledo" },
		found: [{ id: 42 }],
		nobody: [],
		requests: [
			{
				line: "POST https://robledo.odoo.com/json/2/res.partner/search_read",
				body: {
					domain: ["|", ["phone_sanitized", "=", "+34612345678"], ["phone", "=", "+34612345678"]],
					limit: 5,
				},
			},
			{
				line: "POST https://robledo.odoo.com/json/2/sale.order/search_read",
				body: { domain: [["partner_id", "=", 42]], order: "date_order desc", limit: 50 },
			},
			{
				line: "POST https://robledo.odoo.com/json/2/sale.order.line/search_read",
				body: {
					domain: [
						["order_id.partner_id", "=", 42],
						["display_type", "=", false],
					],
					fields: ["order_id", "name", "product_uom_qty", "price_unit"],
				},
			},
		],
	},
	odooRpc: {
		headers: {},
		found: { result: 2 },
		requests: [
			{
				line: "POST https://robledo.odoo.com/jsonrpc",
				body: rpc("common", "authenticate", ["robledo", "ana", "t", {}]),
			},
			{
				line: "POST https://robledo.odoo.com/jsonrpc",
				body: rpc("object", "execute_kw", [
					"robledo",
					2,
					"t",
					"res.partner",
					"search_read",
					[["|", ["phone_sanitized", "=", "+34612345678"], ["phone", "=", "+34612345678"]]],
					{ limit: 5 },
				]),
			},
		],
	},
	pipedrive: {
		headers: { "x-api-token": "t" },
		found: { data: { items: [{ item: { id: 31, phones: [] } }] } },
		nobody: { data: { items: [] } },
		requests: [
			{
				line: "GET https://robledo.pipedrive.com/api/v2/persons/search",
				query: { term: "612345678", fields: "phone", limit: "20" },
			},
			{
				line: "GET https://robledo.pipedrive.com/api/v2/deals",
				query: { person_id: "31", sort_by: "add_time", sort_direction: "desc", limit: "50" },
			},
		],
	},
	salesforce: {
		headers: { Authorization: "Bearer t" },
		found: { searchRecords: [{ Id: "003A1" }] },
		nobody: { searchRecords: [] },
		requests: [
			{
				line: "POST https://robledo.my.salesforce.com/services/data/v65.0/parameterizedSearch",
				body: { q: "34612345678 OR 612345678", in: "PHONE", sobjects: [{ name: "Contact", limit: 5 }] },
			},
			{
				line: "GET https://robledo.my.salesforce.com/services/data/v65.0/query",
				query: { q: expect.stringContaining("WHERE ContactId = '003A1')") },
			},
		],
	},
	shopify: {
		headers: { "X-Shopify-Access-Token": "t" },
		found: { data: { customers: { nodes: [] } } },
		nobody: { data: { customers: { nodes: [] } } },
		requests: [
			{
				line: "POST https://my-shop.myshopify.com/admin/api/2026-10/graphql.json",
				body: {
					query: expect.stringContaining("customers(first: 1, query: $search)"),
					variables: { search: "phone:+34612345678" },
				},
			},
		],
	},
	twenty: {
		headers: { Authorization: "Bearer t" },
		found: { data: { people: [] } },
		nobody: { data: { people: [] } },
		requests: [
			{
				line: "GET https://api.twenty.com/rest/people",
				query: {
					filter:
						'or(phones.primaryPhoneNumber[eq]:"612345678",phones.primaryPhoneNumber[eq]:"+34612345678",phones.primaryPhoneNumber[eq]:"34612345678")',
					depth: "1",
					limit: "10",
				},
			},
		],
	},
	woocommerce: {
		headers: { Authorization: `Basic ${btoa("ck:cs")}` },
		found: [],
		nobody: [],
		requests: [
			{
				line: "GET https://example.com/shop/wp-json/wc/v3/orders",
				query: { search: "612345678", per_page: "50", orderby: "date", order: "desc" },
			},
		],
	},
	zoho: {
		headers: { Authorization: "Zoho-oauthtoken t" },
		found: { data: [{ id: "9" }] },
		nobody: nothing,
		requests: [
			{
				line: "GET https://www.zohoapis.eu/crm/v8/Contacts/search",
				query: {
					criteria:
						"((Phone:equals:+34612345678)or(Mobile:equals:+34612345678)or(Phone:equals:34612345678)or(Mobile:equals:34612345678)or(Phone:equals:612345678)or(Mobile:equals:612345678))",
					per_page: "5",
				},
			},
			{
				line: "GET https://www.zohoapis.eu/crm/v8/Contacts/9/Deals",
				query: { fields: "Deal_Name,Amount,Closing_Date,Stage", per_page: "50" },
			},
		],
	},
};

const infoOf = (preset: Preset) => endpointOf(preset, "sidePanel_CustomerInfo", values[preset.id] ?? {});

it.each(presets)("$name is asked for a customer as its documentation has it", async (preset) => {
	const { headers, requests, found } = expected[preset.id] as Expected;
	const sent = await requestsOf(infoOf(preset), [found, {}, {}]);
	expect(sent).toMatchObject(requests);
	expect(sent.map((request) => request.headers)).toEqual(requests.map(() => headers));
});

// Odoo's older API signs in first; its own test has what follows.
it.each(presets.filter(({ id }) => id !== "odooRpc"))(
	"$name is asked no more when nobody has the number",
	async (preset) => {
		expect(await requestsOf(infoOf(preset), [expected[preset.id]?.nobody])).toHaveLength(1);
	},
);

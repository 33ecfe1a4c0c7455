import { block } from "./jsonata";
import type { Preset } from "./preset";

const api = "https://api.hubapi.com/crm/objects/2026-03";
const auth = { type: "header" as const, fields: { Authorization: "Bearer {{token}}" } };

const contactProperties = [
	"firstname",
	"lastname",
	"email",
	"phone",
	"mobilephone",
	"company",
	"jobtitle",
	"lifecyclestage",
	"createdate",
	"address",
	"city",
	"zip",
	"country",
];

/** HubSpot keeps a digits-only copy of each number, with its country code, for searches. */
const byPhone = [
	["hs_searchable_calculated_international_phone_number", "{phone_digits}"],
	["hs_searchable_calculated_international_mobile_number", "{phone_digits}"],
	["phone", "{phone}"],
	["mobilephone", "{phone}"],
	["hs_whatsapp_phone_number", "{phone}"],
].map(([propertyName, value]) => ({ filters: [{ propertyName, operator: "EQ", value }] }));

const contact = `
	"id": id,
	"name": $join([properties.firstname, properties.lastname][$], " "),
	"email": properties.email,
	"phone": properties.mobilephone ? properties.mobilephone : properties.phone,
	"shopUrl": "https://app.hubspot.com/contacts/{{hub}}/record/0-1/" & id,
	"state": properties.lifecyclestage,
	"createdAt": properties.createdate,
	"address": $join([properties.address, properties.zip, properties.city, properties.country][$], ", "),
	"company": properties.company,
	"jobTitle": properties.jobtitle`;

const customerInfo = block(
	"$deals := answers[1].results",
	`$won := $deals.properties[hs_is_closed_won = "true"]`,
	// Null in an account with one currency.
	"$currency := $won[0].deal_currency_code",
	`$orders := [$deals.{
		"name": properties.dealname,
		"date": properties.closedate ? properties.closedate : properties.createdate,
		"amount": properties.amount,
		"currency": properties.deal_currency_code,
		"state": properties.hs_is_closed_won = "true" ? "won" : properties.hs_is_closed = "true" ? "lost" : "open",
		"url": "https://app.hubspot.com/contacts/{{hub}}/record/0-3/" & id
	}]`,
	// The deals are those of the contact found first.
	`[answers[0].results#$index.$merge([
		{ ${contact} },
		$index = 0 and $exists($deals) ? {
			"currency": $currency,
			"orders": $orders,
			"ordersCount": $count($won),
			"totalSpent": $sum($won[amount and deal_currency_code = $currency].$number(amount))
		}
	])]`,
);

/** HubSpot, with the token of a private app. Deals are shown as orders; those that were won add up to what was spent. */
export const hubspot: Preset = {
	id: "hubspot",
	name: "HubSpot",
	docs: [
		"https://developers.hubspot.com/docs/api-reference/2026-03/crm/search-the-crm",
		"https://developers.hubspot.com/docs/apps/legacy-apps/private-apps/overview",
	],
	fields: [
		{
			key: "token",
			label: "accessToken",
			placeholder: "pat-eu1-…",
			kind: "text",
			secret: true,
		},
		{
			key: "hub",
			label: "hubId",
			placeholder: "12345678",
			kind: "number",
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: `${api}/contacts/search`,
			method: "POST",
			auth,
			body: { filterGroups: byPhone, properties: contactProperties, limit: 5 },
			steps: [
				{
					url: `${api}/deals/search`,
					method: "POST",
					optional: true,
					body: {
						filterGroups: [
							{
								filters: [
									{
										propertyName: "associations.contact",
										operator: "EQ",
										value: "{answer.results.0.id}",
									},
								],
							},
						],
						properties: [
							"dealname",
							"amount",
							"deal_currency_code",
							"closedate",
							"createdate",
							"hs_is_closed",
							"hs_is_closed_won",
						],
						sorts: [{ propertyName: "createdate", direction: "DESCENDING" }],
						limit: 50,
					},
				},
			],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: `${api}/contacts/search`,
			method: "POST",
			auth,
			body: { query: "{query}", properties: contactProperties, limit: "{limit}" },
			mapping: `[results.{ ${contact} }]`,
		},
		{
			type: "search_Products",
			url: `${api}/products/search`,
			method: "POST",
			auth,
			body: {
				query: "{query}",
				properties: ["name", "price", "hs_sku", "hs_url", "description"],
				limit: "{limit}",
			},
			mapping: `[results.{
				"id": id,
				"name": properties.name,
				"price": properties.price,
				"sku": properties.hs_sku,
				"url": properties.hs_url,
				"description": properties.description
			}]`,
		},
	],
};

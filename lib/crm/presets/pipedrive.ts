import { block, isPhone } from "./jsonata";
import type { Preset } from "./preset";

const site = "https://{{company}}.pipedrive.com";
const auth = { type: "header" as const, fields: { "x-api-token": "{{token}}" } };

const person = `
	"id": id,
	"name": name,
	"email": primary_email ? primary_email : emails[0],
	"phone": phones[0],
	"shopUrl": "${site}/person/" & id,
	"notes": notes[0],
	"organization": organization.name`;

const customerInfo = block(
	isPhone,
	"$persons := answers[0].data.items.item[$exists(phones[$isPhone($)])]",
	"$deals := answers[1].data",
	`[$persons.($id := id; $theirs := $deals[person_id = $id]; $won := $theirs[status = "won"]; $merge([
		{ ${person} },
		$exists($theirs) ? {
			"currency": $won ? $won[0].currency : $theirs[0].currency,
			"ordersCount": $count($won),
			"totalSpent": $sum($won[currency = $won[0].currency].value),
			"orders": [$theirs.{
				"name": title,
				"date": [won_time, lost_time, add_time][$][0],
				"amount": value,
				"currency": currency,
				"state": status,
				"url": "${site}/deal/" & id
			}]
		}
	]))]`,
);

/** Pipedrive, API v2, with a personal API token. Deals are shown as orders; those that were won add up to what was spent. */
export const pipedrive: Preset = {
	id: "pipedrive",
	name: "Pipedrive",
	docs: [
		"https://developers.pipedrive.com/docs/api/v1/Persons#searchPersons",
		"https://pipedrive.readme.io/docs/how-to-find-the-api-token",
	],
	fields: [
		{
			key: "company",
			label: "companyDomain",
			placeholder: "my-company",
			kind: "subdomain",
			suffix: ".pipedrive.com",
		},
		{
			key: "token",
			label: "apiToken",
			placeholder: "0123456789abcdef…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: `${site}/api/v2/persons/search`,
			method: "GET",
			auth,
			query: { term: "{phone_national}", fields: "phone", limit: "20" },
			steps: [
				{
					url: `${site}/api/v2/deals`,
					method: "GET",
					optional: true,
					query: {
						person_id: "{answer.data.items.0.item.id}",
						sort_by: "add_time",
						sort_direction: "desc",
						limit: "50",
					},
				},
			],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: `${site}/api/v2/persons/search`,
			method: "GET",
			auth,
			query: { term: "{query}", fields: "name,email,phone", limit: "{limit}" },
			mapping: `[data.items.item.{ ${person} }]`,
		},
		{
			type: "search_Products",
			url: `${site}/api/v2/products/search`,
			method: "GET",
			auth,
			query: { term: "{query}", fields: "name,code", limit: "{limit}" },
			mapping: `[data.items.item.{ "id": id, "name": name, "sku": code, "url": "${site}/product/" & id }]`,
		},
		{
			type: "globalSearch",
			url: `${site}/api/v2/itemSearch`,
			method: "GET",
			auth,
			query: { term: "{query}", item_types: "person,deal,organization,product", limit: "{limit}" },
			mapping: `[data.items.item.{
				"type": type,
				"id": id,
				"title": title ? title : name,
				"subtitle": $join([organization.name, person.name, emails[0], phones[0]][$], " · "),
				"url": "${site}/" & type & "/" & id
			}]`,
		},
	],
};

import { block } from "./jsonata";
import type { Preset } from "./preset";

const api = "{{server}}/api/v1";
const auth = { type: "header" as const, fields: { "X-Api-Key": "{{key}}" } };

const contactFields =
	"id,name,emailAddress,phoneNumber,accountName,title,addressStreet,addressPostalCode,addressCity,addressCountry,description,createdAt";

/** EspoCRM takes its search as nested entries of the query. */
const byPhone = Object.fromEntries(
	["{phone}", "{phone_digits}", "{phone_national}"].flatMap((number, index) => {
		const item = `where[0][value][${index}]`;
		return [
			[`${item}[type]`, "equals"],
			[`${item}[attribute]`, "phoneNumber"],
			[`${item}[value]`, number],
		];
	}),
);

const contact = `
	"id": id,
	"name": name,
	"email": emailAddress,
	"phone": phoneNumber,
	"shopUrl": "{{server}}/#Contact/view/" & id,
	"notes": description,
	"createdAt": createdAt ? createdAt & "Z",
	"address": $join([addressStreet, addressPostalCode, addressCity, addressCountry][$], ", "),
	"account": accountName,
	"jobTitle": title`;

const customerInfo = block(
	"$deals := answers[1].list",
	`$won := $deals[stage = "Closed Won"]`,
	"$currency := ($won ? $won : $deals)[0].amountCurrency",
	`[answers[0].list#$index.$merge([
		{ ${contact} },
		$index = 0 and $exists($deals) ? {
			"currency": $currency,
			"ordersCount": $count($won),
			"totalSpent": $sum($won[amountCurrency = $currency].amount),
			"orders": [$deals.{
				"name": name,
				"date": closeDate,
				"amount": amount,
				"currency": amountCurrency,
				"state": stage,
				"url": "{{server}}/#Opportunity/view/" & id
			}]
		}
	])]`,
);

/** EspoCRM, with the key of an API user. The opportunities of the contact found first are shown as orders. */
export const espocrm: Preset = {
	id: "espocrm",
	name: "EspoCRM",
	docs: [
		"https://docs.espocrm.com/development/api/",
		"https://docs.espocrm.com/development/api-search-params/",
	],
	fields: [
		{
			key: "server",
			label: "appAddress",
			placeholder: "https://crm.example.com",
			kind: "address",
		},
		{
			key: "key",
			label: "apiKey",
			placeholder: "…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: `${api}/Contact`,
			method: "GET",
			auth,
			query: { "where[0][type]": "or", ...byPhone, select: contactFields, maxSize: "5" },
			steps: [
				{
					url: `${api}/Contact/{answer.list.0.id}/opportunities`,
					method: "GET",
					optional: true,
					query: {
						select: "id,name,amount,amountCurrency,closeDate,stage",
						orderBy: "closeDate",
						order: "desc",
						maxSize: "50",
					},
				},
			],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: `${api}/Contact`,
			method: "GET",
			auth,
			query: {
				"where[0][type]": "textFilter",
				"where[0][value]": "{query}",
				select: contactFields,
				maxSize: "{limit}",
			},
			mapping: `[list.{ ${contact} }]`,
		},
		{
			type: "globalSearch",
			url: `${api}/GlobalSearch`,
			method: "GET",
			auth,
			query: { q: "{query}", maxSize: "{limit}" },
			mapping: `[list.{
				"type": $lowercase(_scope),
				"id": id,
				"title": name,
				"url": "{{server}}/#" & _scope & "/view/" & id
			}]`,
		},
	],
};

import { block, isPhone } from "./jsonata";
import type { Preset } from "./preset";

const people = "{{api}}/rest/people";
const auth = { type: "header" as const, fields: { Authorization: "Bearer {{token}}" } };

/** Twenty keeps the calling code apart from the national number; imported ones may have it in one. */
const byPhone = `or(${["{phone_national}", "{phone}", "{phone_digits}"]
	.map((number) => `phones.primaryPhoneNumber[eq]:"${number}"`)
	.join(",")})`;
const byText = `or(${["name.firstName", "name.lastName", "emails.primaryEmail", "phones.primaryPhoneNumber"]
	.map((field) => `${field}[ilike]:"%{query}%"`)
	.join(",")})`;

const person = `
	"id": id,
	"name": $join([name.firstName, name.lastName][$], " "),
	"email": emails.primaryEmail,
	"phone": $phoneOf(phones),
	"shopUrl": "{{app}}/object/person/" & id,
	"createdAt": createdAt,
	"address": city,
	"company": company.name,
	"jobTitle": jobTitle`;

const phoneOf = `$phoneOf := function($phones) {
	$contains($phones.primaryPhoneNumber, "+")
		? $phones.primaryPhoneNumber
		: $join([$phones.primaryPhoneCallingCode, $phones.primaryPhoneNumber][$])
}`;

const customerInfo = block(
	isPhone,
	phoneOf,
	"$amount := function($money) { $money.amountMicros ? $number($money.amountMicros) / 1000000 }",
	`[data.people[$isPhone($phoneOf(phones))].(
		$deals := pointOfContactForOpportunities;
		$won := $deals[stage = "CUSTOMER"];
		$currency := ($won ? $won : $deals)[0].amount.currencyCode;
		$merge([
			{ ${person} },
			$deals ? {
				"currency": $currency,
				"ordersCount": $count($won),
				"totalSpent": $sum($won[amount.currencyCode = $currency].$amount(amount)),
				"orders": [$deals.{
					"name": name,
					"date": closeDate ? closeDate : createdAt,
					"amount": $amount(amount),
					"currency": amount.currencyCode,
					"state": stage = "CUSTOMER" ? "won" : $lowercase(stage),
					"url": "{{app}}/object/opportunity/" & id
				}]
			}
		])
	)]`,
);

/** Twenty, in the cloud or on a server of one's own. Opportunities come with the person and are shown as orders. */
export const twenty: Preset = {
	id: "twenty",
	name: "Twenty",
	docs: ["https://docs.twenty.com/developers/extend/api"],
	fields: [
		{
			key: "api",
			label: "apiAddress",
			placeholder: "https://api.twenty.com",
			kind: "origin",
		},
		{
			key: "app",
			label: "appAddress",
			placeholder: "https://my-company.twenty.com",
			kind: "origin",
		},
		{
			key: "token",
			label: "apiKey",
			placeholder: "eyJ…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: people,
			method: "GET",
			auth,
			query: { filter: byPhone, depth: "1", limit: "10" },
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: people,
			method: "GET",
			auth,
			query: { filter: byText, depth: "1", limit: "{limit}" },
			mapping: block(phoneOf, `[data.people.{ ${person} }]`),
		},
	],
};

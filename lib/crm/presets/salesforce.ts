import { block, isPhone } from "./jsonata";
import type { Preset } from "./preset";

const site = "https://{{domain}}.my.salesforce.com";
const search = `${site}/services/data/v65.0/parameterizedSearch`;
const auth = { type: "header" as const, fields: { Authorization: "Bearer {{token}}" } };

const contactFields = [
	"Id",
	"Name",
	"Email",
	"Phone",
	"MobilePhone",
	"Title",
	"Account.Name",
	"MailingStreet",
	"MailingPostalCode",
	"MailingCity",
	"MailingCountry",
	"Description",
	"CreatedDate",
];

const opportunities = [
	"SELECT Id, Name, Amount, CloseDate, StageName, IsClosed, IsWon FROM Opportunity",
	"WHERE Id IN (SELECT OpportunityId FROM OpportunityContactRole WHERE ContactId = '{answer.searchRecords.0.Id}')",
	"ORDER BY CloseDate DESC LIMIT 50",
].join(" ");

const contact = `
	"id": Id,
	"name": Name,
	"email": Email,
	"phone": MobilePhone ? MobilePhone : Phone,
	"shopUrl": "${site}/" & Id,
	"notes": Description,
	"createdAt": CreatedDate,
	"address": $join([MailingStreet, MailingPostalCode, MailingCity, MailingCountry][$], ", "),
	"account": Account.Name,
	"jobTitle": Title`;

const customerInfo = block(
	isPhone,
	"$contacts := answers[0].searchRecords[$isPhone(Phone) or $isPhone(MobilePhone)]",
	"$deals := answers[1].records",
	"$first := answers[0].searchRecords[0].Id",
	`[$contacts.$merge([
		{ ${contact} },
		Id = $first and $exists($deals) ? {
			"ordersCount": $count($deals[IsWon]),
			"totalSpent": $sum($deals[IsWon].Amount),
			"orders": [$deals.{
				"name": Name,
				"date": CloseDate,
				"amount": Amount,
				"state": IsWon ? "won" : IsClosed ? "lost" : StageName,
				"url": "${site}/" & Id
			}]
		}
	])]`,
);

const searchOf = (name: string, fields: string[]) => ({
	url: search,
	method: "POST" as const,
	auth,
	body: { q: "{query}", in: "ALL", sobjects: [{ name, fields, limit: "{limit}" }] },
});

/**
 * Salesforce, with an access token. Contacts are found by Salesforce's own phone search; the opportunities of the first
 * one are shown as orders.
 */
export const salesforce: Preset = {
	id: "salesforce",
	name: "Salesforce",
	docs: [
		"https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_search_parameterized_post.htm",
		"https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/resources_query.htm",
	],
	note: "expiresSession",
	fields: [
		{
			key: "domain",
			label: "myDomain",
			placeholder: "my-company",
			kind: "subdomain",
			suffix: ".my.salesforce.com",
		},
		{
			key: "token",
			label: "accessToken",
			placeholder: "00D…!AQ…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: search,
			method: "POST",
			auth,
			body: {
				q: "{phone_digits} OR {phone_national}",
				in: "PHONE",
				sobjects: [{ name: "Contact", fields: contactFields, limit: 5 }],
			},
			steps: [
				{
					url: `${site}/services/data/v65.0/query`,
					method: "GET",
					optional: true,
					query: { q: opportunities },
				},
			],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			...searchOf("Contact", contactFields),
			mapping: `[searchRecords.{ ${contact} }]`,
		},
		{
			type: "search_Products",
			...searchOf("Product2", ["Id", "Name", "ProductCode", "Description"]),
			mapping: `[searchRecords.{
				"id": Id,
				"name": Name,
				"sku": ProductCode,
				"url": "${site}/" & Id,
				"description": Description
			}]`,
		},
		{
			type: "globalSearch",
			url: search,
			method: "POST",
			auth,
			body: {
				q: "{query}",
				in: "ALL",
				fields: ["Id", "Name"],
				sobjects: [{ name: "Contact" }, { name: "Account" }, { name: "Lead" }, { name: "Opportunity" }],
				overallLimit: "{limit}",
			},
			mapping: `[searchRecords.{
				"type": attributes.type,
				"id": Id,
				"title": Name,
				"url": "${site}/" & Id
			}]`,
		},
	],
};

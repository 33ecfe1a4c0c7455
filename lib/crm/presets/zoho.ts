import { block, isPhone } from "./jsonata";
import type { Preset } from "./preset";

const api = "{{api}}/crm/v8";
const auth = { type: "header" as const, fields: { Authorization: "Zoho-oauthtoken {{token}}" } };

const contactFields =
	"Full_Name,Email,Phone,Mobile,Title,Account_Name,Mailing_Street,Mailing_Zip,Mailing_City,Mailing_Country,Description,Created_Time,Tag";

/** Every way a number may be written down, in both fields; Zoho searches ten criteria at most. */
const byPhone = `(${["{phone}", "{phone_digits}", "{phone_national}"]
	.flatMap((number) => [`(Phone:equals:${number})`, `(Mobile:equals:${number})`])
	.join("or")})`;

const contact = `
	"id": id,
	"name": Full_Name,
	"email": Email,
	"phone": Mobile ? Mobile : Phone,
	"shopUrl": "{{app}}/crm/tab/Contacts/" & id,
	"tags": [Tag.name],
	"notes": Description,
	"createdAt": Created_Time,
	"address": $join([Mailing_Street, Mailing_Zip, Mailing_City, Mailing_Country][$], ", "),
	"account": Account_Name.name,
	"jobTitle": Title`;

const customerInfo = block(
	isPhone,
	"$contacts := answers[0].data[$isPhone(Phone) or $isPhone(Mobile)]",
	"$first := answers[0].data[0].id",
	"$deals := answers[1].data",
	`$won := $deals[Stage = "Closed Won"]`,
	`[$contacts.$merge([
		{ ${contact} },
		id = $first and $exists($deals) ? {
			"ordersCount": $count($won),
			"totalSpent": $sum($won.Amount),
			"orders": [$deals.{
				"name": Deal_Name,
				"date": Closing_Date,
				"amount": Amount,
				"state": Stage,
				"url": "{{app}}/crm/tab/Potentials/" & id
			}]
		}
	])]`,
);

/** Zoho CRM, API v8, with an OAuth access token. The deals of the contact found first are shown as orders. */
export const zoho: Preset = {
	id: "zoho",
	name: "Zoho CRM",
	docs: [
		"https://www.zoho.com/crm/developer/docs/api/v8/search-records.html",
		"https://www.zoho.com/crm/developer/docs/api/v8/get-related-records.html",
	],
	note: "expiresHour",
	fields: [
		{
			key: "api",
			label: "apiAddress",
			placeholder: "https://www.zohoapis.eu",
			kind: "origin",
		},
		{
			key: "app",
			label: "appAddress",
			placeholder: "https://crm.zoho.eu",
			kind: "origin",
		},
		{
			key: "token",
			label: "accessToken",
			placeholder: "1000.…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: `${api}/Contacts/search`,
			method: "GET",
			auth,
			query: { criteria: byPhone, fields: contactFields, per_page: "5" },
			steps: [
				{
					url: `${api}/Contacts/{answer.data.0.id}/Deals`,
					method: "GET",
					optional: true,
					query: { fields: "Deal_Name,Amount,Closing_Date,Stage", per_page: "50" },
				},
			],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: `${api}/Contacts/search`,
			method: "GET",
			auth,
			query: { word: "{query}", fields: contactFields, per_page: "{limit}" },
			mapping: `[data.{ ${contact} }]`,
		},
		{
			type: "search_Products",
			url: `${api}/Products/search`,
			method: "GET",
			auth,
			query: {
				word: "{query}",
				fields: "Product_Name,Product_Code,Unit_Price,Qty_in_Stock,Description",
				per_page: "{limit}",
			},
			mapping: `[data.{
				"id": id,
				"name": Product_Name,
				"price": Unit_Price,
				"stock": Qty_in_Stock,
				"sku": Product_Code,
				"url": "{{app}}/crm/tab/Products/" & id,
				"description": Description
			}]`,
		},
	],
};

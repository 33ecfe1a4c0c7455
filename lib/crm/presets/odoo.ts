import { block, text } from "./jsonata";
import type { Preset } from "./preset";

const request = (model: string) => ({
	url: `{{server}}/json/2/${model}/search_read`,
	method: "POST" as const,
	headers: { "X-Odoo-Database": "{{database}}" },
});
const auth = { type: "header" as const, fields: { Authorization: "bearer {{key}}" } };

const partnerFields = [
	"name",
	"email",
	"phone",
	"ref",
	"street",
	"street2",
	"zip",
	"city",
	"country_id",
	"parent_id",
	"create_date",
];

/** A link to a record is `[id, name]`; nothing there is `false`; moments are UTC without saying so. */
const partner = `
	"id": id,
	"name": name,
	"email": $text(email),
	"phone": $text(phone),
	"shopUrl": "{{server}}/odoo/contacts/" & id,
	"createdAt": create_date & "Z",
	"address": $join([street, street2, zip, city, country_id[1]][$], ", "),
	"company": parent_id[1],
	"reference": $text(ref)`;

const customerInfo = block(
	text,
	"$partners := answers[0]",
	"$first := $partners[0].id",
	// Null when sales may not be read, or are not installed.
	"$orders := answers[1] != null ? answers[1]",
	"$lines := answers[2] != null ? answers[2]",
	`$sold := $orders[state in ["sale", "done"]]`,
	"$currency := $orders[0].currency_id[1]",
	`[$partners.$merge([
		{ ${partner} },
		id = $first and $exists($orders) ? {
			"currency": $currency,
			"ordersCount": $count($sold),
			"totalSpent": $sum($sold[currency_id[1] = $currency].amount_total),
			"orders": [$orders.($order := id; {
				"name": name,
				"date": date_order & "Z",
				"amount": amount_total,
				"currency": currency_id[1],
				"state": state = "cancel" ? "cancelled" : state,
				"url": "{{server}}/odoo/sales/" & id,
				"items": [$lines[order_id[0] = $order].{
					"name": name,
					"quantity": product_uom_qty,
					"price": price_unit
				}]
			})]
		}
	])]`,
);

/** Odoo 19 and newer, over its JSON-2 API: the contact, their sales orders, and what is in them. */
export const odoo: Preset = {
	id: "odoo",
	name: "Odoo 19+",
	docs: ["https://www.odoo.com/documentation/19.0/developer/reference/external_api.html"],
	note: "odooPlan",
	fields: [
		{
			key: "server",
			label: "appAddress",
			placeholder: "https://my-company.odoo.com",
			kind: "origin",
		},
		{
			key: "database",
			label: "database",
			placeholder: "my-company",
			kind: "text",
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
			...request("res.partner"),
			auth,
			body: {
				domain: ["|", ["phone_sanitized", "=", "{phone}"], ["phone", "=", "{phone}"]],
				fields: partnerFields,
				limit: 5,
			},
			steps: [
				{
					...request("sale.order"),
					optional: true,
					body: {
						domain: [["partner_id", "=", "{answer.0.id}"]],
						fields: ["name", "date_order", "amount_total", "currency_id", "state"],
						order: "date_order desc",
						limit: 50,
					},
				},
				{
					...request("sale.order.line"),
					optional: true,
					body: {
						domain: [
							["order_id.partner_id", "=", "{answers.0.0.id}"],
							["display_type", "=", false],
						],
						fields: ["order_id", "name", "product_uom_qty", "price_unit"],
						order: "order_id desc",
						limit: 200,
					},
				},
			],
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			...request("res.partner"),
			auth,
			body: {
				domain: [
					"|",
					"|",
					["name", "ilike", "{query}"],
					["email", "ilike", "{query}"],
					["phone", "ilike", "{query}"],
				],
				fields: partnerFields,
				limit: "{limit}",
			},
			mapping: block(text, `[$.{ ${partner} }]`),
		},
		{
			type: "search_Products",
			...request("product.template"),
			auth,
			body: {
				domain: [
					["sale_ok", "=", true],
					"|",
					["name", "ilike", "{query}"],
					["default_code", "ilike", "{query}"],
				],
				fields: ["name", "default_code", "list_price", "currency_id"],
				limit: "{limit}",
			},
			mapping: block(
				text,
				`[$.{
					"id": id,
					"name": name,
					"price": list_price,
					"currency": currency_id[1],
					"sku": $text(default_code),
					"url": "{{server}}/odoo/products/" & id
				}]`,
			),
		},
	],
};

import { block, text } from "./jsonata";
import {
	byPhone,
	byText,
	customersOf,
	order,
	orderFields,
	partner,
	partnerFields,
	product,
	products,
} from "./odoo-records";
import type { Preset } from "./preset";

const request = (model: string) => ({
	url: `{{server}}/json/2/${model}/search_read`,
	method: "POST" as const,
	headers: { "X-Odoo-Database": "{{database}}" },
});
const auth = { type: "header" as const, fields: { Authorization: "bearer {{key}}" } };

const contact = partner(`"{{server}}/odoo/contacts/" & id`);

const customerInfo = block(
	text,
	"$partners := answers[0]",
	// Null when sales may not be read, or are not installed.
	"$orders := answers[1] != null ? answers[1]",
	"$lines := answers[2] != null ? answers[2]",
	customersOf(
		contact,
		`${order(`"{{server}}/odoo/sales/" & id`)},
		"items": [$lines[order_id[0] = $order].{ "name": name, "quantity": product_uom_qty, "price": price_unit }]`,
	),
);

/** Odoo 19 and newer, over its JSON-2 API: the contact, their sales orders, and what is in them. */
export const odoo: Preset = {
	id: "odoo",
	name: "Odoo 19+",
	docs: ["https://www.odoo.com/documentation/19.0/developer/reference/external_api.html"],
	note: "odooPlan",
	fields: [
		{ key: "server", label: "appAddress", placeholder: "https://my-company.odoo.com", kind: "origin" },
		{ key: "database", label: "database", placeholder: "my-company", kind: "text" },
		{ key: "key", label: "apiKey", placeholder: "…", kind: "text", secret: true },
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			...request("res.partner"),
			auth,
			body: { domain: byPhone, fields: partnerFields, limit: 5 },
			steps: [
				{
					...request("sale.order"),
					optional: true,
					body: {
						domain: [["partner_id", "=", "{answer.0.id}"]],
						fields: orderFields,
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
			body: { domain: byText, fields: partnerFields, limit: "{limit}" },
			mapping: block(text, `[$.{ ${contact} }]`),
		},
		{
			type: "search_Products",
			...request("product.template"),
			auth,
			body: { ...products, limit: "{limit}" },
			mapping: block(text, `[$.{ ${product(`"{{server}}/odoo/products/" & id`)} }]`),
		},
	],
};

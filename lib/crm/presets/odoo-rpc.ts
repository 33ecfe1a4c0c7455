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

const rpc = (service: string, method: string, args: unknown[]) => ({
	url: "{{server}}/jsonrpc",
	method: "POST" as const,
	body: { jsonrpc: "2.0", method: "call", id: 1, params: { service, method, args } },
});

/** Odoo has no header for the key: it stands among the arguments, and a user's number has to be asked for first. */
const signIn = {
	...rpc("common", "authenticate", ["{{database}}", "{auth.login}", "{auth.key}", {}]),
	auth: { type: "body" as const, fields: { login: "{{login}}", key: "{{key}}" } },
};

const searchRead = (model: string, domain: unknown[], options: Record<string, unknown>) =>
	rpc("object", "execute_kw", [
		"{{database}}",
		"{answers.0.result}",
		"{auth.key}",
		model,
		"search_read",
		[domain],
		options,
	]);

/** Errors come with status 200, and a key that is not known with `false`: neither is nobody. */
const orFail = `
	$failed := answers[[0..1]].error[0];
	$exists($failed) ? $error($failed.data.message ? $failed.data.message : $failed.message);
	answers[0].result = false ? $error("Odoo does not know this user with this key in this database.");`;

const page = (model: string) => `"{{server}}/web#id=" & id & "&model=${model}&view_type=form"`;
const contact = partner(page("res.partner"));

/** Odoo 14 to 18, over JSON-RPC, which Odoo 19 replaces by another API: the contact with their sales orders. */
export const odooRpc: Preset = {
	id: "odooRpc",
	name: "Odoo 14–18",
	docs: ["https://www.odoo.com/documentation/18.0/developer/reference/external_api.html"],
	note: "odooPlan",
	fields: [
		{ key: "server", label: "appAddress", placeholder: "https://my-company.odoo.com", kind: "origin" },
		{ key: "database", label: "database", placeholder: "my-company", kind: "text" },
		{ key: "login", label: "login", placeholder: "ana@example.com", kind: "text" },
		{ key: "key", label: "apiKey", placeholder: "…", kind: "text", secret: true },
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			...signIn,
			steps: [
				searchRead("res.partner", byPhone, { fields: partnerFields, limit: 5 }),
				{
					...searchRead("sale.order", [["partner_id", "=", "{answer.result.0.id}"]], {
						fields: orderFields,
						order: "date_order desc",
						limit: 50,
					}),
					optional: true,
				},
			],
			mapping: block(
				text,
				orFail,
				"$partners := answers[1].result",
				// Nothing when sales may not be read, or are not installed.
				"$orders := answers[2].result",
				customersOf(contact, order(page("sale.order"))),
			),
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			...signIn,
			steps: [searchRead("res.partner", byText, { fields: partnerFields, limit: "{limit}" })],
			mapping: block(text, orFail, `[answers[1].result.{ ${contact} }]`),
		},
		{
			type: "search_Products",
			...signIn,
			steps: [searchRead("product.template", products.domain, { fields: products.fields, limit: "{limit}" })],
			mapping: block(text, orFail, `[answers[1].result.{ ${product(page("product.template"))} }]`),
		},
	],
};

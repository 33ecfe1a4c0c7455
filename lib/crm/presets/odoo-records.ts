// What Odoo tells of its records, the same in all its versions and APIs. A link to a record is `[id, name]`; what is not
// there is `false`; moments are UTC without saying so.

export const partnerFields = [
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

export const orderFields = ["name", "date_order", "amount_total", "currency_id", "state"];

/** Contacts by phone; `phone_sanitized` is Odoo's own copy in E.164. */
export const byPhone = ["|", ["phone_sanitized", "=", "{phone}"], ["phone", "=", "{phone}"]];

export const byText = [
	"|",
	"|",
	["name", "ilike", "{query}"],
	["email", "ilike", "{query}"],
	["phone", "ilike", "{query}"],
];

export const products = {
	domain: [["sale_ok", "=", true], "|", ["name", "ilike", "{query}"], ["default_code", "ilike", "{query}"]],
	fields: ["name", "default_code", "list_price", "currency_id"],
};

/** Fields of a customer; `link` is an expression that gives the contact's page. Needs `$text`. */
export const partner = (link: string): string => `
	"id": id,
	"name": name,
	"email": $text(email),
	"phone": $text(phone),
	"shopUrl": ${link},
	"createdAt": create_date & "Z",
	"address": $join([street, street2, zip, city, country_id[1]][$], ", "),
	"company": parent_id[1],
	"reference": $text(ref)`;

/** Fields of an order likewise. */
export const order = (link: string): string => `
	"name": name,
	"date": date_order & "Z",
	"amount": amount_total,
	"currency": currency_id[1],
	"state": state = "cancel" ? "cancelled" : state,
	"url": ${link}`;

/** Fields of a product likewise. */
export const product = (link: string): string => `
	"id": id,
	"name": name,
	"price": list_price,
	"currency": currency_id[1],
	"sku": $text(default_code),
	"url": ${link}`;

/**
 * The customers of `$partners`, the first with `$orders`, whose fields are `orders`. Drafts and offers are shown, but only
 * confirmed orders count.
 */
export const customersOf = (customer: string, orders: string): string => `
	$first := $partners[0].id;
	$sold := $orders[state in ["sale", "done"]];
	$currency := $orders[0].currency_id[1];
	[$partners.$merge([
		{ ${customer} },
		id = $first and $exists($orders) ? {
			"currency": $currency,
			"ordersCount": $count($sold),
			"totalSpent": $sum($sold[currency_id[1] = $currency].amount_total),
			"orders": [$orders.($order := id; { ${orders} })]
		}
	])]`;

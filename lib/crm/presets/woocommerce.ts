import { block, isPhone } from "./jsonata";
import type { Preset } from "./preset";

const api = "{{shop}}/wp-json/wc/v3";
const auth = {
	type: "basic" as const,
	fields: { username: "{{consumer_key}}", password: "{{consumer_secret}}" },
};

const order = `
	"name": "#" & number,
	"date": date_created_gmt & "Z",
	"amount": total,
	"currency": currency,
	"state": status,
	"totalRefunded": refunds ? -$sum(refunds.$number(total)),
	"totalDiscounts": $number(discount_total) > 0 ? discount_total,
	"url": "{{shop}}/wp-admin/post.php?post=" & id & "&action=edit",
	"items": [line_items.{
		"name": name,
		"quantity": quantity,
		"price": price,
		"sku": sku,
		"image": image.src
	}],
	"tracking": [meta_data[key = "_wc_shipment_tracking_items"].value.{
		"carrier": tracking_provider ? tracking_provider : custom_tracking_provider,
		"number": tracking_number,
		"url": custom_tracking_link
	}]`;

/** A shop knows guests by their orders alone, so the customer is who the newest order says, and its orders are those of the number. */
const customerInfo = block(
	isPhone,
	`$orders := $[status != "trash" and $isPhone(billing.phone)]`,
	`$paid := $orders[status in ["processing", "completed"]]`,
	"$newest := $orders[0]",
	`$newest ? {
		"id": $newest.customer_id > 0 ? $newest.customer_id,
		"name": $join([$newest.billing.first_name, $newest.billing.last_name][$], " "),
		"email": $newest.billing.email,
		"phone": $newest.billing.phone,
		"shopUrl": $newest.customer_id > 0 ? "{{shop}}/wp-admin/user-edit.php?user_id=" & $newest.customer_id,
		"currency": $newest.currency,
		"ordersCount": $count($paid),
		"totalSpent": $sum($paid[currency = $newest.currency].$number(total)),
		"notes": $newest.customer_note,
		"company": $newest.billing.company,
		"address": $join($newest.billing.[address_1, address_2, postcode, city, country][$], ", "),
		"orders": [$orders.{ ${order} }]
	}`,
);

/** WooCommerce, with a read-only REST key. */
export const woocommerce: Preset = {
	id: "woocommerce",
	name: "WooCommerce",
	docs: [
		"https://woocommerce.github.io/woocommerce-rest-api-docs/#orders",
		"https://woocommerce.github.io/woocommerce-rest-api-docs/#retrieve-current-currency",
	],
	fields: [
		{
			key: "shop",
			label: "appAddress",
			placeholder: "https://shop.example.com",
			kind: "address",
		},
		{
			key: "consumer_key",
			label: "consumerKey",
			placeholder: "ck_…",
			kind: "text",
			secret: true,
		},
		{
			key: "consumer_secret",
			label: "consumerSecret",
			placeholder: "cs_…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: `${api}/orders`,
			method: "GET",
			auth,
			query: { search: "{phone_national}", per_page: "50", orderby: "date", order: "desc" },
			mapping: customerInfo,
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			url: `${api}/customers`,
			method: "GET",
			auth,
			query: { search: "{query}", role: "all", per_page: "{limit}" },
			mapping: `[$.{
				"id": id,
				"name": $join([first_name, last_name][$], " "),
				"email": email,
				"phone": billing.phone,
				"shopUrl": "{{shop}}/wp-admin/user-edit.php?user_id=" & id,
				"createdAt": date_created_gmt & "Z"
			}]`,
		},
		{
			type: "search_Products",
			url: `${api}/products`,
			method: "GET",
			auth,
			query: { search: "{query}", status: "publish", per_page: "{limit}" },
			// A product does not say what its price is in.
			steps: [{ url: `${api}/data/currencies/current`, method: "GET", optional: true }],
			mapping: block(
				"$currency := answers[1].code",
				`[answers[0].{
					"id": id,
					"name": name,
					"price": price,
					"currency": $currency,
					"stock": stock_quantity,
					"sku": sku,
					"url": permalink,
					"image": images[0].src,
					"availability": stock_status
				}]`,
			),
		},
		{
			type: "globalSearch",
			url: `${api}/orders`,
			method: "GET",
			auth,
			query: { search: "{query}", per_page: "{limit}" },
			mapping: `[$.{
				"type": "order",
				"id": id,
				"title": "#" & number,
				"subtitle": $join([billing.first_name & " " & billing.last_name, total & " " & currency, status][$], " · "),
				"url": "{{shop}}/wp-admin/post.php?post=" & id & "&action=edit"
			}]`,
		},
	],
};

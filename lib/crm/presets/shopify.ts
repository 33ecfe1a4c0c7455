import { block } from "./jsonata";
import type { Preset } from "./preset";

const admin = "https://admin.shopify.com/store/{{shop}}";
const request = {
	url: "https://{{shop}}.myshopify.com/admin/api/2026-10/graphql.json",
	method: "POST" as const,
	auth: { type: "header" as const, fields: { "X-Shopify-Access-Token": "{{token}}" } },
};

/** Errors of GraphQL come with status 200; without this they would look as if nobody had been found. */
const orFail = "$exists(data) ? $ : $error(errors[0].message)";

const money = "{ shopMoney { amount currencyCode } }";

const customersQuery = `query Customers($search: String!, $limit: Int!) {
	customers(first: $limit, query: $search) {
		nodes {
			legacyResourceId displayName createdAt note tags state numberOfOrders
			defaultEmailAddress { emailAddress }
			defaultPhoneNumber { phoneNumber }
			amountSpent { amount currencyCode }
			defaultAddress { formatted(withName: false) }
		}
	}
}`;

/** A phone belongs to one customer there. The lists are short because a query may cost 1,000 points: this one has some 650. */
const customerWithOrdersQuery = `query CustomerWithOrders($search: String!) {
	customers(first: 1, query: $search) {
		nodes {
			legacyResourceId displayName createdAt note tags state numberOfOrders
			defaultEmailAddress { emailAddress }
			defaultPhoneNumber { phoneNumber }
			amountSpent { amount currencyCode }
			defaultAddress { formatted(withName: false) }
			orders(first: 20, sortKey: PROCESSED_AT, reverse: true) {
				nodes {
					legacyResourceId name processedAt cancelledAt displayFinancialStatus displayFulfillmentStatus
					currentTotalPriceSet ${money}
					totalRefundedSet ${money}
					totalDiscountsSet ${money}
					lineItems(first: 5) {
						nodes { name quantity sku originalUnitPriceSet ${money} image { url } }
					}
					fulfillments(first: 2) { displayStatus trackingInfo(first: 1) { company number url } }
				}
			}
		}
	}
}`;

const productsQuery = `query Products($search: String!, $limit: Int!) {
	shop { currencyCode }
	products(first: $limit, query: $search) {
		nodes {
			legacyResourceId title totalInventory onlineStoreUrl
			featuredMedia { preview { image { url } } }
			variants(first: 10) { nodes { title price sku inventoryQuantity } }
		}
	}
}`;

const customer = `
	"id": legacyResourceId,
	"name": displayName,
	"email": defaultEmailAddress.emailAddress,
	"phone": defaultPhoneNumber.phoneNumber,
	"shopUrl": "${admin}/customers/" & legacyResourceId,
	"state": $lowercase(state),
	"tags": tags,
	"notes": note,
	"createdAt": createdAt,
	"currency": amountSpent.currencyCode,
	"totalSpent": amountSpent.amount,
	"ordersCount": numberOfOrders,
	"address": $join(defaultAddress.formatted, ", ")`;

const order = `
	"name": name,
	"date": processedAt,
	"amount": currentTotalPriceSet.shopMoney.amount,
	"currency": currentTotalPriceSet.shopMoney.currencyCode,
	"totalRefunded": totalRefundedSet.shopMoney.amount,
	"totalDiscounts": totalDiscountsSet.shopMoney.amount,
	"state": cancelledAt ? "cancelled" : $replace($lowercase(displayFinancialStatus), "_", " "),
	"fulfillment": $replace($lowercase(displayFulfillmentStatus), "_", " "),
	"url": "${admin}/orders/" & legacyResourceId,
	"items": [lineItems.nodes.{
		"name": name,
		"quantity": quantity,
		"price": originalUnitPriceSet.shopMoney.amount,
		"sku": sku,
		"image": image.url
	}],
	"tracking": [fulfillments.($status := displayStatus; trackingInfo.{
		"carrier": company,
		"number": number,
		"url": url,
		"status": $replace($lowercase($status), "_", " ")
	})]`;

const customersOf = (fields: string) => block(orFail, `[data.customers.nodes.{ ${fields} }]`);

/** Shopify, GraphQL Admin API 2026-10 (REST is a legacy API there). One request gives the customer with their orders. */
export const shopify: Preset = {
	id: "shopify",
	name: "Shopify",
	docs: [
		"https://shopify.dev/docs/api/admin-graphql/2026-10/queries/customers",
		"https://shopify.dev/docs/api/admin-graphql/2026-10/objects/Customer",
		"https://shopify.dev/docs/apps/build/dev-dashboard/get-api-access-tokens",
	],
	note: "expiresDay",
	fields: [
		{
			key: "shop",
			label: "shopName",
			placeholder: "my-shop",
			kind: "subdomain",
			suffix: ".myshopify.com",
		},
		{
			key: "token",
			label: "adminToken",
			placeholder: "shpat_…",
			kind: "text",
			secret: true,
		},
	],
	endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			...request,
			body: { query: customerWithOrdersQuery, variables: { search: "phone:{phone}" } },
			mapping: customersOf(`${customer}, "orders": [orders.nodes.{ ${order} }]`),
		},
		{
			type: "sidePanel_CustomerFindToJoin",
			...request,
			body: { query: customersQuery, variables: { search: "{query}", limit: "{limit}" } },
			mapping: customersOf(customer),
		},
		{
			type: "search_Products",
			...request,
			body: { query: productsQuery, variables: { search: "{query}", limit: "{limit}" } },
			mapping: block(
				orFail,
				"$currency := data.shop.currencyCode",
				`[data.products.nodes.{
					"id": legacyResourceId,
					"name": title,
					"price": variants.nodes[0].price,
					"currency": $currency,
					"stock": totalInventory,
					"sku": variants.nodes[0].sku,
					"url": onlineStoreUrl ? onlineStoreUrl : "${admin}/products/" & legacyResourceId,
					"image": featuredMedia.preview.image.url,
					"variants": $count(variants.nodes) > 1 ? [variants.nodes.{
						"name": title,
						"price": price,
						"stock": inventoryQuantity,
						"sku": sku
					}]
				}]`,
			),
		},
	],
};

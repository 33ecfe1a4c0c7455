import type { EndpointType } from "./endpoint-type";

const item = ["name", "quantity", "price", "sku", "image", "url"];

/** What the panel knows of a customer, in the order of docs/contract.md, section 3. */
const customerFields = [
	...[
		"name",
		"email",
		"phone",
		"id",
		"state",
		"tags",
		"notes",
		"address",
		"shopUrl",
		"createdAt",
		"currency",
	],
	...["ordersCount", "totalSpent", "totalRefunded", "totalDiscounts"],
	...["name", "date", "amount", "state", "url", "currency"].map((name) => `orders[].${name}`),
	...item.map((name) => `orders[].items[].${name}`),
	...["carrier", "number", "url", "status"].map((name) => `orders[].tracking[].${name}`),
	...["date", "amount", "url"].map((name) => `abandonedCarts[].${name}`),
	...item.map((name) => `abandonedCarts[].items[].${name}`),
];

/** The fields of an answer a mapping can make, of one customer, product or result; none where anything is an answer. */
export const answerFields: Record<EndpointType, readonly string[]> = {
	sidePanel_CustomerInfo: customerFields,
	ai_CustomerInitialInfo: [],
	sidePanel_CustomerFindToJoin: ["name", "email", "phone", "id", "address"],
	search_Products: [
		...["name", "price", "currency", "stock", "sku", "url", "image", "id"],
		...["name", "price", "stock", "sku"].map((name) => `variants[].${name}`),
	],
	globalSearch: ["title", "subtitle", "type", "url", "id"],
};

/** Fields that are lists of texts: of these the whole list is meant, and not the one text that was pointed at. */
export const isTextList = (field: string): boolean => field === "tags";

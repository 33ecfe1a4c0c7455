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
	"orders",
	...["name", "date", "amount", "state", "url", "currency"].map((name) => `orders[].${name}`),
	"orders[].items",
	...item.map((name) => `orders[].items[].${name}`),
	"orders[].tracking",
	...["carrier", "number", "url", "status"].map((name) => `orders[].tracking[].${name}`),
	"abandonedCarts",
	...["date", "amount", "url"].map((name) => `abandonedCarts[].${name}`),
	"abandonedCarts[].items",
	...item.map((name) => `abandonedCarts[].items[].${name}`),
];

/** The fields of an answer a mapping can make, of one customer, product or result; none where anything is an answer. */
export const answerFields: Record<EndpointType, readonly string[]> = {
	sidePanel_CustomerInfo: customerFields,
	ai_CustomerInitialInfo: [],
	sidePanel_CustomerFindToJoin: ["name", "email", "phone", "id", "address"],
	search_Products: [
		...["name", "price", "currency", "stock", "sku", "url", "image", "id", "variants"],
		...["name", "price", "stock", "sku"].map((name) => `variants[].${name}`),
	],
	globalSearch: ["title", "subtitle", "type", "url", "id"],
};

const named =
	(...names: string[]) =>
	(field: string): boolean =>
		names.includes(field.split(".").at(-1) ?? "");

/** Fields that are lists of texts: of these the whole list is meant, and not the one text that was pointed at. */
export const isTextList = named("tags");
/** Fields that are lists of things with fields of their own. */
export const isThingList = named("orders", "items", "tracking", "abandonedCarts", "variants");
/** Fields that are money, which some CRMs write in cents. */
export const isMoney = named("totalSpent", "totalRefunded", "totalDiscounts", "amount", "price");
/** Fields whose text may be put together from several values, such as a first and a last name. */
export const isJoinable = named("name", "notes", "address", "state", "status", "title", "subtitle");
/** Fields that may be the same for everybody, and that no API has then. An order's currency is the customer's anyway. */
export const mayBeConstant = (field: string): boolean => field === "currency" || field === "type";

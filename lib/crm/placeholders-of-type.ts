import type { EndpointType } from "./endpoint-type";
import type { PlaceholderName } from "./placeholders";

/** The placeholders that stand for something in a request of a type, the usual ones first (docs/contract.md, section 2). */
export const placeholdersOfType: Record<EndpointType, readonly PlaceholderName[]> = {
	sidePanel_CustomerInfo: ["phone", "phone_digits", "phone_national", "customer_id"],
	ai_CustomerInitialInfo: ["phone", "phone_digits", "phone_national", "customer_id"],
	sidePanel_CustomerFindToJoin: ["query", "phone", "phone_digits", "phone_national", "limit"],
	search_Products: ["query", "limit"],
	globalSearch: ["query", "limit"],
};

const paths: Record<EndpointType, string> = {
	sidePanel_CustomerInfo: "customer-info",
	ai_CustomerInitialInfo: "customer-context",
	sidePanel_CustomerFindToJoin: "find-customers",
	search_Products: "products",
	globalSearch: "search",
};

/** What the address of an endpoint may look like: a `GET` of a CRM's own API names what it asks by. */
export function exampleUrl(type: EndpointType, method: "GET" | "POST"): string {
	const [name] = placeholdersOfType[type];
	const query = method === "GET" ? `?${name === "query" ? "q" : name}={${name}}` : "";
	return `https://crm.example.com/${paths[type]}${query}`;
}

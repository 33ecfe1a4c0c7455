import type { Launched } from "../../../demo/browser/launch";
import { callTool } from "../../../demo/connect";

const subjects = ["order", "invoice", "shipment", "return", "appointment", "product", "voucher", "customer"];
const verbs = ["find", "list", "create", "update", "cancel"];
const fields = {
	order_id: { type: "string", description: "The order's number as the customer knows it, such as #1042." },
	email: {
		type: "string",
		format: "email",
		description: "The customer's email, if it was told in the chat.",
	},
	since: { type: "string", format: "date", description: "Nothing before this day." },
	status: { type: "string", enum: ["open", "paid", "shipped", "returned", "cancelled"] },
	limit: { type: "integer", minimum: 1, maximum: 50, description: "How many at most." },
	lines: {
		type: "array",
		description: "What it is about, line by line.",
		items: {
			type: "object",
			properties: { sku: { type: "string" }, quantity: { type: "integer", minimum: 1 } },
			required: ["sku", "quantity"],
		},
	},
};

/** A hundred functions as an integrator writes them, about a kilobyte each. */
const functions = Array.from({ length: 100 }, (_, index) => {
	const verb = verbs[index % verbs.length];
	const subject = subjects[index % subjects.length];
	const writes = index % 5 > 1;
	return {
		name: `${verb}_${subject}_${index}`,
		description: `Use this to ${verb} a ${subject} of the customer in this chat. Ask for what is missing first, never guess a number, and tell the customer in one sentence what came out of it.`,
		parameters: { type: "object", properties: fields, required: ["order_id"], additionalProperties: false },
		endpoint: `https://erp.example.com/api/v2/${subject}s/{order_id}/${verb}?shop=${index}`,
		method: writes ? "POST" : "GET",
		fixed: { phone: { from: "conversation.phone" }, channel: "whatsapp" },
		...(index % 2 && { auth: { type: "header", fields: { Authorization: `Bearer made-up-key-${index}` } } }),
	};
});

const endpoints = [
	"sidePanel_CustomerInfo",
	"ai_CustomerInitialInfo",
	"sidePanel_CustomerFindToJoin",
	"search_Products",
	"globalSearch",
].map((type) => ({
	type,
	url: `https://erp.example.com/api/v2/chatside/${type}`,
	method: "POST",
	auth: { type: "header", fields: { Authorization: "Bearer made-up-key" } },
	timeout_ms: 10_000,
	cache_ttl_s: 300,
}));

/** Has a hundred functions and all five endpoints stored by the tools, as an integrator would. */
export async function storeRealisticSettings(browser: Launched): Promise<void> {
	await callTool(browser, "update_custom_functions", { add_function: functions });
	for (const endpoint of endpoints)
		await callTool(browser, "update_crm_endpoints", { add_crm_endpoint: endpoint });
}

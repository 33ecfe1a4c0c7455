/** Names an example; the Console has a title for each. */
export type ExampleKey = (typeof examples)[number]["key"];

const webhook = {
	webhook_enabled: true,
	webhook_url: "https://hooks.example.com/chatside",
	webhook_secret: "a-long-random-secret",
	webhook_events: ["phone.detected", "followup.detected"],
};

const endpoint = {
	type: "sidePanel_CustomerInfo",
	url: "https://crm.example.com/customer-info",
	method: "POST",
	auth: { type: "header", fields: { Authorization: "Bearer replace-this" } },
};

/**
 * The calls docs/contract.md shows, in its order. A test keeps both the same, so that whatever the document promises
 * can be tried in the Console.
 */
export const examples = [
	{ key: "webhookConfig", call: { name: "get_webhook_config", arguments: {} } },
	{ key: "webhookSet", call: { name: "configure_webhooks", arguments: webhook } },
	{ key: "webhookConfirm", call: { name: "configure_webhooks", arguments: { ...webhook, confirm: true } } },
	{ key: "webhookOff", call: { name: "configure_webhooks", arguments: { webhook_enabled: false } } },
	{ key: "webhookTest", call: { name: "test_webhook", arguments: {} } },
	{
		key: "webhookTestElsewhere",
		call: {
			name: "test_webhook",
			arguments: {
				webhook_url: "https://staging.example.com/chatside",
				webhook_secret: "another-random-secret",
			},
		},
	},
	{ key: "functions", call: { name: "get_custom_functions", arguments: {} } },
	{
		key: "functionAdd",
		call: {
			name: "update_custom_functions",
			arguments: {
				add_function: {
					name: "check_order_status",
					description: "Check the status of a customer order",
					parameters: {
						type: "object",
						properties: { order_id: { type: "string", description: "The order ID" } },
						required: ["order_id"],
					},
					endpoint: "https://api.example.com/orders/{order_id}/status",
					method: "GET",
				},
			},
		},
	},
	{
		key: "functionAddText",
		call: {
			name: "update_custom_functions",
			arguments: {
				add_function:
					'{ "name": "store_hours", "description": "When the store is open", "endpoint": "https://api.example.com/hours" }',
			},
		},
	},
	{
		key: "functionAddWrapped",
		call: {
			name: "update_custom_functions",
			arguments: {
				add_function: [
					{
						type: "function",
						function: {
							name: "book_appointment",
							description: "Book an appointment for this customer",
							parameters: {
								type: "object",
								properties: { day: { type: "string", format: "date" } },
								required: ["day"],
							},
						},
						endpoint: "https://api.example.com/appointments",
						method: "POST",
						auth: { type: "header", fields: { "X-Api-Key": "replace-this" } },
						fixed: { customer_phone: { from: "conversation.phone" }, source: "chat" },
						approval: "always",
					},
				],
			},
		},
	},
	{
		key: "functionAddOlder",
		call: {
			name: "update_custom_functions",
			arguments: {
				add_function: {
					name: "find_coupon",
					description: "Find a coupon by its code",
					parameters: {
						type: "object",
						properties: {
							code: { type: "string" },
							endpoint: { url: "https://api.example.com/coupons", method: "GET", format: "json" },
						},
						required: ["code"],
					},
				},
			},
		},
	},
	{
		key: "functionRemove",
		call: { name: "update_custom_functions", arguments: { remove_function: "check_order_status" } },
	},
	{ key: "endpoints", call: { name: "get_crm_endpoints", arguments: {} } },
	{
		key: "endpointAdd",
		call: {
			name: "update_crm_endpoints",
			arguments: { add_crm_endpoint: { ...endpoint, timeout_ms: 15_000, cache_ttl_s: 300 } },
		},
	},
	{
		key: "endpointAddMapped",
		call: {
			name: "update_crm_endpoints",
			arguments: {
				add_crm_endpoint: {
					type: "search_Products",
					url: "https://crm.example.com/api/v2/items?search={query}&per_page={limit}",
					method: "GET",
					headers: { "X-Api-Version": "2" },
					mapping: 'data.items.{ "id": uid, "name": title, "price": cents / 100, "currency": "EUR" }',
				},
			},
		},
	},
	{
		key: "endpointRemove",
		call: { name: "update_crm_endpoints", arguments: { remove_crm_endpoint: "sidePanel_CustomerInfo" } },
	},
	{
		key: "endpointTest",
		call: { name: "test_crm_endpoint", arguments: { ...endpoint, test_phone: "+34600000000" } },
	},
	{
		key: "endpointTestSearch",
		call: {
			name: "test_crm_endpoint",
			arguments: {
				type: "search_Products",
				url: "https://crm.example.com/products",
				method: "GET",
				test_query: "lamp",
			},
		},
	},
	{ key: "health", call: { name: "get_crm_health_status", arguments: {} } },
	{ key: "healthReset", call: { name: "reset_crm_errors", arguments: {} } },
	{
		key: "healthResetOne",
		call: { name: "reset_crm_errors", arguments: { type: "sidePanel_CustomerInfo" } },
	},
	{ key: "rpcList", call: { jsonrpc: "2.0", id: 1, method: "tools/list" } },
	{
		key: "rpcCall",
		call: {
			jsonrpc: "2.0",
			id: 2,
			method: "tools/call",
			params: { name: "get_crm_endpoints", arguments: {} },
		},
	},
] as const;

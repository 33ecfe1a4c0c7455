import { customerPath, type Stage } from "./stage";

/** Secrets of `setEverything`; none of them may turn up where secrets do not belong. */
export const secrets = {
	endpoint: "Bearer crm-key-7d1f",
	webhook: "webhook-secret-93aa",
	function: "function-key-c04e",
};

export const checkOrder = {
	name: "check_order_status",
	description: "Check the status of a customer order",
	parameters: {
		type: "object",
		properties: { order_id: { type: "string", description: "The order ID" } },
		required: ["order_id"],
	},
	endpoint: "https://myapi.example/orders/status",
	method: "GET",
	auth: { type: "query", fields: { key: secrets.function } },
};

/** Sets something of every kind by tool calls, each with a secret where it can have one. Five changes. */
export async function setEverything({ tool, crm, panel }: Stage): Promise<void> {
	await tool("update_crm_endpoints", {
		add_crm_endpoint: {
			type: "sidePanel_CustomerInfo",
			url: `${crm.url}${customerPath}`,
			method: "POST",
			auth: { type: "header", fields: { Authorization: secrets.endpoint } },
		},
	});
	const webhook = {
		webhook_enabled: true,
		webhook_url: "https://hooks.example.com/chatside",
		webhook_secret: secrets.webhook,
	};
	await tool("configure_webhooks", webhook);
	await tool("configure_webhooks", { ...webhook, confirm: true });
	await tool("update_custom_functions", { add_function: checkOrder });
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "globalSearch", url: `${crm.url}/search`, method: "GET", timeout_ms: 5_000 },
	});
	await panel.evaluate(() =>
		chrome.runtime.sendMessage({ message: "setSelectorOverrides", data: { composer: ["#compose"] } }),
	);
}

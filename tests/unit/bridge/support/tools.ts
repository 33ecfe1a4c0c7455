/** Two tools as the extension lists them. */
export const tools = [
	{ name: "get_webhook_config", description: "Tells the webhook settings.", inputSchema: { type: "object" } },
	{ name: "configure_webhooks", description: "Changes them.", inputSchema: { type: "object" } },
];

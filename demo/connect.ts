import { extensionHelperUrl, withHelperPage } from "./browser/helper-page";
import { grantHost } from "./browser/host-permission";
import type { Launched } from "./browser/launch";
import { demoToken, demoWebhookSecret } from "./servers";

/** The endpoints of the demo CRM that Chatside is shown with. */
const crmEndpoints = [
	{ type: "sidePanel_CustomerInfo", path: "/customer-info" },
	{ type: "ai_CustomerInitialInfo", path: "/customer-context" },
	{ type: "search_Products", path: "/products" },
	{ type: "globalSearch", path: "/search" },
];

/** Grants the demo CRM's address and sets its endpoints, as the panel's three steps and the settings would. */
export async function connectCrm({ context, extensionId }: Launched, crmUrl: string): Promise<void> {
	await grantHost(context, extensionId, `${crmUrl}/*`);
	for (const { type, path } of crmEndpoints) {
		const endpoint = {
			type,
			url: `${crmUrl}${path}`,
			method: "POST",
			auth: { type: "header", fields: { Authorization: `Bearer ${demoToken}` } },
		};
		await callTool({ context, extensionId }, "update_crm_endpoints", { add_crm_endpoint: endpoint });
	}
}

/** Grants the inbox's address and has events sent there, signed; in the two calls that a change of it takes. */
export async function connectWebhook({ context, extensionId }: Launched, webhookUrl: string): Promise<void> {
	await grantHost(context, extensionId, `${new URL(webhookUrl).origin}/*`);
	const webhook = {
		webhook_enabled: true,
		webhook_url: webhookUrl,
		webhook_secret: demoWebhookSecret,
		webhook_events: ["phone.detected", "followup.detected"],
	};
	await callTool({ context, extensionId }, "configure_webhooks", webhook);
	await callTool({ context, extensionId }, "configure_webhooks", { ...webhook, confirm: true });
}

/** Calls one of the extension's tools from one of its own pages. Throws when the call was refused. */
export async function callTool(
	{ context, extensionId }: Pick<Launched, "context" | "extensionId">,
	name: string,
	input: Record<string, unknown>,
): Promise<unknown> {
	const call = { message: "callTool", data: { name, arguments: input } };
	const reply = await withHelperPage(context, extensionHelperUrl(extensionId), (page) =>
		page.evaluate((message) => chrome.runtime.sendMessage(message), call),
	);
	const response = reply?.value;
	if (!response?.result || response.result.isError) throw new Error(`${name}: ${JSON.stringify(reply)}`);
	return response.result.structuredContent;
}

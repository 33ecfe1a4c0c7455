import type { Assistant } from "../lib/assistant/settings";
import type { EndpointType } from "../lib/crm/endpoint-type";
import { configurableEvents } from "../lib/webhooks/event";
import { extensionHelperUrl, withHelperPage } from "./browser/helper-page";
import { grantHost } from "./browser/host-permission";
import type { Launched } from "./browser/launch";
import { demoFunctions } from "./functions";
import { fieldsOf } from "./inbox/foreign-json";
import { demoModelKey, demoToken, demoWebhookSecret } from "./servers";

/** Grants the demo CRM's address and sets its endpoints, as the three steps of the panel and the settings would. */
export async function connectCrm(browser: Launched, crmUrl: string): Promise<void> {
	await grantHost(browser.context, browser.extensionId, `${crmUrl}/*`);
	await setEndpoint(browser, "sidePanel_CustomerInfo", `${crmUrl}/customer-info`);
	await connectSearch(browser, crmUrl);
	await connectSearches(browser, crmUrl);
}

/** Sets the demo CRM's searches for products and for everything, and what it tells the assistant. */
export async function connectSearches(browser: Launched, crmUrl: string): Promise<void> {
	await setEndpoint(browser, "ai_CustomerInitialInfo", `${crmUrl}/customer-context`);
	await setEndpoint(browser, "search_Products", `${crmUrl}/products`);
	await setEndpoint(browser, "globalSearch", `${crmUrl}/search`);
}

/** Sets the demo CRM's search for customers. */
export const connectSearch = (browser: Launched, crmUrl: string): Promise<unknown> =>
	setEndpoint(browser, "sidePanel_CustomerFindToJoin", `${crmUrl}/find-customer`);

function setEndpoint(browser: Launched, type: EndpointType, url: string): Promise<unknown> {
	const auth = { type: "header", fields: { Authorization: `Bearer ${demoToken}` } };
	return callTool(browser, "update_crm_endpoints", { add_crm_endpoint: { type, url, method: "POST", auth } });
}

/** Grants the inbox's address and has events sent there, signed; in the two calls that a change of it takes. */
export async function connectWebhook({ context, extensionId }: Launched, webhookUrl: string): Promise<void> {
	await grantHost(context, extensionId, `${new URL(webhookUrl).origin}/*`);
	const webhook = {
		webhook_enabled: true,
		webhook_url: webhookUrl,
		webhook_secret: demoWebhookSecret,
		webhook_events: [...configurableEvents],
	};
	await callTool({ context, extensionId }, "configure_webhooks", webhook);
	await callTool({ context, extensionId }, "configure_webhooks", { ...webhook, confirm: true });
}

/** Grants the model server's address and has the assistant ask its model of rules. */
export async function connectModel(browser: Launched, modelUrl: string, model = "demo-model"): Promise<void> {
	await grantHost(browser.context, browser.extensionId, `${new URL(modelUrl).origin}/*`);
	const fields: Partial<Assistant> = {
		provider: "openai-compatible",
		base_url: modelUrl,
		api_key: demoModelKey,
		model,
	};
	const reply = await sendToExtension(browser, "setAssistant", fields);
	if (!isOk(reply)) throw new Error(`setAssistant: ${JSON.stringify(reply)}`);
}

/** Lets the assistant look orders up in the demo CRM, and write notes on them. */
export const connectFunctions = (browser: Launched, crmUrl: string): Promise<unknown> =>
	callTool(browser, "update_custom_functions", { add_function: demoFunctions(crmUrl) });

/** Calls one of the extension's tools from one of its own pages. Throws when the call was refused. */
export async function callTool(
	browser: Pick<Launched, "context" | "extensionId">,
	name: string,
	input: Record<string, unknown>,
): Promise<unknown> {
	const response = await sendToExtension(browser, "callTool", { name, arguments: input });
	const { result } = fieldsOf(response);
	const { isError, structuredContent } = fieldsOf(result);
	if (result === undefined || isError) throw new Error(`${name}: ${JSON.stringify(response)}`);
	return structuredContent;
}

/** Sends the background a message from one of the extension's own pages, and gives its answer. */
async function sendToExtension(
	{ context, extensionId }: Pick<Launched, "context" | "extensionId">,
	message: string,
	data: unknown,
): Promise<unknown> {
	const reply: unknown = await withHelperPage(context, extensionHelperUrl(extensionId), (page) =>
		page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), { message, data }),
	);
	const { value, error } = fieldsOf(reply);
	if (error !== undefined) throw new Error(`${message}: ${JSON.stringify(error)}`);
	return value;
}

const isOk = (reply: unknown) => fieldsOf(reply).ok === true;

import { grantHost } from "../../../demo/browser/host-permission";
import type { RunningModel } from "../../../demo/model/start";
import { demoModelKey } from "../../../demo/servers";
import { connectToKnowAll } from "./customer-card";
import { json } from "./replies";
import { expect, type Stage } from "./stage";

const parameters = (...names: string[]) => ({
	type: "object",
	properties: Object.fromEntries(names.map((name) => [name, {}])),
	required: names,
});

/** Functions as careless as they can be set, the obedient model, and Lucía's chat with the assistant's tab open. */
export async function openObedientAssistant(stage: Stage, model: RunningModel): Promise<void> {
	const { crm, tool, panel, browser } = stage;
	await connectToKnowAll(stage);
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "ai_CustomerInitialInfo", url: `${crm.url}/context`, method: "POST" },
	});
	await tool("update_crm_endpoints", {
		add_crm_endpoint: { type: "search_Products", url: `${crm.url}/products`, method: "GET" },
	});
	const never = { approval: "never" };
	await tool("update_custom_functions", {
		add_function: [
			{ name: "read_order", endpoint: `${crm.url}/orders/{order_id}`, parameters: parameters("order_id") },
			{
				name: "delete_customer",
				endpoint: `${crm.url}/customers`,
				method: "DELETE",
				parameters: parameters("customer_id"),
				...never,
			},
			{
				name: "send_refund",
				endpoint: `${crm.url}/refunds`,
				method: "POST",
				parameters: parameters("order_id", "amount"),
				...never,
			},
		],
	});
	crm.answer("/refunds", json({ done: true }));
	crm.answer("/customers", json({ done: true }));
	crm.answer("/context", json({ found: true, customer: { name: "Lucía" } }));
	await grantHost(browser.context, browser.extensionId, `${new URL(model.url).origin}/*`);
	const data = {
		provider: "openai-compatible",
		base_url: model.url,
		api_key: demoModelKey,
		model: "demo-model-obedient",
	};
	const reply = await panel.evaluate((message) => chrome.runtime.sendMessage(message), {
		message: "setAssistant",
		data,
	});
	expect(reply).toMatchObject({ value: { ok: true } });
	await stage.open("lucia");
	await panel.getByRole("tab", { name: "Assistant" }).click();
	await expect(suggestButton(stage)).toBeEnabled();
}

export const suggestButton = ({ panel }: Stage) => panel.getByRole("button", { name: "Friendly" });
export const cards = ({ panel }: Stage) => panel.getByTestId("approval");
export const callsMade = ({ panel }: Stage) => panel.getByTestId("call");

/** Whatever could have changed something; the customer endpoints are asked with POST, too. */
export const writes = ({ crm }: Stage) =>
	["/refunds", "/customers"].flatMap((path) => crm.received(path)).filter(({ method }) => method !== "GET");

export const receive = ({ chat }: Stage, text: string) =>
	chat.evaluate((words) => window.demo.receive("lucia", words), text);

export async function ask({ panel }: Stage, question: string): Promise<void> {
	const field = panel.getByRole("textbox", { name: "Ask about this customer" });
	await field.fill(question);
	await field.press("Enter");
}

export async function refuseAll(stage: Stage): Promise<void> {
	await expect(cards(stage).first()).toBeVisible();
	while ((await cards(stage).count()) > 0) {
		const before = await cards(stage).count();
		await cards(stage).first().getByRole("button", { name: "Refuse" }).click();
		await expect(cards(stage)).toHaveCount(before - 1);
	}
}

import type { ServerResponse } from "node:http";
import type { Locator, Page } from "@playwright/test";
import { connectToKnowAll } from "./customer-card";
import type { Gate } from "./gate";
import type { Reply } from "./replies";
import { expect, type Stage } from "./stage";
import type { Texts } from "./texts";

/** Where the scripted CRM plays a model server. */
export const modelPath = "/v1/chat/completions";
export const statusPath = "/orders/status";
export const notePath = "/orders/note";

type Wanted = { name: string; arguments: unknown };
/** A piece of an answer: text, calls, or a gate that holds back what comes after it. */
type Piece = string | Wanted[] | Gate;

/** A model's answer as an OpenAI-compatible server streams it. */
export function streamed(...pieces: Piece[]): Reply {
	return { write: (response) => void writeStream(response, pieces) };
}

async function writeStream(response: ServerResponse, pieces: Piece[]): Promise<void> {
	const event = (data: unknown) => response.write(`data: ${JSON.stringify(data)}\n\n`);
	const delta = (fields: object, finish_reason: string | null = null) =>
		event({ choices: [{ index: 0, delta: fields, finish_reason }] });
	response.writeHead(200, { "content-type": "text/event-stream" });
	delta({ role: "assistant" });
	for (const piece of pieces)
		if (typeof piece === "string") delta({ content: piece });
		else if ("passed" in piece) await piece.passed;
		else
			delta({
				tool_calls: piece.map((call, index) => ({
					index,
					id: `call_${index}`,
					type: "function",
					function: {
						name: call.name,
						arguments: typeof call.arguments === "string" ? call.arguments : JSON.stringify(call.arguments),
					},
				})),
			});
	const called = pieces.some((piece) => Array.isArray(piece));
	delta({}, called ? "tool_calls" : "stop");
	event({ choices: [], usage: { prompt_tokens: 1_200, completion_tokens: 34, total_tokens: 1_234 } });
	response.end("data: [DONE]\n\n");
}

/** What the model was asked: the messages of each request. */
export const modelRequests = ({ crm }: Stage): { role: string; content: string }[][] =>
	crm.received(modelPath).map(({ body }) => JSON.parse(body).messages);

/** Sets the model, whose server the scripted CRM plays; `more` are further fields of the settings. */
export async function setModel({ panel, crm }: Stage, more: Record<string, unknown> = {}): Promise<void> {
	const data = { provider: "openai-compatible", base_url: `${crm.url}/v1`, model: "scripted", ...more };
	const reply = await panel.evaluate((message) => chrome.runtime.sendMessage(message), {
		message: "setAssistant",
		data,
	});
	if (!reply?.value?.ok) throw new Error(JSON.stringify(reply));
}

/** Two functions of the CRM: one that reads, one that writes. */
export async function setFunctions({ crm, tool }: Stage): Promise<void> {
	const order_id = { type: "string", description: "Such as CS-11464" };
	const functions = [
		{
			name: "check_order_status",
			description: "How an order is.",
			parameters: { type: "object", properties: { order_id }, required: ["order_id"] },
			endpoint: `${crm.url}${statusPath}`,
			method: "GET",
		},
		{
			name: "add_order_note",
			description: "Adds a note to an order.",
			parameters: {
				type: "object",
				properties: { order_id, note: { type: "string" } },
				required: ["order_id", "note"],
			},
			endpoint: `${crm.url}${notePath}`,
			method: "POST",
			fixed: { source: "whatsapp" },
		},
	];
	for (const add_function of functions) await tool("update_custom_functions", { add_function });
}

/** A panel with CRM, model and functions, Lucía's chat, and the assistant's tab open, in the language of `texts`. */
export async function openAssistant(stage: Stage, texts?: Texts): Promise<void> {
	await connectToKnowAll(stage);
	await setModel(stage);
	await setFunctions(stage);
	await stage.open("lucia");
	await showTab(stage.panel, texts);
	await expect(suggestButton(stage.panel, texts)).toBeEnabled();
}

export const showTab = (panel: Page, texts?: Texts): Promise<void> =>
	panel.getByRole("tab", { name: texts?.("tabs_assistant") ?? "Assistant" }).click();

export const suggestButton = (panel: Page, texts?: Texts): Locator =>
	panel.getByRole("button", { name: texts?.("assistantTab_tones_friendly") ?? "Friendly" });

export const draft = (panel: Page): Locator => panel.getByLabel("Suggested reply");

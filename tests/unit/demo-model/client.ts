import { type RunningModel, startModel } from "../../../demo/model/start";

export const key = "key-of-the-test";

export const start = (): Promise<RunningModel> => startModel({ port: 0, key });

export type Body = Record<string, unknown>;

/** A line of the chat as the assistant shows it to a model. */
export const line = (from: "customer" | "agent", text: string): string => JSON.stringify({ from, text });

export const tool = (name: string, ...parameters: string[]) => ({
	type: "function",
	function: {
		name,
		description: "",
		parameters: {
			type: "object",
			properties: Object.fromEntries(parameters.map((parameter) => [parameter, { type: "string" }])),
			required: parameters,
			additionalProperties: false,
		},
	},
});

export const statusTool = tool("check_order_status", "order_id");
export const noteTool = tool("add_order_note", "order_id", "note");
export const productsTool = tool("search_products", "query");

/** A request that asks for a reply to these lines. */
export const suggest = (lines: string[], more: Body = {}): Body => ({
	model: "demo-model",
	messages: [
		{ role: "system", content: "Suggest a reply to what the customer wrote last.\nTone: friendly." },
		{ role: "user", content: ["The last messages:", ...lines, "End of the data."].join("\n") },
	],
	...more,
});

export const ask = (server: RunningModel, body: unknown, headers: Record<string, string> = {}) =>
	fetch(`${server.url}/chat/completions`, {
		method: "POST",
		headers: { Authorization: `Bearer ${key}`, "Content-Type": "application/json", ...headers },
		body: typeof body === "string" ? body : JSON.stringify(body),
	});

type Message = {
	role: string;
	content: string | null;
	tool_calls?: { id: string; type: string; function: { name: string; arguments: string } }[];
};

/** The message of an answer that is not streamed. */
export async function messageOf(server: RunningModel, body: Body): Promise<Message> {
	const response = await ask(server, body);
	const { choices } = (await response.json()) as { choices: { message: Message }[] };
	return choices[0]?.message as Message;
}

/** The calls of an answer as `[name, arguments]`. */
export const callsOf = async (server: RunningModel, body: Body) =>
	((await messageOf(server, body)).tool_calls ?? []).map(({ function: called }) => [
		called.name,
		JSON.parse(called.arguments),
	]);

/** The request again, with the calls that were made and what came of each. */
export function answered(body: Body, message: Message, answers: readonly unknown[]): Body {
	return {
		...body,
		messages: [
			...(body.messages as unknown[]),
			message,
			...(message.tool_calls ?? []).map(({ id }, index) => ({
				role: "tool",
				tool_call_id: id,
				content: JSON.stringify(answers[index]),
			})),
		],
	};
}

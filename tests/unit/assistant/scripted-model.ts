import type { Model, ModelEvent, ModelMessage, ModelRequest } from "@/lib/assistant/model";

/** What a scripted model does when it is asked: say so, or anything else that can be iterated. */
export type Reply = ModelEvent[] | ((request: ModelRequest) => AsyncIterable<ModelEvent>);

/** A model that answers one reply after the other, the last one again and again, and keeps what it was asked. */
export function scriptedModel(replies: Reply[], { callsFunctions = true } = {}) {
	const asked: (Omit<ModelRequest, "messages"> & { messages: readonly ModelMessage[] })[] = [];
	const model: Model = {
		callsFunctions,
		ask(request) {
			const reply = replies[Math.min(asked.length, replies.length - 1)] ?? [];
			asked.push(request);
			return typeof reply === "function" ? reply(request) : inOrder(reply);
		},
	};
	return { model, asked };
}

async function* inOrder(events: ModelEvent[]): AsyncGenerator<ModelEvent> {
	for (const event of events) yield event;
}

export const says = (...pieces: string[]): ModelEvent[] => [
	...pieces.map((text) => ({ type: "text", text }) as const),
	{ type: "end", reason: "stop" },
];

export const calls = (...wanted: [name: string, input?: string][]): ModelEvent[] => [
	...wanted.map(
		([name, input = "{}"], index) =>
			({ type: "call", call: { id: `call-${index}`, name, arguments: input } }) as const,
	),
	{ type: "end", reason: "calls" },
];

/** Never says anything, whatever is aborted: a model that breaks its promise. */
export async function* hangs(): AsyncGenerator<ModelEvent> {
	await new Promise(() => undefined);
}

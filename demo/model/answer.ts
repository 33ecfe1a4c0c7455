import type { ChatRequest } from "./chat-request";

/** What a model says to a request: words, calls of functions, or both. */
export type Answer = { text: string; calls: { name: string; arguments: string }[] };

/** A model of the demo: the same request always gets the same answer. */
export type DemoModel = (request: ChatRequest) => Answer;

export const say = (text: string): Answer => ({ text, calls: [] });

export const call = (name: string, input: object): Answer => ({
	text: "",
	calls: [{ name, arguments: JSON.stringify(input) }],
});

import { fieldsOf, parseJson } from "../../inbox/foreign-json";
import type { ChatRequest } from "../chat-request";
import { type Language, languageOf, namedLanguage } from "./language";

export type Tone = "friendly" | "brief" | "formal";

/** What a call made for this answer came to. */
export type CallAnswer = { name: string; arguments: Record<string, unknown>; answer: unknown };

/** What the rules decide by. */
export type Situation = {
	task: "suggest" | "summarize" | "ask";
	tone: Tone;
	/** What the answer is written in. */
	language: Language;
	/** The agent's question, where there is one. */
	question: string;
	/** Everything that was said, oldest first. */
	messages: { from: string; text: string }[];
	/** What the customer wrote since the agent wrote last, oldest first; without that, their last message. */
	burst: string[];
	/** What the CRM knows; `{}` when nothing. */
	facts: Record<string, unknown>;
	answers: CallAnswer[];
};

/**
 * Reads the instructions (system messages) and the data: lines of JSON, those with `from` being messages of the chat and
 * any other what the CRM knows. Where no line is JSON, the last message is what somebody says.
 */
export function situationOf({ messages }: ChatRequest): Situation {
	const instructions = messages
		.flatMap(({ role, content }) => (role === "system" ? [content] : []))
		.join("\n");
	const asked = messages.flatMap(({ role, content }) => (role === "user" ? [content] : []));
	const objects = asked
		.flatMap((content) => content.split("\n"))
		.map(parseJson)
		.filter((value) => typeof value === "object" && value !== null && !Array.isArray(value))
		.map(fieldsOf);
	const said = objects.flatMap(({ from, text }) =>
		typeof from === "string" && typeof text === "string" ? [{ from, text }] : [],
	);
	const chat = said.length > 0 ? said : [{ from: "customer", text: asked.at(-1) ?? "" }];
	const burst = burstOf(chat);
	const question = questionIn(instructions);
	const task = /summari[sz]e/i.test(instructions) ? "summarize" : question ? "ask" : "suggest";
	return {
		task,
		tone: toneIn(instructions),
		language: languageIn(instructions) ?? languageOf(task === "ask" ? question : chatText(chat, burst)),
		question,
		messages: chat,
		burst,
		facts: objects.find((object) => object.from === undefined) ?? {},
		answers: answersIn(messages),
	};
}

function burstOf(chat: Situation["messages"]): string[] {
	const lastOfAgent = chat.findLastIndex(({ from }) => from === "agent");
	const since = chat.slice(lastOfAgent + 1);
	const burst = since.length > 0 ? since : chat.filter(({ from }) => from !== "agent").slice(-1);
	return burst.map(({ text }) => text);
}

/** A greeting alone says little of a language: then all the customer wrote decides. */
const chatText = (chat: Situation["messages"], burst: readonly string[]): string =>
	burst.join(" ").length >= 25
		? burst.join(" ")
		: chat.flatMap(({ from, text }) => (from === "agent" ? [] : [text])).join(" ");

function toneIn(instructions: string): Tone {
	const named = /\btone: (friendly|brief|formal)\b/i.exec(instructions)?.[1]?.toLowerCase();
	return named === "brief" || named === "formal" ? named : "friendly";
}

/** "Write in this language: …" of the user, or "the agent's language (…)". */
function languageIn(instructions: string): Language | null {
	const named =
		/write in this language: ([^\n.]+)/i.exec(instructions)?.[1] ??
		/agent's language \(([^)]+)\)/i.exec(instructions)?.[1];
	return named === undefined ? null : namedLanguage(named.trim());
}

function questionIn(instructions: string): string {
	const quoted = /\bquestion: ("(?:[^"\\]|\\.)*")/i.exec(instructions)?.[1];
	const question = quoted === undefined ? undefined : parseJson(quoted);
	return typeof question === "string" ? question : "";
}

function answersIn(messages: ChatRequest["messages"]): CallAnswer[] {
	const calls = new Map(messages.flatMap((message) => message.calls).map((made) => [made.id, made]));
	return messages.flatMap(({ role, callId, content }) => {
		const made = role === "tool" && callId !== undefined ? calls.get(callId) : undefined;
		if (!made) return [];
		return [
			{
				name: made.name,
				arguments: fieldsOf(parseJson(made.arguments)),
				answer: parseJson(content) ?? content,
			},
		];
	});
}

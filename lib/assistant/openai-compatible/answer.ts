import { isObject } from "@/lib/core/is-object";
import type { ModelCall, ModelEnd, ModelEvent, ModelUsage } from "../model";
import { createCallPieces } from "./calls";
import { createThoughtFilter } from "./thoughts";

/** An answer as it is put together from the JSON a server sends, in pieces or whole. */
export type Answer = {
	/** Takes one JSON: a piece of the answer (`delta`) or all of it (`message`). Gives the text it adds. */
	take(json: unknown): string;
	/** Whether the server has said why the answer ended. */
	hasEnded(): boolean;
	/** Whether anything of an answer came at all. */
	hasBegun(): boolean;
	/** What is told when it has come to its end: text that was held back, calls, usage and the end itself. */
	end(): ModelEvent[];
};

/**
 * Reads the answers of Chat Completions (platform.openai.com/docs/api-reference/chat/streaming). What a reasoning model
 * thinks (`reasoning_content`, `reasoning`, `<think>`) is left out.
 */
export function createAnswer(randomId: () => string): Answer {
	const pieces = createCallPieces(randomId);
	const thoughts = createThoughtFilter();
	let usage: ModelUsage | undefined;
	let finish: string | undefined;
	let begun = false;
	return {
		take(json) {
			if (!isObject(json)) return "";
			usage = usageIn(json) ?? usage;
			const choice = Array.isArray(json.choices) ? json.choices[0] : undefined;
			if (!isObject(choice)) return "";
			begun = true;
			if (typeof choice.finish_reason === "string" && choice.finish_reason !== "")
				finish = choice.finish_reason;
			const part = isObject(choice.delta) ? choice.delta : choice.message;
			if (!isObject(part)) return "";
			pieces.take(part.tool_calls);
			return thoughts.take(textIn(part.content) + textIn(part.refusal));
		},
		hasEnded: () => finish !== undefined,
		hasBegun: () => begun,
		end() {
			const text = thoughts.end();
			const all = pieces.calls();
			// What was cut at the longest length may be cut in the middle of a call.
			const calls = finish === "length" ? all.filter(isWhole) : all;
			return [
				...(text === "" ? [] : [{ type: "text", text } as const]),
				...calls.map((call) => ({ type: "call", call }) as const),
				...(usage ? [{ type: "usage", usage } as const] : []),
				{ type: "end", reason: endOf(finish, calls) },
			];
		},
	};
}

function endOf(finish: string | undefined, calls: readonly ModelCall[]): ModelEnd {
	if (finish === "content_filter") return "filtered";
	if (finish === "length") return "length";
	// Some servers say `stop` although functions are to be called, and some have words of their own.
	return calls.length > 0 ? "calls" : "stop";
}

function isWhole({ arguments: text }: ModelCall): boolean {
	try {
		JSON.parse(text);
		return true;
	} catch {
		return false;
	}
}

/** Text, or a list of parts of which those with text count (Mistral). */
function textIn(content: unknown): string {
	if (typeof content === "string") return content;
	if (!Array.isArray(content)) return "";
	return content.map((part) => (isObject(part) && typeof part.text === "string" ? part.text : "")).join("");
}

/** The tokens as told; Groq tells them beside the usual place. The last that are told count. */
function usageIn(json: Record<string, unknown>): ModelUsage | undefined {
	const beside = isObject(json.x_groq) ? json.x_groq.usage : undefined;
	const usage = isObject(json.usage) ? json.usage : beside;
	if (!isObject(usage)) return undefined;
	const [inputTokens, outputTokens] = [usage.prompt_tokens, usage.completion_tokens].map(countOf);
	return inputTokens === undefined || outputTokens === undefined ? undefined : { inputTokens, outputTokens };
}

const countOf = (value: unknown): number | undefined =>
	typeof value === "number" && Number.isFinite(value) && value >= 0 ? Math.round(value) : undefined;

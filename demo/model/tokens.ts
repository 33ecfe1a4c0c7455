import type { Answer } from "./answer";
import type { ChatRequest } from "./chat-request";

/** Tokens as OpenAI's servers count them out; here four characters are one. */
export type Usage = { prompt_tokens: number; completion_tokens: number; total_tokens: number };

const tokensIn = (text: string) => Math.ceil(text.length / 4);

export function usageOf({ messages, functions }: ChatRequest, { text, calls }: Answer): Usage {
	const prompt_tokens = tokensIn(
		messages.map(({ content, calls: made }) => content + JSON.stringify(made)).join("\n") +
			JSON.stringify(functions),
	);
	const completion_tokens = tokensIn(text + calls.map((made) => made.name + made.arguments).join(""));
	return { prompt_tokens, completion_tokens, total_tokens: prompt_tokens + completion_tokens };
}

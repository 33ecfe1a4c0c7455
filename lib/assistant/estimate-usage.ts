import type { Asked } from "./ask-model";
import type { ModelRequest, ModelUsage } from "./model";

/** UTF-8 bytes of a token, rather too few: text has about four, JSON and other scripts fewer. */
const bytesPerToken = 3;

/**
 * What a request used about whose tokens no server told: its answer was stopped, or broke off, and what was begun is paid
 * for all the same. Rather too much than too little, or stopping would lead around the daily limit.
 */
export function estimateUsage(
	{ messages, functions }: Pick<ModelRequest, "messages" | "functions">,
	written: string,
): ModelUsage {
	return {
		inputTokens: tokensIn(JSON.stringify([messages, functions])),
		outputTokens: tokensIn(written),
	};
}

/** Whether a model has worked on a request that came to this: one that was refused, or never arrived, used nothing. */
export function wasBegun(asked: Asked): boolean {
	if (!asked) return true;
	if (!("failure" in asked)) return false;
	return asked.failure.reason === "interrupted" || asked.failure.reason === "timeout";
}

const tokensIn = (text: string): number => Math.ceil(new TextEncoder().encode(text).length / bytesPerToken);

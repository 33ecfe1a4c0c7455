import { isObject } from "@/lib/core/is-object";
import type { ModelCall, ModelFunction, ModelMessage } from "../model";
import type { ModelConnection } from "./connection";
import { allowsStrict } from "./strict-schema";

/** What not every server takes, and what is asked for again without where it is refused. */
export type Extras = { stream_options: boolean; strict: boolean };

/** The body of `POST {base}/chat/completions` (platform.openai.com/docs/api-reference/chat/create). */
export function completionBody(
	{ model, streaming }: Pick<ModelConnection, "model" | "streaming">,
	messages: readonly ModelMessage[],
	functions: readonly ModelFunction[],
	extras: Extras,
): string {
	return JSON.stringify({
		model,
		messages: messages.map(messageOf),
		stream: streaming,
		...(streaming && extras.stream_options && { stream_options: { include_usage: true } }),
		...(functions.length > 0 && {
			tools: functions.map((one) => toolOf(one, extras.strict)),
			tool_choice: "auto",
		}),
	});
}

function toolOf({ name, description, parameters }: ModelFunction, strict: boolean) {
	return {
		type: "function",
		function: { name, description, parameters, ...(strict && allowsStrict(parameters) && { strict: true }) },
	};
}

function messageOf(message: ModelMessage) {
	switch (message.role) {
		case "system":
		case "user":
			return { role: message.role, content: message.content };
		case "tool":
			return { role: "tool", tool_call_id: message.callId, content: message.content };
		case "assistant":
			return {
				role: "assistant",
				content: message.content === "" && message.calls.length > 0 ? null : message.content,
				...(message.calls.length > 0 && { tool_calls: message.calls.map(callOf) }),
			};
	}
}

function callOf({ id, name, arguments: text }: ModelCall) {
	// Ollama and vLLM parse what comes back to them, and refuse the whole conversation for one call that is no object.
	return { id, type: "function", function: { name, arguments: isJsonObject(text) ? text : "{}" } };
}

function isJsonObject(text: string): boolean {
	try {
		return isObject(JSON.parse(text));
	} catch {
		return false;
	}
}

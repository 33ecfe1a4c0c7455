import type { Answer } from "./answer";
import type { ChatRequest } from "./chat-request";
import { type Usage, usageOf } from "./tokens";

/** An answer with the ids and the counts it goes out with. */
export type Completion = {
	id: string;
	created: number;
	model: string;
	text: string;
	calls: { id: string; name: string; arguments: string }[];
	usage: Usage;
	finishReason: "stop" | "tool_calls";
};

/** Ids count on from the calls before, so that no two of a conversation are the same. */
export function completionOf(request: ChatRequest, answer: Answer, now: number): Completion {
	const before = request.messages.flatMap(({ calls }) => calls).length;
	const wanted = request.parallel ? answer.calls : answer.calls.slice(0, 1);
	const calls = wanted.map((made, index) => ({ id: `call_demo_${before + index + 1}`, ...made }));
	return {
		id: `chatcmpl-demo-${before}`,
		created: Math.floor(now / 1000),
		model: request.model,
		text: answer.text,
		calls,
		usage: usageOf(request, { text: answer.text, calls: wanted }),
		finishReason: calls.length > 0 ? "tool_calls" : "stop",
	};
}

/** The answer as one object, for whoever did not ask for a stream. */
export function wholeCompletion({
	id,
	created,
	model,
	text,
	calls,
	usage,
	finishReason,
}: Completion): object {
	const message = {
		role: "assistant",
		content: text === "" ? null : text,
		...(calls.length > 0 && { tool_calls: calls.map((made) => ({ ...asTool(made) })) }),
	};
	return {
		id,
		object: "chat.completion",
		created,
		model,
		choices: [{ index: 0, message, logprobs: null, finish_reason: finishReason }],
		usage,
	};
}

/** The same in small pieces: the role, the words a few characters at a time, the calls bit by bit, the end, the usage. */
export function completionChunks(completion: Completion, streamUsage: boolean): object[] {
	const { id, created, model, text, calls, usage, finishReason } = completion;
	const head = { id, object: "chat.completion.chunk", created, model };
	const chunk = (delta: object, finish_reason: string | null = null) => ({
		...head,
		choices: [{ index: 0, delta, logprobs: null, finish_reason }],
		...(streamUsage && { usage: null }),
	});
	const toolCalls = calls.flatMap((made, index) => [
		chunk({ tool_calls: [{ index, ...asTool({ ...made, arguments: "" }) }] }),
		...pieces(made.arguments, /[\s\S]{1,12}/gu).map((piece) =>
			chunk({ tool_calls: [{ index, function: { arguments: piece } }] }),
		),
	]);
	return [
		chunk({ role: "assistant", content: calls.length > 0 && text === "" ? null : "" }),
		...pieces(text, /\s*\S{1,6}/gu).map((content) => chunk({ content })),
		...toolCalls,
		chunk({}, finishReason),
		...(streamUsage ? [{ ...head, choices: [], usage }] : []),
	];
}

const asTool = ({ id, name, arguments: given }: Completion["calls"][number]) => ({
	id,
	type: "function",
	function: { name, arguments: given },
});

/** What the pattern leaves at the end, such as a last line break, is a piece as well. */
function pieces(text: string, pattern: RegExp): string[] {
	const found = text.match(pattern) ?? [];
	const rest = text.slice(found.join("").length);
	return rest === "" ? found : [...found, rest];
}

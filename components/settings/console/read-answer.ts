import type { ConsoleAnswer } from "@/components/hooks/use-console";
import type { CallOutcome } from "@/lib/tools/call-history";
import type { ToolIssue } from "@/lib/tools/tool";
import { type ConsoleRequest, calledName } from "./read-call";

/** An answer as the page shows it. */
export type CallAnswer = {
	/** The tool, or the method of a JSON-RPC request that names none. */
	name: string;
	outcome: CallOutcome;
	/** What the tool says; an answer to `tools/list` says nothing in words. */
	sentence?: string;
	/** The code of a JSON-RPC error. */
	code?: number;
	/** The tool's data; of a JSON-RPC request the whole answer. */
	data?: unknown;
	issues: readonly ToolIssue[];
	/** The host whose permission is missing, as a match pattern. */
	permission?: string;
};

/** What a tool's data may say that the page acts on. */
type Telling = { confirmation_required?: boolean; failure?: { reason?: string; origin?: string } };

export function readAnswer({ request, response }: Pick<ConsoleAnswer, "request" | "response">): CallAnswer {
	const name = calledName(request);
	const whole = request.kind === "rpc" ? { data: response } : {};
	if ("error" in response) {
		const { code, message, data } = response.error;
		const { issues = [] } = (data ?? {}) as { issues?: ToolIssue[] };
		return { name, outcome: "refused", sentence: message, code, issues, ...whole };
	}
	const result = response.result as Partial<
		Extract<typeof response, { result: { content: unknown } }>["result"]
	>;
	const data = result.structuredContent;
	const { confirmation_required, failure } = (data ?? {}) as Telling;
	return {
		name,
		outcome: result.isError ? "failed" : confirmation_required ? "unconfirmed" : "done",
		sentence: result.content?.[0].text,
		data,
		issues: [],
		...(failure?.reason === "permission-missing" && { permission: failure.origin }),
		...whole,
	};
}

/** The same request with `confirm: true`. */
export function confirmed(request: ConsoleRequest): ConsoleRequest {
	if (request.kind === "call") {
		const { call } = request;
		return { kind: "call", call: { ...call, arguments: { ...call.arguments, confirm: true } } };
	}
	const { message } = request;
	const params = message.params as { arguments?: object };
	return {
		kind: "rpc",
		message: { ...message, params: { ...params, arguments: { ...params.arguments, confirm: true } } },
	};
}

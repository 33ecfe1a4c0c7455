import { z } from "@/lib/core/schema";
import type { ToolContext } from "./context";
import { callTool, listTools } from "./registry";
import type { ToolCaller } from "./tool";

const id = z.union([z.string(), z.number()]);
const requestSchema = z.object({
	jsonrpc: z.literal("2.0"),
	id,
	method: z.string(),
	params: z.record(z.string(), z.unknown()).optional(),
});
const callSchema = z.object({
	name: z.string(),
	arguments: z.record(z.string(), z.unknown()).optional(),
});

export type JsonRpcResponse = { jsonrpc: "2.0"; id: string | number | null } & (
	| { result: unknown }
	| { error: { code: number; message: string; data?: unknown } }
);

/**
 * Answers one JSON-RPC 2.0 request: `tools/list` and `tools/call` as MCP has them (specification of 2025-06-18, server
 * features, tools). Codes: -32600 no request, -32601 unknown method or tool, -32602 bad parameters.
 */
export async function answerJsonRpc(
	context: ToolContext,
	caller: ToolCaller,
	message: unknown,
): Promise<JsonRpcResponse> {
	const request = requestSchema.safeParse(message);
	if (!request.success) {
		const given = id.safeParse((message as { id?: unknown } | null)?.id);
		return {
			jsonrpc: "2.0",
			id: given.success ? given.data : null,
			error: {
				code: -32600,
				message: 'This is no JSON-RPC 2.0 request: give "jsonrpc": "2.0", "id" and "method".',
			},
		};
	}
	const { method, params } = request.data;
	return { jsonrpc: "2.0", id: request.data.id, ...(await answer()) };

	async function answer() {
		if (method === "tools/list") return { result: { tools: listTools(caller) } };
		if (method !== "tools/call")
			return {
				error: { code: -32601, message: `There is no method "${method}": use tools/list or tools/call.` },
			};
		const call = callSchema.safeParse(params);
		return call.success
			? callTool(context, caller, call.data)
			: {
					error: { code: -32602, message: 'tools/call takes "name" and, as an object, "arguments".' },
				};
	}
}

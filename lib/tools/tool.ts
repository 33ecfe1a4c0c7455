import type { z } from "@/lib/core/schema";

/** `query` reads, `mutation` changes or sends something. */
export type ToolKind = "query" | "mutation";

/** Who may call: pages of the extension. Other front ends join here, each named. */
export type ToolCaller = "extension-page";

/** A tool call as the contract documents it. */
export type ToolCall = { name: string; arguments?: Record<string, unknown> };

/** What a tool that ran says: a sentence for people and models, data for programs. `isError` when it could not do its work. */
export type ToolResult<Data = unknown> = { text: string; data?: Data; isError?: boolean };

/** A finished call: MCP's result shape, or a JSON-RPC error (-32601 unknown tool, -32602 bad arguments). */
export type ToolResponse =
	| { result: { content: [{ type: "text"; text: string }]; structuredContent?: unknown; isError: boolean } }
	| { error: { code: number; message: string; data?: { issues: ToolIssue[] } } };

/** One argument that was refused: where, and why. */
export type ToolIssue = { path: string; message: string };

export type Tool<Context, Input extends z.ZodType = z.ZodType> = {
	name: string;
	description: string;
	kind: ToolKind;
	callers: readonly ToolCaller[];
	input: Input;
	run(context: Context, input: z.output<Input>): Promise<ToolResult>;
};

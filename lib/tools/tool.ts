import type { z } from "@/lib/core/schema";

/** `query` reads, `mutation` changes or sends something, `confirmed` changes something only when asked twice. */
export type ToolKind = "query" | "mutation" | "confirmed";

/** Who may call: pages of the extension, and programs at the bridge (lib/bridge). Other front ends join here, each named. */
export type ToolCaller = "extension-page" | "mcp-client";

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

/** What a front end may want to know before it calls (MCP, tool annotations). `readOnlyHint` follows from the kind. */
export type ToolHints = {
	/** It replaces or removes what was there. That a change of settings can be undone does not make it less (MCP). */
	destructive: boolean;
	/** Calling it again with the same arguments changes nothing more. */
	idempotent: boolean;
	/** It talks to a server. */
	openWorld: boolean;
};

export type Tool<Context, Input extends z.ZodType = z.ZodType> = {
	name: string;
	description: string;
	kind: ToolKind;
	hints: ToolHints;
	callers: readonly ToolCaller[];
	input: Input;
	/** What of the arguments only running code can tell; asked once they fit `input`. */
	check?(context: Context, input: z.output<Input>): Promise<ToolIssue[]>;
	run(context: Context, input: z.output<Input>): Promise<ToolResult>;
};

/** A tool as `tools/list` of MCP tells it. */
export type ToolListing = {
	name: string;
	description: string;
	/** JSON Schema (2020-12) of the arguments. */
	inputSchema: Record<string, unknown>;
	annotations: {
		readOnlyHint: boolean;
		destructiveHint: boolean;
		idempotentHint: boolean;
		openWorldHint: boolean;
	};
};

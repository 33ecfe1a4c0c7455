import type { z } from "@/lib/core/schema";
import type { ToolContext } from "./context";
import { getCrmEndpoints } from "./get-crm-endpoints";
import { testCrmEndpoint } from "./test-crm-endpoint";
import type { Tool, ToolCall, ToolCaller, ToolIssue, ToolResponse } from "./tool";
import { updateCrmEndpoints } from "./update-crm-endpoints";

/** JSON-RPC 2.0 codes, as MCP uses them. */
const methodNotFound = -32601;
const invalidParams = -32602;

/** Every tool there is. A new one is a file of its own and a line here. */
export const tools = [getCrmEndpoints, updateCrmEndpoints, testCrmEndpoint] as readonly Tool<ToolContext>[];

/**
 * Runs a tool call: one validation, one permission check and one error format for every front end. A refused call
 * changes nothing; all offending arguments are named at once.
 */
export async function callTool(
	context: ToolContext,
	caller: ToolCaller,
	call: ToolCall,
): Promise<ToolResponse> {
	const tool = tools.find(({ name }) => name === call.name);
	if (!tool?.callers.includes(caller)) {
		const known = tools.filter(({ callers }) => callers.includes(caller)).map(({ name }) => name);
		return {
			error: {
				code: methodNotFound,
				message: `There is no tool "${call.name}". Tools: ${known.join(", ")}.`,
			},
		};
	}
	const input = tool.input.safeParse(call.arguments ?? {});
	if (!input.success) {
		const issues = input.error.issues.flatMap(toIssues);
		const list = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" ");
		return { error: { code: invalidParams, message: `${tool.name} was not run. ${list}`, data: { issues } } };
	}
	const { text, data, isError = false } = await tool.run(context, input.data);
	return { result: { content: [{ type: "text", text }], structuredContent: data, isError } };
}

function toIssues(issue: z.core.$ZodIssue): ToolIssue[] {
	const path = issue.path.join(".");
	if (issue.code === "unrecognized_keys")
		return issue.keys.map((key) => ({
			path: path ? `${path}.${key}` : key,
			message: `There is no field "${key}".`,
		}));
	return [{ path, message: issue.message }];
}

import { configureWebhooks } from "./configure-webhooks";
import type { ToolContext } from "./context";
import { getCrmEndpoints } from "./get-crm-endpoints";
import { getCrmHealthStatus } from "./get-crm-health-status";
import { getCustomFunctions } from "./get-custom-functions";
import { getWebhookConfig } from "./get-webhook-config";
import { inputJsonSchema } from "./input-json-schema";
import { resetCrmErrors } from "./reset-crm-errors";
import { testCrmEndpoint } from "./test-crm-endpoint";
import { testWebhook } from "./test-webhook";
import type { Tool, ToolCall, ToolCaller, ToolKind, ToolListing, ToolResponse } from "./tool";
import { toolIssues } from "./tool-issues";
import { updateCrmEndpoints } from "./update-crm-endpoints";
import { updateCustomFunctions } from "./update-custom-functions";

/** JSON-RPC 2.0 codes, as MCP uses them. */
const methodNotFound = -32601;
const invalidParams = -32602;

/** Every tool there is. A new one is a file of its own and a line here. */
export const tools = [
	getWebhookConfig,
	configureWebhooks,
	testWebhook,
	getCustomFunctions,
	updateCustomFunctions,
	getCrmEndpoints,
	updateCrmEndpoints,
	testCrmEndpoint,
	getCrmHealthStatus,
	resetCrmErrors,
] as readonly Tool<ToolContext>[];

/** What kind of tool that is; undefined where there is none of that name. */
export const toolKind = (name: string): ToolKind | undefined =>
	tools.find((tool) => tool.name === name)?.kind;

/** What a caller may call, as MCP's `tools/list` tells it. */
export function listTools(caller: ToolCaller): ToolListing[] {
	return tools
		.filter(({ callers }) => callers.includes(caller))
		.map(({ name, description, kind, hints, input }) => ({
			name,
			description,
			inputSchema: inputJsonSchema(input),
			annotations: {
				readOnlyHint: kind === "query",
				destructiveHint: hints.destructive,
				idempotentHint: hints.idempotent,
				openWorldHint: hints.openWorld,
			},
		}));
}

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
	const issues = input.success ? ((await tool.check?.(context, input.data)) ?? []) : toolIssues(input.error);
	if (!input.success || issues.length > 0) {
		const list = issues.map(({ path, message }) => (path ? `${path}: ${message}` : message)).join(" ");
		return { error: { code: invalidParams, message: `${tool.name} was not run. ${list}`, data: { issues } } };
	}
	const { text, data, isError = false } = await tool.run(context, input.data);
	return { result: { content: [{ type: "text", text }], structuredContent: data, isError } };
}

import type { JsonSchema } from "@/components/json-editor/schema-completion";
import { readPartOfJson } from "@/lib/core/json";
import type { ToolListing } from "@/lib/tools/tool";
import { isRpc } from "./read-call";

/** What may be written into a call, by what of it is written: first the tools, then the arguments of the one named. */
export function callSchema(text: string, tools: readonly ToolListing[]): JsonSchema {
	const written = readPartOfJson(text);
	if (!isRpc(written)) return toolCallSchema(written, tools);
	return {
		type: "object",
		required: ["jsonrpc", "id", "method"],
		properties: {
			jsonrpc: { const: "2.0" },
			id: { type: "integer", default: 1 },
			method: { enum: ["tools/list", "tools/call"] },
			params: toolCallSchema(written.params, tools),
		},
	};
}

function toolCallSchema(written: unknown, tools: readonly ToolListing[]): JsonSchema {
	const { name } = (written ?? {}) as { name?: unknown };
	const tool = tools.find((one) => one.name === name);
	return {
		type: "object",
		required: ["name"],
		properties: {
			name: {
				type: "string",
				oneOf: tools.map(({ name: one, description }) => ({ const: one, description })),
			},
			arguments: { type: "object", ...(tool?.inputSchema as JsonSchema | undefined) },
		},
	};
}

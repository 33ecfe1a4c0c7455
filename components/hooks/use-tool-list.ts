import { useQuery } from "@tanstack/react-query";
import type { JsonSchema } from "@/components/json-editor/schema-completion";
import { sendMessage } from "@/lib/messaging/client";

/** The tools there are, as MCP lists them. They do not change while the extension runs. */
export function useToolList() {
	return useQuery({
		queryKey: ["tool-list"],
		queryFn: () => sendMessage("listTools"),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** The JSON Schema of a tool's arguments; undefined until it is known. */
export function useToolSchema(name: string): JsonSchema | undefined {
	return useToolList().data?.find((tool) => tool.name === name)?.inputSchema as JsonSchema | undefined;
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Endpoint } from "@/lib/crm/endpoint";
import { sendMessage } from "@/lib/messaging/client";
import type { EndpointTest } from "@/lib/tools/test-crm-endpoint";
import type { ToolIssue, ToolResponse } from "@/lib/tools/tool";

/** What a tool call came to: data, or why not, with the arguments that were refused. */
export type ToolOutcome<Data> = { isError: boolean; text: string; data?: Data; issues: ToolIssue[] };

function outcome<Data>(response: ToolResponse): ToolOutcome<Data> {
	if ("error" in response)
		return { isError: true, text: response.error.message, issues: response.error.data?.issues ?? [] };
	const { content, structuredContent, isError } = response.result;
	return { isError, text: content[0].text, data: structuredContent as Data | undefined, issues: [] };
}

/** Calls a tool once, now. */
export async function callTool<Data>(
	name: string,
	input: Record<string, unknown> = {},
): Promise<ToolOutcome<Data>> {
	return outcome<Data>(await sendMessage("callTool", { name, arguments: input }));
}

/** The answers of tools that read settings; they are read again when settings change. */
export const toolQueriesKey = ["tool"];

/** What a tool that only reads answers; no data when it failed, as with settings that cannot be read. */
export function useToolQuery<Data>(name: string) {
	return useQuery({
		queryKey: [...toolQueriesKey, name],
		queryFn: async () => {
			const answer = await callTool<Data>(name);
			// What a failed tool tells is why, and not in the shape of its answers.
			return answer.isError ? { ...answer, data: undefined } : answer;
		},
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** Calls a tool with the arguments `mutate` is given. */
export function useTool<Input extends Record<string, unknown>, Data = unknown>(name: string) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (input: Input) => callTool<Data>(name, input),
		// A test changes what is known of an endpoint's health, although it changes no setting.
		onSettled: () => void client.invalidateQueries({ queryKey: toolQueriesKey }),
	});
}

/** The endpoints as set, with credentials masked. */
export const useEndpoints = () => useToolQuery<{ crm_endpoints: Endpoint[] }>("get_crm_endpoints");

export const useTestEndpoint = () =>
	useTool<Omit<Endpoint, "cache_ttl_s"> & { test_phone?: string; test_query?: string }, EndpointTest>(
		"test_crm_endpoint",
	);

export const useUpdateEndpoints = () =>
	useTool<{ add_crm_endpoint: Endpoint } | { remove_crm_endpoint: Endpoint["type"] }>("update_crm_endpoints");

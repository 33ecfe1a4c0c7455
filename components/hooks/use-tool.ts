import { useMutation, useQuery } from "@tanstack/react-query";
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

async function callTool<Data>(name: string, input: Record<string, unknown> = {}): Promise<ToolOutcome<Data>> {
	return outcome<Data>(await sendMessage("callTool", { name, arguments: input }));
}

export const endpointsKey = ["endpoints"];

/** The endpoints as set, with credentials masked. */
export function useEndpoints() {
	return useQuery({
		queryKey: endpointsKey,
		queryFn: () => callTool<{ crm_endpoints: Endpoint[] }>("get_crm_endpoints"),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export function useTestEndpoint() {
	return useMutation({
		mutationFn: (input: Omit<Endpoint, "cache_ttl_s"> & { test_phone?: string }) =>
			callTool<EndpointTest>("test_crm_endpoint", input),
	});
}

export function useSaveEndpoint() {
	return useMutation({
		mutationFn: (endpoint: Endpoint) => callTool("update_crm_endpoints", { add_crm_endpoint: endpoint }),
	});
}

export function useRemoveEndpoint() {
	return useMutation({
		mutationFn: (type: Endpoint["type"]) => callTool("update_crm_endpoints", { remove_crm_endpoint: type }),
	});
}

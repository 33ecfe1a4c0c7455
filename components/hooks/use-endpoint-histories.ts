import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { sendMessage } from "@/lib/messaging/client";
import { toolQueriesKey } from "./use-tool";

const refreshEveryMs = 5_000;

/** What the log of requests tells of each endpoint's calls, kept current while the page is in view. */
export function useEndpointHistories() {
	return useQuery({
		queryKey: ["endpoint-histories"],
		queryFn: () => sendMessage("getEndpointHistories"),
		refetchInterval: refreshEveryMs,
	});
}

/** Says of a change in an endpoint's answers that it is fine. */
export function useAcceptDrift() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (drift: { type: EndpointType; path: string }) => sendMessage("acceptDrift", drift),
		onSettled: () => client.invalidateQueries({ queryKey: toolQueriesKey }),
	});
}

import { keepPreviousData, useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { CallFilter } from "@/lib/functions/call-log";
import type { CustomFunction } from "@/lib/functions/definition";
import { sendMessage } from "@/lib/messaging/client";
import type { Protocol } from "@/lib/messaging/protocol";

const amountKey = ["function-call-amount"];
const refreshEveryMs = 2_000;

/** Calls a function as it is written in the page. Only for what a person has pressed a button for. */
export function useTryFunction() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (input: Parameters<Protocol["tryFunction"]>[0]) => sendMessage("tryFunction", input),
		onSettled: () => client.invalidateQueries({ queryKey: amountKey }),
	});
}

/** What trying a function out would send, for what was typed last. Undefined until it is first known. */
export function useFunctionPreview(definition: CustomFunction, text: string, phone: string | undefined) {
	return useQuery({
		queryKey: ["function-preview", definition, text, phone],
		queryFn: () =>
			sendMessage("previewFunction", {
				definition,
				arguments: text,
				...(phone !== undefined && { phone }),
			}),
		placeholderData: keepPreviousData,
		gcTime: 0,
	}).data;
}

/** How many calls are kept, kept current while the page is in view. */
export function useFunctionCallAmount() {
	return useQuery({
		queryKey: amountKey,
		queryFn: () => sendMessage("getFunctionCallAmount"),
		refetchInterval: refreshEveryMs,
	});
}

/** One call; null when it is gone. */
export function useFunctionCall(seq: number | undefined) {
	return useQuery({
		queryKey: ["function-call", seq],
		enabled: seq !== undefined,
		queryFn: async () => {
			const before = (seq ?? 0) + 1;
			const { rows } = await sendMessage("listFunctionCalls", { filter: {}, before, limit: 1 });
			return rows[0]?.seq === seq ? (rows[0] ?? null) : null;
		},
		gcTime: 0,
	});
}

/** Forgets the calls a filter means; gives how many. */
export function useRemoveFunctionCalls() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (filter: CallFilter) => sendMessage("removeFunctionCalls", { filter }),
		onSettled: () => client.invalidateQueries({ queryKey: amountKey }),
	});
}

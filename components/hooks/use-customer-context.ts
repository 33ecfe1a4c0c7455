import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ContextAnswer } from "@/lib/crm/customer-context";
import { sendMessage } from "@/lib/messaging/client";

/**
 * What the assistant is told of the contact with this phone, asked for once `enabled`; `refresh` asks the CRM whatever
 * the age of what is known.
 */
export function useCustomerContext(tabId: number, phone: string, enabled: boolean) {
	const client = useQueryClient();
	const queryKey = ["customer-context", tabId, phone];
	const query = useQuery({
		queryKey,
		queryFn: () => ask({ tabId, phone, force: false }),
		enabled,
		// The background knows how long it counts as fresh.
		gcTime: 0,
	});
	const refresh = useMutation({
		mutationFn: () => ask({ tabId, phone, force: true }),
		onSuccess: (answer) => client.setQueryData(queryKey, answer),
	});
	return {
		answer: query.data,
		isAsking: query.isFetching || refresh.isPending,
		refresh: () => refresh.mutate(),
	};
}

async function ask(input: { tabId: number; phone: string; force: boolean }): Promise<ContextAnswer> {
	// A worker that ends in the middle answers nothing.
	return sendMessage("getCustomerContext", input).catch((error: unknown) => ({
		failure: { reason: "internal", detail: String(error) },
	}));
}

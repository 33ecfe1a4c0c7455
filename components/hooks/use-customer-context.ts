import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { ContextAnswer } from "@/lib/crm/customer-context";
import type { CustomerQuery } from "@/lib/crm/request";
import { sendMessage } from "@/lib/messaging/client";
import { internalFailure } from "./internal-failure";

/**
 * What the assistant is told of whom the conversation is with, asked for once `enabled`; `refresh` asks the CRM whatever
 * the age of what is known.
 */
export function useCustomerContext(tabId: number, question: CustomerQuery, enabled: boolean) {
	const client = useQueryClient();
	const queryKey = ["customer-context", tabId, question];
	const query = useQuery({
		queryKey,
		queryFn: () => ask({ tabId, question, force: false }),
		enabled,
		// The background knows how long it counts as fresh.
		gcTime: 0,
	});
	const refresh = useMutation({
		mutationFn: () => ask({ tabId, question, force: true }),
		onSuccess: (answer) => client.setQueryData(queryKey, answer),
	});
	return {
		answer: query.data,
		isAsking: query.isFetching || refresh.isPending,
		refresh: () => refresh.mutate(),
	};
}

async function ask(input: {
	tabId: number;
	question: CustomerQuery;
	force: boolean;
}): Promise<ContextAnswer> {
	return sendMessage("getCustomerContext", input).catch((error: unknown) => {
		const { failure } = internalFailure(error);
		return { failure };
	});
}

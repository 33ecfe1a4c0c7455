import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { noConversation } from "@/lib/contacts/conversation-state";
import { sendMessage } from "@/lib/messaging/client";
import { watchConversation } from "@/lib/platform/conversations";

/** The state of the conversation in a tab, kept current by storage. Undefined until it is first known. */
export function useConversation(tabId: number) {
	const client = useQueryClient();
	const key = ["conversation", tabId];
	useEffect(() => {
		const controller = new AbortController();
		watchConversation(
			tabId,
			(state) => client.setQueryData(["conversation", tabId], state),
			controller.signal,
		);
		return () => controller.abort();
	}, [client, tabId]);
	const { data } = useQuery({
		queryKey: key,
		queryFn: async () => (await sendMessage("getConversation", { tabId })) ?? noConversation,
		staleTime: Number.POSITIVE_INFINITY,
	});
	return data;
}

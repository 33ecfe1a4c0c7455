import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import { followUpKey, useFollowUpChanges } from "./follow-up-changes";

/** What came of the follow-ups found since then, ms since the epoch; kept current. */
export function useFunnel(since: number) {
	useFollowUpChanges();
	return useQuery({
		queryKey: [...followUpKey, "funnel", since],
		queryFn: () => sendMessage("getFunnel", { since }),
		placeholderData: keepPreviousData,
		gcTime: 0,
	});
}

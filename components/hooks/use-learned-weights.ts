import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import { followUpKey, useFollowUpChanges } from "./follow-up-changes";

/** What was learned of dismissals, by signal; kept current. */
export function useLearnedWeights() {
	useFollowUpChanges();
	return useQuery({
		queryKey: [...followUpKey, "weights"],
		queryFn: () => sendMessage("getLearnedWeights"),
		// They are learned a moment after a dismissal is told.
		refetchOnWindowFocus: "always",
	});
}

/** Forgets it. */
export function useResetLearnedWeights() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: () => sendMessage("resetLearnedWeights"),
		onSettled: () => client.invalidateQueries({ queryKey: followUpKey }),
	});
}

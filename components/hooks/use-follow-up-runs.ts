import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import { followUpKey, useFollowUpChanges } from "./follow-up-changes";

const runsKey = [...followUpKey, "runs"];

/** Progress is told by storage as well; this is for a worker that ended in the middle. */
const askEveryMs = 1_000;

/** The last runs, newest first, kept current. */
export function useFollowUpRuns() {
	useFollowUpChanges();
	return useQuery({
		queryKey: runsKey,
		queryFn: () => sendMessage("getFollowUpRuns"),
		refetchInterval: ({ state }) => (state.data?.[0] && !state.data[0].endedAt ? askEveryMs : false),
	});
}

/** Looks for follow-ups now; false while a run is under way. */
export function useRunFollowUp() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: () => sendMessage("runFollowUp"),
		onSettled: () => client.invalidateQueries({ queryKey: followUpKey }),
	});
}

/** What a run would find now; nothing is stored. */
export function usePreviewFollowUp() {
	return useMutation({ mutationFn: () => sendMessage("previewFollowUp") });
}

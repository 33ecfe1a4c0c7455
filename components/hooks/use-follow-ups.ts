import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { dueAndSnoozed } from "@/lib/followup/due";
import type { FollowUp, FollowUpAction } from "@/lib/followup/follow-up";
import { sendMessage } from "@/lib/messaging/client";
import { followUpKey, useFollowUpChanges } from "./follow-up-changes";
import { useNow } from "./use-now";

const mostShown = 200;
const mostSettled = 100;
const settledKey = [...followUpKey, "settled"];
const listKey = [...followUpKey, "list"];

/** What is due, the most urgent first, and what is snoozed; kept current. Undefined until it is known. */
export function useFollowUps() {
	const now = useNow();
	useFollowUpChanges();
	const { data, error } = useQuery({
		queryKey: listKey,
		queryFn: async () => {
			const [due, snoozed] = await Promise.all([
				sendMessage("listFollowUps", { state: "due", limit: mostShown }),
				sendMessage("listFollowUps", { state: "snoozed", limit: mostShown }),
			]);
			return [...due, ...snoozed];
		},
	});
	return { list: data && dueAndSnoozed(data, now), error };
}

/** What was done or dismissed, the last one first, as far as it can be brought back; empty until it is known. */
export function useSettledFollowUps(): FollowUp[] {
	useFollowUpChanges();
	const { data = [] } = useQuery({
		queryKey: settledKey,
		queryFn: async () => {
			const [contacted, dismissed] = await Promise.all([
				sendMessage("listFollowUps", { state: "contacted", limit: mostSettled }),
				sendMessage("listFollowUps", { state: "dismissed", limit: mostSettled }),
			]);
			const at = ({ dismissedAt, contactedAt }: FollowUp) => dismissedAt ?? contactedAt ?? 0;
			return [...contacted, ...dismissed].toSorted((one, other) => at(other) - at(one)).slice(0, mostSettled);
		},
	});
	return data;
}

/** Does something with a follow-up. */
export function useFollowUpAction() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (input: { id: string; action: FollowUpAction }) => sendMessage("actOnFollowUp", input),
		onSettled: () => client.invalidateQueries({ queryKey: followUpKey }),
	});
}

import { awake } from "./after";
import type { FollowUp } from "./follow-up";

/** Those of the highest score first, then those found first: they have waited longest. For `toSorted`. */
export const byUrgency = (one: FollowUp, other: FollowUp): number =>
	other.finding.score - one.finding.score || one.foundAt - other.foundAt;

/** What is due at `now`, the most urgent first, and what is still snoozed, the one that comes back next first. */
export function dueAndSnoozed(
	followUps: readonly FollowUp[],
	now: number,
): { due: FollowUp[]; snoozed: FollowUp[] } {
	const current = followUps.map((followUp) => awake(followUp, now));
	return {
		due: current.filter(({ state }) => state === "due").toSorted(byUrgency),
		snoozed: current
			.filter(({ state }) => state === "snoozed")
			.toSorted((one, other) => (one.snoozedUntil ?? 0) - (other.snoozedUntil ?? 0)),
	};
}

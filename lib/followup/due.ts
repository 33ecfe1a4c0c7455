import type { FollowUp } from "./follow-up";

/** Whether the agent should be asked about it at `now`, ms since the epoch. */
export const isDue = ({ state, snoozedUntil = 0 }: FollowUp, now: number): boolean =>
	state === "due" || (state === "snoozed" && snoozedUntil <= now);

/** Those of the highest score first, then those found first: they have waited longest. For `toSorted`. */
export const byUrgency = (one: FollowUp, other: FollowUp): number =>
	other.finding.score - one.finding.score || one.foundAt - other.foundAt;

/** What is due now, the most urgent first, and what is snoozed, the one that comes back next first. */
export function dueAndSnoozed(
	followUps: readonly FollowUp[],
	now: number,
): { due: FollowUp[]; snoozed: FollowUp[] } {
	return {
		due: followUps.filter((followUp) => isDue(followUp, now)).toSorted(byUrgency),
		snoozed: followUps
			.filter((followUp) => followUp.state === "snoozed" && !isDue(followUp, now))
			.toSorted((one, other) => (one.snoozedUntil ?? 0) - (other.snoozedUntil ?? 0)),
	};
}

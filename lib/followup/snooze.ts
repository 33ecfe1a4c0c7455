/** For how long a follow-up can be put off. */
export const snoozes = ["tomorrow", "days", "week"] as const;
export type Snooze = (typeof snoozes)[number];

/** At this local hour what was put off comes back: the day begins with it. */
const backAtHour = 8;

/**
 * When what is put off at `now` comes back, ms since the epoch: in the morning of the next day, of the day after three
 * days, or of the next Monday that is not tomorrow. As long as the calendar says, also when clocks change.
 */
export function snoozedUntil(snooze: Snooze, now: number): number {
	const at = new Date(now);
	const untilMonday = (8 - at.getDay()) % 7 || 7;
	// On a Sunday, "next week" means more than the next morning.
	const week = untilMonday === 1 ? 8 : untilMonday;
	const days = { tomorrow: 1, days: 3, week }[snooze];
	return new Date(at.getFullYear(), at.getMonth(), at.getDate() + days, backAtHour).getTime();
}

/** Tells the page's time; the demo's own starts at a fixed moment so that pictures repeat. */
export type Clock = () => Date;

/** A Thursday whose day of the month is above 12: the order of day and month can be told from the messages. */
const DEFAULT_NOW = "2026-11-19T12:08:00";

/**
 * A clock that starts at `start` (ISO 8601 local time, or `real` for the computer's own time) and runs on
 * from there. Anything that is not a date falls back to the default moment.
 */
export function startClock(start: string | null): Clock {
	if (start === "real") return () => new Date();
	const asked = new Date(start ?? DEFAULT_NOW).getTime();
	const origin = Number.isNaN(asked) ? new Date(DEFAULT_NOW).getTime() : asked;
	const startedAt = performance.now();
	return () => new Date(origin + performance.now() - startedAt);
}

/** Local midnight of the day the conversations call today: yesterday in the morning, so no message is in the future. */
export function scriptToday(now: Date): Date {
	const today = new Date(now);
	if (today.getHours() < 12) today.setDate(today.getDate() - 1);
	today.setHours(0, 0, 0, 0);
	return today;
}

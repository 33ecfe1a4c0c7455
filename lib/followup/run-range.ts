import { dayMs, hourMs } from "./candidates";
import type { LastMessageRange } from "./run-ports";
import type { FollowUpPreferences } from "./settings-schema";

/** The conversations a run looks at: those that may be in their time, by the first attempt or a later one. */
export function rangeOf(
	{ delay_days, lookback_hours, hours_between_attempts, most_attempts }: FollowUpPreferences,
	now: number,
): LastMessageRange {
	const longest = delay_days * dayMs + most_attempts * (lookback_hours + hours_between_attempts) * hourMs;
	return { from: now - longest, until: now + 1 };
}

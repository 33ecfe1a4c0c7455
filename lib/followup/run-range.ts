import { dayMs, hourMs, lookbackMs } from "./candidates";
import type { LastMessageRange } from "./run-ports";
import type { RunWork } from "./run-work";
import type { FollowUpPreferences } from "./settings-schema";

/** The conversations a run looks at: those that may be in their time, by the first attempt or a later one. */
export function rangeOf(
	preferences: FollowUpPreferences,
	{ at: now, since }: Pick<RunWork, "at" | "since">,
): LastMessageRange {
	const { delay_days, hours_between_attempts, most_attempts } = preferences;
	const lookback = lookbackMs(preferences, { now, since });
	const longest = delay_days * dayMs + most_attempts * (lookback + hours_between_attempts * hourMs);
	return { from: now - longest, until: now + 1 };
}

import type { FollowUpPreferences } from "./settings-schema";

/** When runs are wanted: hour and days in local time. */
export type RunPlan = Pick<FollowUpPreferences, "run_hour" | "run_days">;

/** What must outlive the worker: until when, in ms since the epoch, no run is owed any more, and by which plan. */
export type ScheduleMark = { until: number; plan: string };

export type DueRun = { at: number; by: "schedule" | "made-up" };

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
/** Alarms are late by minutes; what is later was missed. */
const punctualMs = hourMs;
/** A mark that lies further ahead than this was made by a clock that has been put right since. */
const clockChangeMs = dayMs;

/**
 * When the next run is, in ms since the epoch; null when no day is chosen. Always later than `after`. An hour that does
 * not exist on a day, when clocks are put forward, is the one after it; of one that comes twice the first counts.
 */
export function nextRun(plan: RunPlan, after: number): number | null {
	for (let days = 0; days <= 8; days++) {
		const at = runOfDay(plan, after, days);
		if (at !== null && at > after) return at;
	}
	return null;
}

/** The latest run that should have begun by `now`; null when no day is chosen. */
export function latestRun(plan: RunPlan, now: number): number | null {
	for (let days = 0; days <= 8; days++) {
		const at = runOfDay(plan, now, -days);
		if (at !== null && at <= now) return at;
	}
	return null;
}

/** The plan's moment on the local day that is so many days from that of `at`; null when it is none of the plan's. */
function runOfDay({ run_hour, run_days }: RunPlan, at: number, days: number): number | null {
	const day = new Date(at);
	// By the calendar and not by 24 hours: a day may have 23 or 25.
	const run = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, run_hour);
	// The hour that does not exist may be the day's last.
	const weekday = new Date(day.getFullYear(), day.getMonth(), day.getDate() + days, 12).getDay();
	return run_days.includes(weekday) ? run.getTime() : null;
}

/**
 * Which run is owed now, and the mark to keep before it begins. However many were missed, one is made up. After the plan
 * was changed, or when it is first looked at, nothing from before is owed.
 */
export function dueRun(
	plan: RunPlan,
	now: number,
	mark: ScheduleMark | undefined,
): { due: DueRun | null; mark: ScheduleMark } {
	const name = `${plan.run_hour} ${[...plan.run_days].sort().join()}`;
	if (mark?.plan !== name) return { due: null, mark: { until: now, plan: name } };
	const at = latestRun(plan, now);
	const isVoid = mark.until - now > clockChangeMs;
	if (at === null || (!isVoid && at <= mark.until)) return { due: null, mark };
	return {
		due: { at, by: now - at < punctualMs ? "schedule" : "made-up" },
		mark: { until: at, plan: name },
	};
}

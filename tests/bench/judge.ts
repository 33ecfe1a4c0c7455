import type { Judged, Spread } from "./measurement";
import { spread } from "./statistics";

/** What has to hold: our own value, or its ratio to the baseline, is at most this at that percentile. */
export type Goal = { of: "ours" | "ratio"; at: keyof Spread; atMost: number };

/** Beyond this many times a goal, noise does not explain it. */
const clearly = 1.25;

/** Makes a row of what was measured. Without a single value, no goal holds. */
export function judge(measured: {
	name: string;
	unit: string;
	ours: readonly number[];
	baseline?: readonly number[];
	goal: Goal;
}): Judged {
	const { name, unit, goal } = measured;
	const ours = spread(measured.ours);
	const baseline = measured.baseline ? spread(measured.baseline) : null;
	const ratio = baseline ? ours[goal.at] / baseline[goal.at] : null;
	const value = goal.of === "ours" ? ours[goal.at] : (ratio ?? Number.NaN);
	// A time that depends on the machine says nothing of Chatside where the baseline takes longer as well.
	const tooSlow = goal.of === "ours" && baseline !== null && baseline[goal.at] > goal.atMost;
	const holds = value <= goal.atMost;
	return {
		row: { name, unit, ours, baseline, ratio, goal: goalText(goal, unit), holds },
		clearlyMissed: !holds && !tooSlow && !(value <= goal.atMost * clearly),
	};
}

const goalText = ({ of, at, atMost }: Goal, unit: string): string =>
	of === "ratio" ? `ratio at ${at} ≤ ${atMost}` : `${at} ≤ ${atMost} ${unit}`;

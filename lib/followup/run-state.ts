import type { FollowUpRun } from "./follow-up";
import { newWork, type RunWork } from "./run-work";
import { dueRun, type RunPlan, type ScheduleMark } from "./schedule";

/** What must outlive the worker of runs. Each change of it is one write. */
export type RunState = {
	mark?: ScheduleMark;
	/** When the last run that came to its end looked, ms since the epoch. */
	lookedAt?: number;
	/** Conversations the CRM failed for, with since when, ms since the epoch. */
	waiting: Readonly<Record<string, number>>;
	/** A run that was begun and has not ended. */
	work?: RunWork;
};

/** A CRM that does not answer for so long is none to wait for. */
const longestWaitMs = 7 * 86_400_000;

/** The state as it was stored; without what cannot be read. */
export function readRunState(stored: unknown): RunState {
	const state = typeof stored === "object" && stored !== null ? (stored as Partial<RunState>) : {};
	return { ...state, waiting: state.waiting ?? {} };
}

/** Begins the run that is owed now, if one is: what it gives is to be stored before its first step. */
export function begunIfDue(state: RunState, plan: RunPlan, now: number): RunState {
	if (state.work) return state;
	const { due, mark } = dueRun(plan, now, state.mark);
	return due ? begun({ ...state, mark }, due.by, now) : { ...state, mark };
}

/** Switched off nothing is owed, of the time before and of that until it is switched on again; a run that was begun goes on. */
export function switchedOff({ mark: _, lookedAt: __, ...state }: RunState): RunState {
	return state;
}

/** Begins a run; one that is under way goes on instead. */
export function begun(state: RunState, by: FollowUpRun["by"], now: number): RunState {
	if (state.work) return state;
	const run: FollowUpRun = {
		id: now,
		startedAt: now,
		by,
		total: 0,
		done: 0,
		found: 0,
		skipped: {},
		kept: 0,
	};
	return { ...state, work: newWork(run, waitingAt(state, now), state.lookedAt) };
}

/** After a run: those it could not ask the CRM about wait for the next, from when they first did. */
export function ended({ work, waiting, ...state }: RunState): RunState {
	if (!work) return { ...state, waiting };
	const { run, at } = work;
	return {
		...state,
		// One that was given up has not looked at all of them.
		...(run.endedAt !== undefined && { lookedAt: at }),
		waiting: Object.fromEntries(work.kept.map((one) => [one, waiting[one] ?? work.run.startedAt])),
	};
}

/** Who still waits. A wait that began later than now was noted by a clock that has been put right since. */
export const waitingAt = ({ waiting }: RunState, now: number): string[] =>
	Object.entries(waiting)
		.filter(([, since]) => now - since <= longestWaitMs)
		.map(([conversation]) => conversation);

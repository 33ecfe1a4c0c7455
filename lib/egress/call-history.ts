import { percentile } from "@/lib/core/percentile";
import type { EgressEntry } from "./entry";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const errorsTold = 10;
/** How far a history goes back. */
export const historyMs = 7 * dayMs;

/** Calls that ended in an hour that began at `hour`, ms since the epoch. */
export type CallHour = { hour: number; succeeded: number; failed: number };

/** How calls went in a stretch of time; durations, in ms, are those of the calls that succeeded. */
export type CallFigures = { calls: number; succeeded: number; p50: number | null; p95: number | null };

/** What the log tells of an endpoint's calls in the last seven days. */
export type CallHistory = {
	/** Those with calls, oldest first. */
	hours: CallHour[];
	/** Of the last 24 hours, the one under way among them. */
	day: CallFigures;
	/** Of the last seven days. */
	week: CallFigures;
	/** The latest that failed, newest first. */
	errors: Pick<EgressEntry, "seq" | "at" | "status" | "failure">[];
};

/** Sums up calls, oldest first. What the user did not wait for says nothing about the endpoint, and is left out. */
export function callHistory(entries: readonly EgressEntry[], now: number): CallHistory {
	// By whole hours, as a chart shows them; the last is still under way.
	const end = Math.floor(now / hourMs) * hourMs + hourMs;
	const calls = entries.filter(({ state, at }) => state !== "cancelled" && at >= end - historyMs);
	const hours = new Map<number, CallHour>();
	for (const { at, state } of calls) {
		const hour = Math.floor(at / hourMs) * hourMs;
		const told = hours.get(hour) ?? { hour, succeeded: 0, failed: 0 };
		told[state === "succeeded" ? "succeeded" : "failed"]++;
		hours.set(hour, told);
	}
	const errors = calls.filter(({ state }) => state === "failed").slice(-errorsTold);
	return {
		hours: [...hours.values()].toSorted((one, other) => one.hour - other.hour),
		day: figures(calls.filter(({ at }) => at >= end - dayMs)),
		week: figures(calls),
		errors: errors.toReversed().map(({ seq, at, status, failure }) => ({
			seq,
			at,
			...(status !== undefined && { status }),
			...(failure !== undefined && { failure }),
		})),
	};
}

function figures(calls: readonly EgressEntry[]): CallFigures {
	const durations = calls.filter(({ state }) => state === "succeeded").map(({ ms }) => ms);
	return {
		calls: calls.length,
		succeeded: durations.length,
		p50: percentile(durations, 0.5),
		p95: percentile(durations, 0.95),
	};
}

import type { FollowUpRun, SkipReason } from "./follow-up";

/** A conversation in which something was found, before the CRM was asked. */
export type Found = { conversation: string; score: number; isEnough: boolean };

/**
 * A run that is under way, as it is kept after each slice: whoever takes it up goes on from here. First all conversations
 * are looked at, then those with the highest score are taken.
 */
export type RunWork = {
	run: FollowUpRun;
	/** When the run looks at things, so that a run that was interrupted ends by the rules it began with. */
	at: number;
	/** When the run before looked, ms since the epoch; undefined where none did since it was switched on. */
	since?: number;
	/** Those the CRM failed for in the run before, which are looked at first. */
	waiting: readonly string[];
	/** The key up to which conversations were looked at; null once all were, undefined before the first. */
	after?: string | null;
	waitingDone: boolean;
	/** In the order they are taken, once all were looked at. */
	found: readonly Found[];
	/** How many of them were taken, or not. */
	taken: number;
	/** How many were asked about although they are below the minimum: a cart may raise them. */
	askedBelow: number;
	/** Those the CRM failed for in this one. */
	kept: readonly string[];
	/** How often it could not go on, for a reason nobody expected. */
	failures?: number;
};

/** A run before its first step. */
export const newWork = (run: FollowUpRun, waiting: readonly string[], since?: number): RunWork => ({
	run,
	at: run.startedAt,
	...(since !== undefined && { since }),
	waiting,
	waitingDone: waiting.length === 0,
	found: [],
	taken: 0,
	askedBelow: 0,
	kept: [],
});

/** A run with one more conversation left alone for a reason. */
export const skipped = (run: FollowUpRun, reason: SkipReason, count = 1): FollowUpRun =>
	count === 0 ? run : { ...run, skipped: { ...run.skipped, [reason]: (run.skipped[reason] ?? 0) + count } };

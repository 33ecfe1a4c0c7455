import type { Delivery, NewDelivery } from "./delivery";
import type { Outcome } from "./outcome";
import type { Throttle } from "./throttle";

/** What must outlive the worker besides the deliveries themselves. */
export type OutboxState = {
	throttle: Throttle;
	/** When a run last looked at the clock, ms since the epoch: what moves back is noticed. */
	lastSeenAt: number;
	/** The receiver said 410; events are kept until the webhook is enabled again. */
	gone?: { at: number; url: string };
	/** When it was last noted how an attempt went whose delivery had been cancelled meanwhile: no count tells of it. */
	lateOutcomeAt?: number;
	/** Times the browser was closed or asleep while events waited, the latest last. */
	pauses: { from: number; until: number }[];
};

/** Where deliveries are kept. Every call is one transaction: all of it happens, or nothing. */
export type OutboxStore = {
	/** Stores events; those whose id is pending already are left out. Gives how many are new. */
	enqueue(events: readonly NewDelivery[], now: number): Promise<number>;
	/** Takes what is due, at most one of a conversation, oldest due first, and marks it as being sent. */
	claim(limit: number, now: number): Promise<Delivery[]>;
	/**
	 * Writes how attempts of claimed deliveries went. What waited behind them in their conversation becomes due. Of one that
	 * was cancelled meanwhile only the attempt is noted.
	 */
	settle(outcomes: readonly { delivery: Delivery; outcome: Outcome }[], now: number): Promise<void>;
	/** Ends what was claimed without an attempt: at once due again, or cancelled; what was cancelled meanwhile stays so. */
	unclaim(
		claimed: readonly Delivery[],
		reason: "not-sent" | "event-not-selected",
		now: number,
	): Promise<void>;
	/** Makes what an ended worker was sending due again. */
	recover(now: number): Promise<number>;
	/** When the next one is due; undefined when nothing waits for a time. */
	nextDueAt(): Promise<number | undefined>;
	/** Moves every waiting time by so many ms. */
	shift(ms: number): Promise<void>;
	readState(): Promise<OutboxState>;
	writeState(change: (state: OutboxState) => OutboxState): Promise<OutboxState>;
};

export const initialOutboxState: OutboxState = {
	throttle: { pauseMs: 0, until: 0 },
	lastSeenAt: 0,
	pauses: [],
};

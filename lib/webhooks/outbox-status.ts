import type { DeliveryStatus } from "./delivery";
import type { OutboxState } from "./outbox-store";
import type { Obstacle } from "./target";

/** How many deliveries there are of each status. */
export type DeliveryCounts = Record<DeliveryStatus, number>;

/** Why nothing goes out although something waits; a pause that ends by itself is none. */
export type Holdup = Obstacle["reason"] | "gone";

/** The browser could not store something; it says why. */
export type StorageProblem = { at: number; detail: string };

/** How the outbox is, for whoever looks at it. Times are ms since the epoch. */
export type OutboxStatus = {
	counts: DeliveryCounts;
	/** When the next one is due. */
	nextDueAt?: number;
	holdup?: Holdup;
	/** The host whose permission is missing. */
	origin?: string;
	/** Set while the queue is slowed down. */
	slowedUntil?: number;
	gone?: OutboxState["gone"];
	lateOutcomeAt?: OutboxState["lateOutcomeAt"];
	storageProblem?: StorageProblem;
	/** When it was noticed that what was stored, deliveries among it, is gone without Chatside having deleted it. */
	lostAt?: number;
	/** When nobody was there although something waited. */
	pauses: OutboxState["pauses"];
};

/** Whether a person should look: something failed, or waits for something only a person can do. */
export function needsAttention({ counts, holdup, gone, storageProblem, lostAt }: OutboxStatus): boolean {
	const held = counts.pending > 0 && holdup === "permission-missing";
	const stored = storageProblem === undefined && lostAt === undefined;
	return counts.failed > 0 || held || gone !== undefined || !stored;
}

/** How long of the time between two moments nobody was there to send, in ms. */
export function pausedBetween(pauses: OutboxState["pauses"], from: number, until: number): number {
	return pauses.reduce(
		(sum, pause) => sum + Math.max(0, Math.min(pause.until, until) - Math.max(pause.from, from)),
		0,
	);
}

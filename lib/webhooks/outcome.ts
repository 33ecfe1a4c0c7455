import { type Attempt, type Delivery, mostAttemptsKept, nextNumber } from "./delivery";
import { failuresToStepAside, pauseAfter } from "./retry-policy";

/** How an attempt went, and what is needed to decide what comes next. `random` is in [0, 1). */
export type Outcome = { attempt: Attempt; retryAfterMs: number; random: number };

/** The receiver is gone for good, and says so (RFC 9110, section 15.5.11). */
export const isGone = ({ attempt }: Outcome): boolean => attempt.status === 410;

/**
 * The delivery after an attempt that came to its end at `now`. A 2xx settles it; any other outcome sends it on to the
 * next pause of the schedule, and out of its conversation's order after three. A 410 is no fault of the event: it waits
 * for the webhook to be enabled again and keeps its place in the schedule.
 */
export function afterAttempt(delivery: Delivery, outcome: Outcome, now: number): Delivery {
	const made = withAttempt(delivery, outcome.attempt);
	if (!outcome.attempt.failure) return settled(made, "delivered", now);
	if (isGone(outcome)) return { ...made, dueAt: now };
	const failures = delivery.failures + 1;
	const pause = pauseAfter(failures, outcome.random, outcome.retryAfterMs);
	if (pause === null) return { ...settled(made, "failed", now), failures };
	const { lane, ...aside } = made;
	return {
		...aside,
		...(lane !== undefined && failures < failuresToStepAside && { lane }),
		failures,
		dueAt: now + pause,
	};
}

/** The delivery whose attempt was under way when the worker ended: it may have arrived or not, so it goes again. */
export function afterInterruption(delivery: Delivery, now: number): Delivery {
	return { ...withAttempt(delivery, withoutOutcome(delivery, "worker-ended", now)), dueAt: now };
}

/**
 * The delivery cancelled by hand. An attempt that is under way is counted at once, so that no other can get its number;
 * how it went is noted when it is known (`withLateOutcome`), which it never is where the worker ends before.
 */
export function cancelled(delivery: Delivery, now: number): Delivery {
	const underWay = delivery.leasedAt !== undefined;
	const counted = underWay ? withAttempt(delivery, withoutOutcome(delivery, "cancelled", now)) : delivery;
	return { ...settled(counted, "cancelled", now), cancelledBecause: "by-hand" };
}

/** Whether it was cancelled while an attempt was under way of which nothing is known yet. */
export const awaitsOutcome = ({ attempts }: Pick<Delivery, "attempts">): boolean => attempts.some(isOpen);

/**
 * The delivery, cancelled meanwhile, with how that attempt went; without it, when there is no `attempt` because it was
 * never made. Nothing else of it changes: cancelled stays cancelled, and what was sent again since goes its own way.
 * Undefined when nothing waits for this outcome any more.
 */
export function withLateOutcome(
	delivery: Delivery,
	number: number,
	attempt: Attempt | undefined,
): Delivery | undefined {
	const place = delivery.attempts.findIndex((one) => one.number === number && isOpen(one));
	if (place < 0) return undefined;
	if (attempt) return { ...delivery, attempts: delivery.attempts.with(place, attempt) };
	const attempts = delivery.attempts.toSpliced(place, 1);
	const isLatest = delivery.attemptCount === number;
	return { ...delivery, attempts, attemptCount: isLatest ? number - 1 : delivery.attemptCount };
}

const isOpen = ({ failure }: Attempt): boolean => failure?.reason === "cancelled";

const withoutOutcome = (delivery: Delivery, reason: "worker-ended" | "cancelled", now: number): Attempt => ({
	number: nextNumber(delivery),
	startedAt: delivery.leasedAt ?? now,
	failure: { reason },
});

/** The delivery at its end: it takes part in nothing any more. */
export function settled(
	{ dueAt: _, leasedAt: __, lane: ___, ...delivery }: Delivery,
	status: "delivered" | "failed" | "cancelled",
	now: number,
): Delivery {
	return { ...delivery, status, settledAt: now };
}

/**
 * A delivery put at the front of the queue by hand, at the beginning of the schedule; undefined when it is being sent,
 * or waits its turn in its conversation.
 */
export function sentAgain(delivery: Delivery, now: number): Delivery | undefined {
	const { settledAt: _, cancelledBecause: __, ...again } = delivery;
	const waits = delivery.status === "pending" && delivery.dueAt === undefined;
	return waits ? undefined : { ...again, status: "pending", failures: 0, dueAt: now };
}

function withAttempt({ leasedAt: _, ...delivery }: Delivery, attempt: Attempt): Delivery {
	return {
		...delivery,
		attemptCount: attempt.number,
		attempts: [...delivery.attempts, attempt].slice(-mostAttemptsKept),
	};
}

import { type Attempt, type Delivery, nextNumber } from "@/lib/webhooks/delivery";
import { awaitsOutcome, withLateOutcome } from "@/lib/webhooks/outcome";
import { changeState } from "./outbox-state";
import type { Writing } from "./writing";

/** What came of a claimed delivery that was cancelled since; without an attempt, none was made. */
type LateOutcome = { delivery: Delivery; attempt?: Attempt };

/**
 * Notes how attempts went whose delivery was cancelled while they were under way. It may be gone by now, or on its way
 * again: only that attempt is written into what is stored, and what else is known of it stays.
 */
export async function noteLate(
	transaction: Writing,
	outcomes: readonly LateOutcome[],
	now: number,
): Promise<void> {
	const store = transaction.objectStore("deliveries");
	let noted = false;
	for (const { delivery, attempt } of outcomes) {
		const stored = await store.get(delivery.seq);
		const after = stored && withLateOutcome(stored, nextNumber(delivery), attempt);
		if (!after) continue;
		noted = true;
		await store.put(after);
	}
	if (noted) await changeState(transaction, (state) => ({ ...state, lateOutcomeAt: now }));
}

/** What was claimed, with what has been noted of earlier attempts since. */
export async function withLateOutcomes<Made extends { delivery: Delivery }>(
	transaction: Writing,
	made: readonly Made[],
): Promise<readonly Made[]> {
	if (!made.some(({ delivery }) => awaitsOutcome(delivery))) return made;
	const store = transaction.objectStore("deliveries");
	return Promise.all(
		made.map(async (one) => {
			const stored = awaitsOutcome(one.delivery) ? await store.get(one.delivery.seq) : undefined;
			return stored ? { ...one, delivery: { ...one.delivery, attempts: stored.attempts } } : one;
		}),
	);
}

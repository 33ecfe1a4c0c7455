import { type StoreNames, unwrap } from "idb";
import type { Attempt, Delivery, NewDelivery } from "@/lib/webhooks/delivery";
import type { OutboxStore } from "@/lib/webhooks/outbox-store";
import { afterAttempt, afterInterruption, settled } from "@/lib/webhooks/outcome";
import { count, countByHour, noCounts, readCounts } from "./delivery-counts";
import { noteLate, withLateOutcomes } from "./late-outcomes";
import { isHeld, type Leases, readLeases, withLease, writeLeases } from "./leases";
import { database, type Schema } from "./open-database";
import { readState, writeState } from "./outbox-state";
import { type Writing, write } from "./writing";

const flushedKey = "flushed-at";

export type OutboxTransaction = Writing;
const stores: StoreNames<Schema>[] = ["deliveries", "deliveryHours", "values"];

/** Runs one transaction over the deliveries, and over the stores in `also`. Done when the system has it. */
export function changeDeliveries<T>(
	change: (transaction: OutboxTransaction) => Promise<T>,
	{ also = [] }: { also?: StoreNames<Schema>[] } = {},
): Promise<T> {
	return write([...stores, ...also], change);
}

let flushing: Promise<void> | undefined;
let flushAgain = false;

/**
 * Has all that was written so far put on the disk, without anybody waiting: one write that counts as done only there
 * takes along what was written before it. Calls during one are answered by one more.
 */
export function flushToDisk(): Promise<void> {
	flushAgain = flushing !== undefined;
	flushing ??= (async () => {
		try {
			do {
				flushAgain = false;
				const transaction = (await database()).transaction("values", "readwrite", { durability: "strict" });
				await transaction.store.put(Date.now(), flushedKey);
				await transaction.done;
			} while (flushAgain);
		} catch {
			// What the disk refuses is told by the writes themselves.
		} finally {
			// In the same turn as the last look at `flushAgain`: who calls next begins anew.
			flushing = undefined;
		}
	})();
	return flushing;
}

/** Adds new deliveries to a transaction; gives how many there were. What is pending already under its id is left out. */
export async function addDeliveries(
	transaction: OutboxTransaction,
	events: readonly NewDelivery[],
	now: number,
): Promise<number> {
	const store = transaction.objectStore("deliveries");
	const counted = { ...noCounts };
	// Asked for before the first answer is waited for: each answer is a way to the database and back.
	const countsBefore = readCounts(transaction);
	// An error before it is used is told by what failed first.
	countsBefore.catch(() => undefined);
	for (const event of events) {
		const lane = event.conversationHash;
		const [known, first] = await Promise.all([
			store.index("id").get(event.id),
			lane === undefined ? undefined : firstInLane(transaction, lane),
		]);
		if (known?.status === "pending") continue;
		if (known) {
			// It happened again: forgotten and seen anew. One id, one delivery, and one count of its attempts.
			await store.delete(known.seq);
			counted[known.status]--;
		}
		const waits = first !== undefined;
		const delivery: Omit<Delivery, "seq"> = {
			...event,
			storedAt: now,
			status: "pending",
			attemptCount: known?.attemptCount ?? 0,
			failures: 0,
			attempts: known?.attempts ?? [],
			...(lane !== undefined && { lane }),
			...(!waits && { dueAt: now }),
		};
		// The key is given by the store. Added without waiting: the transaction keeps the order.
		void store.add(delivery as Delivery);
		counted.pending++;
	}
	await count(transaction, counted, countsBefore);
	return counted.pending;
}

/**
 * Replaces deliveries by what has become of them, ends their leases, and lets those go on that waited behind one which
 * left its lane. `known`: the leases, where the transaction has read them already.
 */
export async function replaceDeliveries(
	transaction: OutboxTransaction,
	changes: readonly { before: Delivery; after: Delivery }[],
	now: number,
	known?: Leases,
): Promise<void> {
	// Put without waiting, and without a promise for each: the transaction keeps the order, and its end tells a failure.
	const store = unwrap(transaction.objectStore("deliveries"));
	const counted = { ...noCounts };
	const lanes = new Set<string>();
	const leases = known ?? (await readLeases(transaction));
	const leased = leases.size;
	for (const { before, after } of changes) {
		store.put(after);
		leases.delete(after.seq);
		counted[before.status]--;
		counted[after.status]++;
		if (before.lane !== undefined && after.lane === undefined) lanes.add(before.lane);
	}
	if (leases.size < leased) void writeLeases(transaction, leases);
	await Promise.all([
		...[...lanes].map((lane) => releaseLane(transaction, lane, now)),
		count(transaction, counted),
		countByHour(transaction, changes, now),
	]);
}

/** Removes deliveries, none of them pending. */
export async function removeSettled(
	transaction: OutboxTransaction,
	deliveries: readonly Delivery[],
): Promise<void> {
	const counted = { ...noCounts };
	for (const { seq, status } of deliveries) {
		void transaction.objectStore("deliveries").delete(seq);
		counted[status]--;
	}
	await count(transaction, counted);
}

async function firstInLane(transaction: OutboxTransaction, lane: string): Promise<number | undefined> {
	return transaction.objectStore("deliveries").index("lane").getKey(inLane(lane));
}

async function releaseLane(transaction: OutboxTransaction, lane: string, now: number): Promise<void> {
	const store = transaction.objectStore("deliveries");
	const head = await store.index("lane").get(inLane(lane));
	if (head && head.dueAt === undefined) await store.put({ ...head, dueAt: now });
}

const inLane = (lane: string) => IDBKeyRange.bound([lane], [lane, Number.POSITIVE_INFINITY]);

/** The deliveries of these that there are. */
export async function getDeliveries(
	transaction: OutboxTransaction,
	seqs: readonly number[],
): Promise<Delivery[]> {
	const store = transaction.objectStore("deliveries");
	const leases = await readLeases(transaction);
	const found = await Promise.all(seqs.map((seq) => store.get(seq)));
	return found.flatMap((delivery) => (delivery ? [withLease(delivery, leases)] : []));
}

/** These deliveries, in this order: with one request where they lie close together, as those of a queue do. */
async function readTogether(transaction: OutboxTransaction, seqs: readonly number[]): Promise<Delivery[]> {
	const store = transaction.objectStore("deliveries");
	const [first, last] = [Math.min(...seqs), Math.max(...seqs)];
	const near = last - first < 2 * seqs.length;
	const found = near
		? await store.getAll(IDBKeyRange.bound(first, last))
		: await Promise.all(seqs.map((seq) => store.get(seq)));
	const bySeq = new Map(found.map((delivery) => [delivery?.seq, delivery]));
	return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

/**
 * Makes of each claimed delivery what `after` says. Of one that was cancelled since nothing but its attempt is noted, if
 * there was one.
 */
function conclude<Claimed extends { delivery: Delivery; attempt?: Attempt }>(
	claimed: readonly Claimed[],
	after: (one: Claimed) => Delivery,
	now: number,
): Promise<void> {
	return changeDeliveries(async (transaction) => {
		const leases = await readLeases(transaction);
		const isOurs = ({ delivery }: Claimed) => isHeld(delivery, leases);
		const late = claimed.filter((one) => !isOurs(one));
		if (late.length > 0) await noteLate(transaction, late, now);
		const held = await withLateOutcomes(transaction, claimed.filter(isOurs));
		const changes = held.map((one) => ({ before: one.delivery, after: after(one) }));
		await replaceDeliveries(transaction, changes, now, leases);
	});
}

export const outboxStore: OutboxStore = {
	async enqueue(events, now) {
		const stored = await changeDeliveries((transaction) => addDeliveries(transaction, events, now));
		void flushToDisk();
		return stored;
	},

	claim: (limit, now) =>
		changeDeliveries(async (transaction) => {
			const leases = await readLeases(transaction);
			// Of what is leased already, the keys alone are read: it may be more than what is taken.
			const due = await transaction
				.objectStore("deliveries")
				.index("due")
				.getAllKeys(IDBKeyRange.upperBound(now), limit + leases.size);
			const free = due.filter((seq) => !leases.has(seq)).slice(0, limit);
			if (free.length === 0) return [];
			const claimed = await readTogether(transaction, free);
			for (const { seq } of claimed) leases.set(seq, now);
			void writeLeases(transaction, leases);
			return claimed.map((delivery) => withLease(delivery, leases));
		}),

	settle: (outcomes, now) =>
		conclude(
			outcomes.map((one) => ({ ...one, attempt: one.outcome.attempt })),
			({ delivery, outcome }) => afterAttempt(delivery, outcome, now),
			now,
		),

	unclaim: (claimed, reason, now) =>
		conclude(
			claimed.map((delivery) => ({ delivery })),
			({ delivery }) => {
				const { leasedAt: _, ...rest } = delivery;
				return reason === "not-sent"
					? { ...rest, dueAt: now }
					: { ...settled(delivery, "cancelled", now), cancelledBecause: reason };
			},
			now,
		),

	recover: (now) =>
		changeDeliveries(async (transaction) => {
			const left = await getDeliveries(transaction, [...(await readLeases(transaction)).keys()]);
			const changes = left.map((before) => ({ before, after: afterInterruption(before, now) }));
			await replaceDeliveries(transaction, changes, now);
			return left.length;
		}),

	async nextDueAt() {
		const transaction = (await database()).transaction(["deliveries", "values"]);
		const leases = await readLeases(transaction);
		const first = await transaction
			.objectStore("deliveries")
			.index("due")
			.getAll(null, leases.size + 1);
		return first.find(({ seq }) => !leases.has(seq))?.dueAt;
	},

	shift: (ms) =>
		changeDeliveries(async (transaction) => {
			const store = transaction.objectStore("deliveries");
			// The order of the due times stays, so no entry can be met twice: they are collected first.
			for (const delivery of await store.index("due").getAll())
				if (delivery.dueAt !== undefined) void store.put({ ...delivery, dueAt: delivery.dueAt + ms });
		}),

	readState,
	writeState,
};

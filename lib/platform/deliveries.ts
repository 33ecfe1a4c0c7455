import { jsonBytes } from "@/lib/core/json-bytes";
import type { Delivery } from "@/lib/webhooks/delivery";
import {
	type DeliveryFilter,
	type DeliveryHour,
	type DeliveryPage,
	type DeliveryRow,
	type DeliverySelection,
	matches,
	rowOf,
} from "@/lib/webhooks/delivery-filter";
import { cancelled, sentAgain } from "@/lib/webhooks/outcome";
import type { Retention } from "@/lib/webhooks/retention";
import { deliveryCounts, resetCounts } from "./delivery-counts";
import { readLeases, withLease } from "./leases";
import { database, leasesKey } from "./open-database";
import {
	changeDeliveries,
	getDeliveries,
	type OutboxTransaction,
	removeSettled,
	replaceDeliveries,
} from "./outbox-store";

/** Looked at for one page: a search that finds little comes back with what it has, and goes on from there. */
const mostLookedAt = 5_000;
const chunkSize = 200;
const sampleSize = 100;
const dayMs = 24 * 3_600_000;

/** The deliveries a filter means, before `before` in the order they were stored. */
export async function listDeliveries(
	filter: DeliveryFilter,
	{ before, limit }: { before?: number; limit: number },
): Promise<DeliveryPage> {
	const rows: DeliveryRow[] = [];
	let next = before;
	for (let looked = 0; looked < mostLookedAt; looked += chunkSize) {
		const chunk = await readBackwards(filter, next, Math.min(chunkSize, Math.max(limit, 50)));
		for (const delivery of chunk) {
			next = delivery.seq;
			if (matches(delivery, filter)) rows.push(rowOf(delivery));
			if (rows.length === limit) return { rows, next };
		}
		const last = chunk.at(-1);
		if (!last || isOlder(last, filter)) return { rows };
	}
	return { rows, next };
}

/** Deliveries are stored in order, and clocks are put back at most by a time zone or two. */
const isOlder = ({ storedAt }: Delivery, { since }: DeliveryFilter) =>
	since !== undefined && storedAt < since - dayMs;

async function readBackwards(
	{ status }: DeliveryFilter,
	before: number | undefined,
	limit: number,
): Promise<Delivery[]> {
	const transaction = (await database()).transaction(["deliveries", "values"]);
	const store = transaction.objectStore("deliveries");
	const leases = await readLeases(transaction);
	const below = before ?? Number.POSITIVE_INFINITY;
	const source = status
		? await store
				.index("status")
				.openCursor(IDBKeyRange.bound([status], [status, below], false, true), "prev")
		: await store.openCursor(before === undefined ? null : IDBKeyRange.upperBound(before, true), "prev");
	const found: Delivery[] = [];
	for (let cursor = source; cursor && found.length < limit; ) {
		found.push(withLease(cursor.value, leases));
		cursor = found.length < limit ? await cursor.continue() : null;
	}
	return found;
}

/** Every delivery, in the order they were stored. */
export const allDeliveries = async (): Promise<Delivery[]> => (await database()).getAll("deliveries");

/** How many deliveries there are, how large by a sample of the latest, and when the oldest was stored. */
export async function deliveriesAmount(): Promise<{ count: number; bytes: number; since?: number }> {
	const [counts, sample, [oldest]] = await Promise.all([
		deliveryCounts(),
		readBackwards({}, undefined, sampleSize),
		database().then((db) => db.getAll("deliveries", null, 1)),
	]);
	const count = Object.values(counts).reduce((sum, number) => sum + number, 0);
	const sampled = sample.reduce((sum, delivery) => sum + jsonBytes(delivery), 0);
	const bytes = sample.length === 0 ? 0 : Math.round((sampled / sample.length) * count);
	return { count, bytes, ...(oldest && { since: oldest.storedAt }) };
}

/** One delivery with its body and attempts. */
export async function getDelivery(seq: number): Promise<Delivery | undefined> {
	const transaction = (await database()).transaction(["deliveries", "values"]);
	const leases = await readLeases(transaction);
	const delivery = await transaction.objectStore("deliveries").get(seq);
	return delivery && withLease(delivery, leases);
}

/** Puts deliveries at the front of the queue (`sentAgain`); gives how many. */
export const sendDeliveriesAgain = (selection: DeliverySelection, now: number): Promise<number> =>
	replaceMeant(selection, now, (delivery) => sentAgain(delivery, now));

/** Ends what is pending; gives how many. One that is being sent at this moment may still arrive, which is noted then. */
export const cancelDeliveries = (selection: DeliverySelection, now: number): Promise<number> =>
	replaceMeant(selection, now, (delivery) =>
		delivery.status === "pending" ? cancelled(delivery, now) : undefined,
	);

/** Forgets settled deliveries; gives how many. */
export const removeDeliveries = (selection: DeliverySelection): Promise<number> =>
	forEachMeant(selection, async (transaction, deliveries) => {
		const removed = deliveries.filter(({ status }) => status !== "pending");
		await removeSettled(transaction, removed);
		return removed.length;
	});

/** Forgets every delivery, sent or not, and what the chart shows. */
export const clearDeliveries = (): Promise<void> =>
	changeDeliveries(async (transaction) => {
		await transaction.objectStore("deliveries").clear();
		await transaction.objectStore("deliveryHours").clear();
		await transaction.objectStore("values").delete(leasesKey);
		await resetCounts(transaction);
	});

/** What was settled in each hour since then, oldest first. */
export const deliveryHours = async (since: number): Promise<DeliveryHour[]> =>
	(await database()).getAll("deliveryHours", IDBKeyRange.lowerBound(since));

/** The chart goes back so far. */
const hoursKeptMs = 90 * dayMs;

/** Removes what has been kept long enough. */
export async function pruneDeliveries(retention: Retention, now: number): Promise<void> {
	const rules = [
		{ status: "delivered", days: retention.keep_delivered_days },
		{ status: "cancelled", days: retention.keep_delivered_days },
		{ status: "failed", days: retention.keep_failed_days },
	] as const;
	for (const { status, days } of rules) {
		if (days === 0) continue;
		const until = now - days * dayMs;
		await forEachMeant({ filter: { status, until } }, async (transaction, deliveries) => {
			const old = deliveries.filter(({ settledAt = now }) => settledAt < until);
			await removeSettled(transaction, old);
			return old.length;
		});
	}
	await (await database()).delete("deliveryHours", IDBKeyRange.upperBound(now - hoursKeptMs));
}

function replaceMeant(
	selection: DeliverySelection,
	now: number,
	replace: (delivery: Delivery) => Delivery | undefined,
): Promise<number> {
	return forEachMeant(selection, async (transaction, deliveries) => {
		const changes = deliveries.flatMap((before) => {
			const after = replace(before);
			return after ? [{ before, after }] : [];
		});
		await replaceDeliveries(transaction, changes, now);
		return changes.length;
	});
}

/**
 * Does something with all that is meant, in the order it was stored and a few hundred at a time, so that no transaction
 * holds up the queue for long. Gives the sum of what `act` gives.
 */
async function forEachMeant(
	selection: DeliverySelection,
	act: (transaction: OutboxTransaction, deliveries: Delivery[]) => Promise<number>,
): Promise<number> {
	const filter = "filter" in selection ? selection.filter : {};
	let sum = 0;
	let after: number | undefined = 0;
	while (after !== undefined) {
		const from: number = after;
		after = await changeDeliveries(async (transaction) => {
			const store = transaction.objectStore("deliveries");
			const leases = await readLeases(transaction);
			const found: Delivery[] =
				"seqs" in selection
					? await getDeliveries(transaction, selection.seqs.slice(from, from + chunkSize))
					: filter.status
						? await store
								.index("status")
								.getAll(
									IDBKeyRange.bound([filter.status, from], [filter.status, Number.POSITIVE_INFINITY], true),
									chunkSize,
								)
						: await store.getAll(IDBKeyRange.lowerBound(from, true), chunkSize);
			sum += await act(
				transaction,
				found.filter((delivery) => matches(delivery, filter)).map((delivery) => withLease(delivery, leases)),
			);
			if ("seqs" in selection) return from + chunkSize < selection.seqs.length ? from + chunkSize : undefined;
			const last = found.at(-1);
			const isPast =
				last !== undefined && filter.until !== undefined && last.storedAt >= filter.until + dayMs;
			return last && !isPast ? last.seq : undefined;
		});
	}
	return sum;
}

import type { Delivery, DeliveryStatus } from "@/lib/webhooks/delivery";
import type { DeliveryCounts } from "@/lib/webhooks/outbox-status";
import { database } from "./open-database";
import type { Writing } from "./writing";

// The counts are kept beside the deliveries: counting a hundred thousand takes too long.

export const noCounts: DeliveryCounts = { pending: 0, delivered: 0, failed: 0, cancelled: 0 };
const countsKey = "delivery-counts";
const hourMs = 3_600_000;

export const deliveryCounts = async (): Promise<DeliveryCounts> =>
	((await (await database()).get("values", countsKey)) as DeliveryCounts | undefined) ?? noCounts;

/** Sets every count to nothing. */
export const resetCounts = (transaction: Writing) =>
	transaction.objectStore("values").put(noCounts, countsKey);

/** How many there are, as a transaction sees it. */
export const readCounts = async (transaction: Writing): Promise<DeliveryCounts> =>
	((await transaction.objectStore("values").get(countsKey)) as DeliveryCounts | undefined) ?? noCounts;

/** Adds to the counts by status. */
export async function count(
	transaction: Writing,
	added: DeliveryCounts,
	before?: Promise<DeliveryCounts>,
): Promise<void> {
	if (Object.values(added).every((number) => number === 0)) return;
	const after = { ...(await (before ?? readCounts(transaction))) };
	for (const status of Object.keys(added) as DeliveryStatus[]) after[status] += added[status];
	await transaction.objectStore("values").put(after, countsKey);
}

/** Adds what was delivered, what failed, and the failed attempts that are made again to the hour it happened in. */
export async function countByHour(
	transaction: Writing,
	changes: readonly { before: Delivery; after: Delivery }[],
	now: number,
): Promise<void> {
	const became = (status: DeliveryStatus) =>
		changes.filter(({ before, after }) => before.status !== status && after.status === status).length;
	const [delivered, failed] = [became("delivered"), became("failed")];
	const retried = changes.filter(
		({ before, after }) => after.status === "pending" && after.failures > before.failures,
	).length;
	if (delivered + failed + retried === 0) return;
	const hour = Math.floor(now / hourMs) * hourMs;
	const hours = transaction.objectStore("deliveryHours");
	const before = await hours.get(hour);
	await hours.put({
		hour,
		delivered: (before?.delivered ?? 0) + delivered,
		failed: (before?.failed ?? 0) + failed,
		retried: (before?.retried ?? 0) + retried,
	});
}

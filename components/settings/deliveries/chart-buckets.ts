import type { DeliveryHour } from "@/lib/webhooks/delivery-filter";

/** The stretches a chart can show. */
export const chartSpans = ["hours", "days"] as const;
export type ChartSpan = (typeof chartSpans)[number];

export const hoursShown = 48;
export const daysShown = 30;
const hourMs = 3_600_000;

/** What happened in an hour or a day, which began at `start`, ms since the epoch; see `DeliveryHour`. */
export type ChartBucket = { start: number; delivered: number; failed: number; retried: number };

/** The last 48 hours, or 30 days by the calendar of `now`'s time zone, oldest first; the last is still under way. */
export function chartBuckets(hours: readonly DeliveryHour[], span: ChartSpan, now: number): ChartBucket[] {
	const starts = span === "hours" ? hourStarts(now) : dayStarts(now);
	const buckets = starts.map((start) => ({ start, delivered: 0, failed: 0, retried: 0 }));
	for (const { hour, delivered, failed, retried = 0 } of hours) {
		const bucket = buckets.findLast(({ start }) => start <= hour);
		if (!bucket) continue;
		bucket.delivered += delivered;
		bucket.failed += failed;
		bucket.retried += retried;
	}
	return buckets;
}

function hourStarts(now: number): number[] {
	const current = Math.floor(now / hourMs) * hourMs;
	return Array.from({ length: hoursShown }, (_, index) => current - (hoursShown - 1 - index) * hourMs);
}

function dayStarts(now: number): number[] {
	const today = new Date(now);
	return Array.from({ length: daysShown }, (_, index) =>
		new Date(today.getFullYear(), today.getMonth(), today.getDate() - (daysShown - 1 - index)).getTime(),
	);
}

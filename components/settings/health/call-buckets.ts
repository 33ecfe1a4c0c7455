import type { CallHour } from "@/lib/egress/call-history";
import type { OutcomeBucket } from "../outcome-chart";

/** The stretches the chart can show. */
export const callSpans = ["day", "week"] as const;
export type CallSpan = (typeof callSpans)[number];

const hourMs = 3_600_000;
/** Bars of each: an hour a bar in a day, three hours a bar in a week. */
const shapes = { day: { bars: 24, barMs: hourMs }, week: { bars: 56, barMs: 3 * hourMs } };

/** Calls of the last 24 hours or seven days, oldest first; the last bar is still under way. */
export function callBuckets(hours: readonly CallHour[], span: CallSpan, now: number): OutcomeBucket[] {
	const { bars, barMs } = shapes[span];
	const end = Math.floor(now / hourMs) * hourMs + hourMs;
	const first = end - bars * barMs;
	const buckets = Array.from({ length: bars }, (_, index) => ({
		start: first + index * barMs,
		good: 0,
		failed: 0,
	}));
	for (const { hour, succeeded, failed } of hours) {
		const bucket = buckets[Math.floor((hour - first) / barMs)];
		if (!bucket) continue;
		bucket.good += succeeded;
		bucket.failed += failed;
	}
	return buckets;
}

import type { FunnelCounts, FunnelReport } from "./follow-up";

/** What was found in a stretch of local days that began on `day`, `YYYY-MM-DD`. */
export type FunnelBucket = { day: string; counts: FunnelCounts };

/** The stretches a report can be asked for, in days, and how many days a bar of its chart has. */
export const funnelSpans = { 30: 1, 90: 7 } as const;
export type FunnelSpan = keyof typeof funnelSpans;

/** The local day that so many days lie before that of `now`. As long as the calendar says, also when clocks change. */
function dayBefore(now: number, days: number): Date {
	const at = new Date(now);
	return new Date(at.getFullYear(), at.getMonth(), at.getDate() - days);
}

/** When a stretch of whole bars begins that ends with the day of `now`, ms since the epoch. */
export const spanStart = (span: FunnelSpan, now: number): number =>
	dayBefore(now, barsOf(span) * funnelSpans[span] - 1).getTime();

const barsOf = (span: FunnelSpan): number => Math.ceil(span / funnelSpans[span]);

/** The bars of a chart, the oldest first, the last with the day of `now`; days without a find count nothing. */
export function funnelBuckets(byDay: FunnelReport["byDay"], span: FunnelSpan, now: number): FunnelBucket[] {
	const length = funnelSpans[span];
	const bars = barsOf(span);
	return Array.from({ length: bars }, (_, bar) => {
		const first = (bars - bar) * length - 1;
		const days = Array.from({ length }, (_, day) => dayText(dayBefore(now, first - day)));
		const counts = { found: 0, contacted: 0, replied: 0, converted: 0 };
		for (const day of days) {
			const one = byDay[day];
			if (!one) continue;
			counts.found += one.found;
			counts.contacted += one.contacted;
			counts.replied += one.replied;
			counts.converted += one.converted;
		}
		return { day: days[0] ?? "", counts };
	});
}

const dayText = (day: Date): string =>
	[
		String(day.getFullYear()).padStart(4, "0"),
		String(day.getMonth() + 1).padStart(2, "0"),
		String(day.getDate()).padStart(2, "0"),
	].join("-");

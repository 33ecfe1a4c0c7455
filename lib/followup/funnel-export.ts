import { csvLineOf } from "@/lib/core/csv";
import type { FunnelCounts, FunnelReport } from "./follow-up";

/** What a report is told along, by the names that files have for it. */
const groups = {
	day: "byDay",
	intent: "byIntent",
	attempt: "byAttempt",
	product: "byProduct",
} as const satisfies Record<string, keyof FunnelReport>;

const columns = ["along", "value", "found", "contacted", "replied", "converted", "skipped"] as const;

/** A report as a CSV file (RFC 4180): the total, a line for each day, intent, attempt and product, then why some were dismissed and others skipped. */
export function funnelCsv(report: FunnelReport): string {
	const counts = (along: string, value: string, one: FunnelCounts) =>
		csvLineOf([along, value, one.found, one.contacted, one.replied, one.converted, null]);
	return [
		csvLineOf(columns),
		counts("total", "", report.total),
		...Object.entries(groups).flatMap(([along, group]) =>
			Object.entries(report[group]).map(([value, one]) => counts(along, value, one)),
		),
		...Object.entries(report.dismissed).map(([reason, count]) =>
			csvLineOf(["dismissed", reason, count, null, null, null, null]),
		),
		...Object.entries(report.skipped).map(([reason, count]) =>
			csvLineOf(["skipped", reason, null, null, null, null, count]),
		),
	].join("");
}

/** The same as JSON; `since` and `until` are ms since the epoch, moments in ISO 8601 in the file. */
export function funnelJson(report: FunnelReport, { since, until }: { since: number; until: number }): string {
	const exported = {
		since: new Date(since).toISOString(),
		until: new Date(until).toISOString(),
		total: report.total,
		by_day: report.byDay,
		by_intent: report.byIntent,
		by_attempt: report.byAttempt,
		by_product: report.byProduct,
		dismissed: report.dismissed,
		skipped: report.skipped,
	};
	return `${JSON.stringify(exported, null, "\t")}\n`;
}

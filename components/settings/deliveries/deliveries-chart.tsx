import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useDeliveryHours } from "@/components/hooks/use-deliveries";
import { useNow } from "@/components/hooks/use-now";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { OutcomeChart } from "../outcome-chart";
import { type ChartSpan, chartBuckets, chartSpans, daysShown } from "./chart-buckets";

const dayMs = 24 * 3_600_000;

/** What was delivered, what failed for good, and which attempts failed on the way, over 48 hours or 30 days. */
export function DeliveriesChart({ status }: { status: OutboxStatus }) {
	const { locale, number } = useFormat();
	const now = useNow();
	const [span, setSpan] = useState<ChartSpan>("hours");
	// A day more than shown: the first may begin in another time zone.
	const [since] = useState(() => Date.now() - (daysShown + 1) * dayMs);
	const hours = useDeliveryHours(since, status).data ?? [];
	return (
		<OutcomeChart<ChartSpan>
			title={i18n.t("settings.deliveries.chart.title")}
			className="mb-5 rounded-2xl border border-line bg-surface p-4"
			buckets={chartBuckets(hours, span, now).map(({ start, delivered, failed, retried }) => ({
				start,
				good: delivered,
				failed,
				retried,
			}))}
			span={span}
			spans={chartSpans.map((name) => ({ name, text: i18n.t(`settings.deliveries.chart.${name}`) }))}
			choose={setSpan}
			timeOf={bucketTime(locale, span)}
			words={{
				good: i18n.t("settings.deliveries.states.delivered"),
				failed: i18n.t("settings.deliveries.chart.failedForGood"),
				retried: i18n.t("settings.deliveries.chart.retriedAttempts"),
				goodCount: (count) => i18n.t("settings.deliveries.chart.delivered", [count]),
				failedCount: (count) => i18n.t("settings.deliveries.chart.failed", [count]),
				retriedCount: (count) => i18n.t("settings.deliveries.chart.retried", count, [number(count)]),
			}}
		/>
	);
}

function bucketTime(locale: string, span: ChartSpan): (start: number) => string {
	const options: Intl.DateTimeFormatOptions =
		span === "hours"
			? { weekday: "short", hour: "numeric", minute: "2-digit" }
			: { day: "numeric", month: "short" };
	const format = new Intl.DateTimeFormat(locale, options);
	return (start) => format.format(start);
}

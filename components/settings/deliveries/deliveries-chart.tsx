import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useDeliveryHours } from "@/components/hooks/use-deliveries";
import { useNow } from "@/components/hooks/use-now";
import { classNames } from "@/components/ui/class-names";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { type ChartBucket, type ChartSpan, chartBuckets, chartSpans, daysShown } from "./chart-buckets";

const dayMs = 24 * 3_600_000;

/** What was delivered and what failed, over 48 hours or 30 days. Told in words on hover, and as a table to screen readers. */
export function DeliveriesChart({ status }: { status: OutboxStatus }) {
	const format = useFormat();
	const now = useNow();
	const [span, setSpan] = useState<ChartSpan>("hours");
	const [pointed, point] = useState<ChartBucket>();
	// A day more than shown: the first may begin in another time zone.
	const [since] = useState(() => Date.now() - (daysShown + 1) * dayMs);
	const hours = useDeliveryHours(since, status).data ?? [];
	const buckets = chartBuckets(hours, span, now);
	const sum = { delivered: 0, failed: 0 };
	for (const { delivered, failed } of buckets) {
		sum.delivered += delivered;
		sum.failed += failed;
	}
	const timeOf = bucketTime(format.locale, span);
	const told = pointed ?? sum;
	return (
		<section
			aria-label={i18n.t("settings.deliveries.chart.title")}
			className="mb-5 rounded-2xl border border-line bg-surface p-4"
		>
			<header className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1.5">
				<p className="flex flex-wrap gap-x-4 text-[0.93rem] tabular-nums">
					<Key className="bg-good/70">
						{i18n.t("settings.deliveries.chart.delivered", [format.number(told.delivered)])}
					</Key>
					<Key className="bg-bad/80">
						{i18n.t("settings.deliveries.chart.failed", [format.number(told.failed)])}
					</Key>
					{pointed && <span className="text-ink-soft">{timeOf(pointed.start)}</span>}
				</p>
				<SpanChoice span={span} choose={setSpan} />
			</header>
			<Bars buckets={buckets} point={point} />
			<div aria-hidden className="mt-1 flex justify-between text-[0.8rem] text-ink-soft">
				<span>{timeOf(buckets[0]?.start ?? now)}</span>
				<span>{i18n.t("settings.deliveries.chart.now")}</span>
			</div>
			<Table buckets={buckets} timeOf={timeOf} />
		</section>
	);
}

function Key({ className, children }: { className: string; children: string }) {
	return (
		<span className="flex items-center gap-1.5">
			<span aria-hidden className={classNames("size-2.5 rounded-[3px]", className)} />
			{children}
		</span>
	);
}

function SpanChoice({ span, choose }: { span: ChartSpan; choose(span: ChartSpan): void }) {
	return (
		<div className="ml-auto flex rounded-lg bg-sunken p-0.5">
			{chartSpans.map((one) => (
				<button
					key={one}
					type="button"
					aria-pressed={one === span}
					onClick={() => choose(one)}
					className={classNames(
						"rounded-md px-2 py-0.5 text-[0.86rem]",
						one === span ? "bg-surface font-medium shadow-sm" : "text-ink-soft hover:text-ink",
					)}
				>
					{i18n.t(`settings.deliveries.chart.${one}`)}
				</button>
			))}
		</div>
	);
}

function Bars({ buckets, point }: { buckets: ChartBucket[]; point(bucket: ChartBucket | undefined): void }) {
	const highest = Math.max(...buckets.map(({ delivered, failed }) => delivered + failed), 1);
	// What happened once among thousands has to be seen all the same.
	const height = (count: number) => (count > 0 ? `max(3px, ${(count / highest) * 100}%)` : "0");
	return (
		<div
			aria-hidden
			className="flex h-20 items-stretch border-line border-b"
			onPointerLeave={() => point(undefined)}
		>
			{buckets.map((bucket) => (
				<div
					key={bucket.start}
					onPointerEnter={() => point(bucket)}
					className="flex min-w-0 flex-1 flex-col justify-end gap-px rounded-t-[3px] px-px hover:bg-sunken"
				>
					<div className="shrink-0 rounded-t-[2px] bg-bad/80" style={{ height: height(bucket.failed) }} />
					<div className="shrink-0 rounded-t-[2px] bg-good/70" style={{ height: height(bucket.delivered) }} />
				</div>
			))}
		</div>
	);
}

function Table({ buckets, timeOf }: { buckets: ChartBucket[]; timeOf(start: number): string }) {
	const format = useFormat();
	const told = buckets.filter(({ delivered, failed }) => delivered + failed > 0);
	return (
		<table className="sr-only">
			<caption>{i18n.t("settings.deliveries.chart.title")}</caption>
			<thead>
				<tr>
					<th scope="col">{i18n.t("settings.deliveries.chart.time")}</th>
					<th scope="col">{i18n.t("settings.deliveries.states.delivered")}</th>
					<th scope="col">{i18n.t("settings.deliveries.states.failed")}</th>
				</tr>
			</thead>
			<tbody>
				{told.map(({ start, delivered, failed }) => (
					<tr key={start}>
						<th scope="row">{timeOf(start)}</th>
						<td>{format.number(delivered)}</td>
						<td>{format.number(failed)}</td>
					</tr>
				))}
			</tbody>
		</table>
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

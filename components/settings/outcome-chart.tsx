import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { classNames } from "@/components/ui/class-names";

/** What went well and what failed in a stretch that began at `start`, ms since the epoch. */
export type OutcomeBucket = {
	start: number;
	good: number;
	failed: number;
	/** What failed and is tried again; only where that is told. */
	retried?: number;
};

type OutcomeChartProps<Span extends string> = {
	title: string;
	/** Oldest first; the last is still under way. */
	buckets: readonly OutcomeBucket[];
	span: Span;
	spans: readonly { name: Span; text: string }[];
	choose(span: Span): void;
	timeOf(start: number): string;
	words: {
		good: string;
		failed: string;
		goodCount(count: string): string;
		failedCount(count: string): string;
		retried?: string;
		retriedCount?(count: number): string;
	};
	className?: string;
};

/** What went well and what failed over time. Told in words on hover, and as a table to screen readers. */
export function OutcomeChart<Span extends string>(props: OutcomeChartProps<Span>) {
	const { title, buckets, span, spans, choose, timeOf, words, className } = props;
	const format = useFormat();
	const [pointed, point] = useState<OutcomeBucket>();
	const sum = { good: 0, failed: 0, retried: 0 };
	for (const { good, failed, retried = 0 } of buckets) {
		sum.good += good;
		sum.failed += failed;
		sum.retried += retried;
	}
	const told = pointed ?? sum;
	return (
		<section aria-label={title} className={className}>
			<header className="mb-3 flex flex-wrap items-center gap-x-4 gap-y-1.5">
				<p className="flex flex-wrap gap-x-4 text-[0.93rem] tabular-nums">
					<Key className="bg-good/70">{words.goodCount(format.number(told.good))}</Key>
					<Key className="bg-bad/80">{words.failedCount(format.number(told.failed))}</Key>
					{words.retriedCount && <Key className="bg-warn/60">{words.retriedCount(told.retried ?? 0)}</Key>}
					{pointed && <span className="text-ink-soft">{timeOf(pointed.start)}</span>}
				</p>
				<div className="ml-auto flex rounded-lg bg-sunken p-0.5">
					{spans.map(({ name, text }) => (
						<button
							key={name}
							type="button"
							aria-pressed={name === span}
							onClick={() => choose(name)}
							className={classNames(
								"rounded-md px-2 py-0.5 text-[0.86rem]",
								name === span ? "bg-surface font-medium shadow-sm" : "text-ink-soft hover:text-ink",
							)}
						>
							{text}
						</button>
					))}
				</div>
			</header>
			<Bars buckets={buckets} point={point} />
			<div aria-hidden className="mt-1 flex justify-between text-[0.8rem] text-ink-soft">
				<span>{timeOf(buckets[0]?.start ?? Date.now())}</span>
				<span>{i18n.t("settings.deliveries.chart.now")}</span>
			</div>
			<Table title={title} buckets={buckets} timeOf={timeOf} words={words} />
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

function Bars({
	buckets,
	point,
}: {
	buckets: readonly OutcomeBucket[];
	point(bucket: OutcomeBucket | undefined): void;
}) {
	const highest = Math.max(...buckets.map(sumOf), 1);
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
					<div
						className="shrink-0 rounded-t-[2px] bg-warn/60"
						style={{ height: height(bucket.retried ?? 0) }}
					/>
					<div className="shrink-0 rounded-t-[2px] bg-bad/80" style={{ height: height(bucket.failed) }} />
					<div className="shrink-0 rounded-t-[2px] bg-good/70" style={{ height: height(bucket.good) }} />
				</div>
			))}
		</div>
	);
}

type TableProps = Pick<OutcomeChartProps<string>, "title" | "buckets" | "timeOf" | "words">;

function Table({ title, buckets, timeOf, words }: TableProps) {
	const format = useFormat();
	const told = buckets.filter((bucket) => sumOf(bucket) > 0);
	return (
		// A table is as wide as its words, whatever its class says.
		<div className="sr-only">
			<table>
				<caption>{title}</caption>
				<thead>
					<tr>
						<th scope="col">{i18n.t("settings.deliveries.chart.time")}</th>
						<th scope="col">{words.good}</th>
						<th scope="col">{words.failed}</th>
						{words.retried && <th scope="col">{words.retried}</th>}
					</tr>
				</thead>
				<tbody>
					{told.map(({ start, good, failed, retried = 0 }) => (
						<tr key={start}>
							<th scope="row">{timeOf(start)}</th>
							<td>{format.number(good)}</td>
							<td>{format.number(failed)}</td>
							{words.retried && <td>{format.number(retried)}</td>}
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

const sumOf = ({ good, failed, retried = 0 }: OutcomeBucket): number => good + failed + retried;

import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { classNames } from "@/components/ui/class-names";
import type { FunnelBucket, FunnelSpan } from "@/lib/followup/funnel-buckets";
import { CountsTable } from "./counts-table";
import { stages } from "./stages";

/** When those were found who came so far: a bar for each day or week, and the same as a table. */
export function TimeChart({ buckets, span }: { buckets: readonly FunnelBucket[]; span: FunnelSpan }) {
	const { date, number } = useFormat();
	const [pointed, point] = useState<FunnelBucket>();
	const title = i18n.t(span === 30 ? "followUp.page.funnel.byDay" : "followUp.page.funnel.byWeek");
	const highest = Math.max(...buckets.map(({ counts }) => counts.found), 1);
	const told = pointed ?? buckets.at(-1);
	const height = (count: number) => (count > 0 ? `max(3px, ${(count / highest) * 100}%)` : "0");
	const withAny = buckets.filter(({ counts }) => Object.values(counts).some((count) => count > 0));
	return (
		<div className="mt-7">
			<h3 className="font-semibold">{title}</h3>
			<p aria-hidden className="mt-1 mb-2 flex flex-wrap gap-x-4 gap-y-0.5 text-[0.86rem] tabular-nums">
				{stages.map(({ name, colour }) => (
					<span key={name} className="flex items-center gap-1.5">
						<span className={classNames("size-2.5 rounded-[3px]", colour)} />
						{i18n.t(`followUp.page.funnel.${name}`)}
						{pointed && ` ${number(pointed.counts[name])}`}
					</span>
				))}
				{pointed && told && <span className="text-ink-soft">{date(told.day)}</span>}
			</p>
			<div
				aria-hidden
				className="flex h-28 items-stretch border-line border-b"
				onPointerLeave={() => point(undefined)}
			>
				{buckets.map((bucket) => (
					<div
						key={bucket.day}
						onPointerEnter={() => point(bucket)}
						className="relative min-w-0 flex-1 rounded-t-[3px] hover:bg-sunken"
					>
						{stages.map(({ name, colour }) => (
							<div
								key={name}
								className={classNames("absolute inset-x-px bottom-0 rounded-t-[2px]", colour)}
								style={{ height: height(bucket.counts[name]) }}
							/>
						))}
					</div>
				))}
			</div>
			<div aria-hidden className="mt-1 flex justify-between text-[0.8rem] text-ink-soft">
				<span>{date(buckets[0]?.day ?? "")}</span>
				<span>{date(buckets.at(-1)?.day ?? "")}</span>
			</div>
			<details className="mt-2">
				<summary className="w-fit text-[0.93rem] text-ink-soft hover:text-ink">
					{i18n.t("followUp.page.funnel.asTable")}
				</summary>
				<CountsTable
					caption={title}
					heading={i18n.t(span === 30 ? "followUp.page.funnel.day" : "followUp.page.funnel.week")}
					rows={withAny.map(({ day, counts }) => ({ key: day, name: date(day), counts }))}
				/>
			</details>
		</div>
	);
}

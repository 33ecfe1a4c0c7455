import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useFormat } from "@/components/format/use-format";
import type { DismissReason, FunnelReport, SkipReason } from "@/lib/followup/follow-up";
import { bySize } from "../runs/by-size";

/** Why conversations were left alone, and why some that were found were dismissed; the most frequent reason first. */
export function ReasonTables({ skipped, dismissed }: Pick<FunnelReport, "skipped" | "dismissed">) {
	return (
		<>
			<ReasonTable
				title={i18n.t("followUp.page.funnel.dismissed")}
				counted={i18n.t("followUp.page.funnel.count")}
				reasons={bySize(Object.entries(dismissed) as [DismissReason, number][]).map(([reason, count]) => ({
					name: i18n.t(`followUp.because.${messageKey(reason)}`),
					count,
				}))}
			/>
			<ReasonTable
				title={i18n.t("followUp.page.funnel.skipped")}
				counted={i18n.t("followUp.page.runs.looked")}
				reasons={bySize(Object.entries(skipped) as [SkipReason, number][]).map(([reason, count]) => ({
					name: i18n.t(`followUp.skipped.${messageKey(reason)}`),
					count,
				}))}
			/>
		</>
	);
}

type ReasonTableProps = {
	title: string;
	/** What the numbers count. */
	counted: string;
	reasons: readonly { name: string; count: number }[];
};

function ReasonTable({ title, counted, reasons }: ReasonTableProps) {
	const { number } = useFormat();
	const [largest] = reasons;
	if (!largest) return null;
	return (
		<div className="mt-7">
			<h3 className="mb-2 font-semibold">{title}</h3>
			<table className="w-full">
				<caption className="sr-only">{title}</caption>
				<thead className="sr-only">
					<tr>
						<th scope="col">{i18n.t("followUp.page.funnel.reason")}</th>
						<th scope="col">{counted}</th>
					</tr>
				</thead>
				<tbody>
					{reasons.map(({ name, count }) => (
						<tr key={name}>
							<th scope="row" className="py-1 pr-3 text-left font-normal">
								{name}
								<span
									aria-hidden
									className="mt-0.5 block h-1.5 min-w-[3px] rounded-full bg-ink-soft/60"
									style={{ width: `${(count / largest.count) * 100}%` }}
								/>
							</th>
							<td className="w-16 py-1 text-right align-top tabular-nums">{number(count)}</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	);
}

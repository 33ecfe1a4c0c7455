import { i18n } from "#i18n";
import { messageKey } from "@/components/format/message-key";
import { useFormat } from "@/components/format/use-format";
import type { FunnelReport, SkipReason } from "@/lib/followup/follow-up";
import { bySize } from "../runs/by-size";

/** Why runs left conversations alone, the most frequent reason first. */
export function SkippedTable({ skipped }: { skipped: FunnelReport["skipped"] }) {
	const { number } = useFormat();
	const reasons = bySize(Object.entries(skipped) as [SkipReason, number][]);
	const [largest] = reasons;
	if (!largest) return null;
	const title = i18n.t("followUp.page.funnel.skipped");
	return (
		<div className="mt-7">
			<h3 className="mb-2 font-semibold">{title}</h3>
			<table className="w-full">
				<caption className="sr-only">{title}</caption>
				<thead className="sr-only">
					<tr>
						<th scope="col">{i18n.t("followUp.page.funnel.reason")}</th>
						<th scope="col">{i18n.t("followUp.page.runs.looked")}</th>
					</tr>
				</thead>
				<tbody>
					{reasons.map(([reason, count]) => (
						<tr key={reason}>
							<th scope="row" className="py-1 pr-3 text-left font-normal">
								{i18n.t(`followUp.skipped.${messageKey(reason)}`)}
								<span
									aria-hidden
									className="mt-0.5 block h-1.5 min-w-[3px] rounded-full bg-ink-soft/40"
									style={{ width: `${(count / largest[1]) * 100}%` }}
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

import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { classNames } from "@/components/ui/class-names";
import type { FunnelCounts } from "@/lib/followup/follow-up";
import { stages } from "./stages";

/** The funnel: a bar for each step, with how many came so far and which share of those found that is. */
export function FunnelTable({ counts }: { counts: FunnelCounts }) {
	const { number, locale } = useFormat();
	const percent = new Intl.NumberFormat(locale, { style: "percent" });
	return (
		<table className="w-full" data-testid="funnel">
			<caption className="sr-only">{i18n.t("followUp.page.funnel.title")}</caption>
			<thead className="sr-only">
				<tr>
					<th scope="col">{i18n.t("followUp.page.funnel.stage")}</th>
					<th scope="col">{i18n.t("followUp.page.funnel.count")}</th>
					<th scope="col">{i18n.t("followUp.page.funnel.share")}</th>
				</tr>
			</thead>
			<tbody>
				{stages.map(({ name, colour }) => (
					<tr key={name}>
						<th scope="row" className="w-px whitespace-nowrap py-1 pr-3 text-left font-normal">
							{i18n.t(`followUp.page.funnel.${name}`)}
						</th>
						<td className="py-1">
							<div className="flex items-center gap-2">
								<span className="h-7 min-w-0 flex-1">
									<span
										aria-hidden
										className={classNames("block h-full min-w-[3px] rounded-md", colour)}
										style={{ width: `${(counts[name] / Math.max(counts.found, 1)) * 100}%` }}
									/>
								</span>
								<span className="w-12 shrink-0 text-right font-semibold tabular-nums">
									{number(counts[name])}
								</span>
							</div>
						</td>
						<td className="w-14 py-1 text-right text-ink-soft tabular-nums">
							{percent.format(counts[name] / Math.max(counts.found, 1))}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

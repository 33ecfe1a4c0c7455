import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { classNames } from "@/components/ui/class-names";
import type { FunnelCounts } from "@/lib/followup/follow-up";
import { stages } from "./stages";

/** The funnel: a bar for each step, with how many came so far and which share of those found that is. */
export function FunnelTable({ counts }: { counts: FunnelCounts }) {
	const { number, locale } = useFormat();
	const percent = new Intl.NumberFormat(locale, { style: "percent" });
	const shareOf = (name: keyof FunnelCounts) => counts[name] / Math.max(counts.found, 1);
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
						<th scope="row" className="py-1 pr-3 text-left font-normal sm:w-px sm:whitespace-nowrap">
							{i18n.t(`followUp.page.funnel.${name}`)}
							<Bar className={classNames("mt-0.5 h-4 sm:hidden", colour)} share={shareOf(name)} />
						</th>
						<td className="w-px py-1 align-top sm:w-auto sm:align-middle">
							<div className="flex items-center gap-2">
								<div className="hidden min-w-0 flex-1 sm:block">
									<Bar className={classNames("h-7", colour)} share={shareOf(name)} />
								</div>
								<span className="w-12 shrink-0 text-right font-semibold tabular-nums">
									{number(counts[name])}
								</span>
							</div>
						</td>
						<td className="w-14 py-1 text-right align-top sm:align-middle text-ink-soft tabular-nums">
							{percent.format(shareOf(name))}
						</td>
					</tr>
				))}
			</tbody>
		</table>
	);
}

const Bar = ({ className, share }: { className: string; share: number }) => (
	<span
		aria-hidden
		className={classNames("block min-w-[3px] rounded-md", className)}
		style={{ width: `${share * 100}%` }}
	/>
);

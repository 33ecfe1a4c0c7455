import { i18n } from "#i18n";
import { intentLevels } from "@/lib/followup/finding";
import type { FunnelCounts, FunnelReport } from "@/lib/followup/follow-up";
import { CountsTable } from "./counts-table";

/** The funnel by intent, by attempt and by product. */
export function GroupTables({ report: { byIntent, byAttempt, byProduct } }: { report: FunnelReport }) {
	const groups = [
		{
			title: i18n.t("followUp.page.funnel.byIntent"),
			rows: intentLevels.toReversed().flatMap((level) => {
				const counts = byIntent[level];
				return counts ? [{ key: level, name: i18n.t(`followUp.intent.${level}`), counts }] : [];
			}),
		},
		{
			title: i18n.t("followUp.page.funnel.byAttempt"),
			rows: Object.entries(byAttempt)
				.toSorted(([one], [other]) => Number(one) - Number(other))
				.map(([attempt, counts]) => ({
					key: attempt,
					name: i18n.t("followUp.attempt", [attempt]),
					counts,
				})),
		},
		{
			title: i18n.t("followUp.page.funnel.byProduct"),
			rows: mostFoundFirst(byProduct).map(([product, counts]) => ({
				key: product,
				name: product || i18n.t("followUp.page.funnel.noProduct"),
				counts,
			})),
		},
	];
	return groups.map(
		({ title, rows }) =>
			rows.length > 0 && (
				<div key={title} className="mt-7">
					<h3 className="font-semibold">{title}</h3>
					<CountsTable caption={title} heading={title} rows={rows} bars />
				</div>
			),
	);
}

const mostFoundFirst = (counts: Record<string, FunnelCounts>): [string, FunnelCounts][] =>
	Object.entries(counts).toSorted(([, one], [, other]) => other.found - one.found);

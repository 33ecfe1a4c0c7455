import { i18n } from "#i18n";
import { costText } from "@/components/format/cost";
import { useFormat } from "@/components/format/use-format";
import { useModelUsage } from "@/components/hooks/use-model-usage";
import { Notice } from "@/components/ui/notice";
import type { Assistant } from "@/lib/assistant/settings";
import { type DayUsage, hasPrices, limitReached } from "@/lib/assistant/usage";

/** What was used today and in the days that are kept, and whether that is all there may be. */
export function UsageToday({ settings }: { settings: Assistant }) {
	const { data } = useModelUsage();
	const { locale, number } = useFormat();
	if (!data) return null;
	const { today, days } = data;
	const all = Object.values(days);
	const limit = limitReached(settings, today);
	const of = (used: string, most: string | false) =>
		most ? i18n.t("assistantSettings.usage.of", [used, most]) : used;
	const tokens = (day: DayUsage) => day.inputTokens + day.outputTokens;
	const sum = (part: (day: DayUsage) => number) => all.reduce((total, day) => total + part(day), 0);
	const { daily_token_limit, daily_cost_limit } = settings;
	return (
		<div data-testid="usage-today">
			<dl className="grid grid-cols-2 gap-3 sm:grid-cols-3">
				<Figure name={i18n.t("assistantSettings.usage.answers")} value={number(today.answers)} />
				<Figure
					name={i18n.t("assistantSettings.usage.tokens")}
					value={of(number(tokens(today)), daily_token_limit > 0 && number(daily_token_limit))}
				/>
				<Figure
					name={i18n.t("assistantSettings.usage.cost")}
					value={
						hasPrices(settings) || today.cost > 0
							? of(costText(today.cost, locale), daily_cost_limit > 0 && costText(daily_cost_limit, locale))
							: "–"
					}
				/>
			</dl>
			{today.estimated !== undefined && (
				<p className="mt-2 text-[0.86rem] text-ink-soft tabular-nums">
					{i18n.t("assistantSettings.usage.estimated", [number(today.estimated)])}
				</p>
			)}
			{all.length > 1 && (
				<p className="mt-2 text-[0.86rem] text-ink-soft tabular-nums">
					{i18n.t("assistantSettings.usage.before", [
						String(all.length),
						number(sum(({ answers }) => answers)),
						number(sum(tokens)),
						costText(
							sum(({ cost }) => cost),
							locale,
						),
					])}
				</p>
			)}
			{limit && (
				<Notice tone="warn" className="mt-3" title={i18n.t(`assistantSettings.usage.reached.${limit}`)}>
					{i18n.t("assistantSettings.usage.reached.text")}
				</Notice>
			)}
		</div>
	);
}

function Figure({ name, value }: { name: string; value: string }) {
	return (
		<div className="rounded-xl bg-sunken px-3.5 py-2.5">
			<dt className="text-[0.86rem] text-ink-soft">{name}</dt>
			<dd className="break-words font-semibold text-[1.15rem] tabular-nums">{value}</dd>
		</div>
	);
}

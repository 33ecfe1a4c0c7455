import { useState } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import { Section } from "@/components/ui/section";
import type { Customer } from "@/lib/crm/customer";
import { spendOverTime } from "@/lib/crm/figures";

/** Spend per month or year as bars. The number is told on hover and focus, and to screen readers as a list. */
export function SpendChart({ customer }: { customer: Customer }) {
	const format = useFormat();
	const now = useNow();
	const [pointed, point] = useState<number | null>(null);
	const spend = spendOverTime(customer, new Date(now));
	if (!spend) return null;
	const { unit, buckets } = spend;
	const highest = Math.max(...buckets.map(({ amount }) => amount), 1);
	const total = buckets.reduce((sum, { amount }) => sum + amount, 0);
	const label = (start: Date) => (unit === "month" ? format.monthAndYear(start) : format.year(start));
	const current = pointed === null ? undefined : buckets[pointed];
	return (
		<Section
			title={i18n.t("chart.title")}
			action={
				<span className="text-[0.93rem] text-ink-soft tabular-nums">
					{current
						? `${label(current.start)} · ${format.money(current.amount, customer.currency)}`
						: i18n.t(unit === "month" ? "chart.twelveMonths" : "chart.allYears", [
								format.money(total, customer.currency),
							])}
				</span>
			}
		>
			<ol className="flex h-24 items-stretch gap-1 px-3.5 pb-2.5" onPointerLeave={() => point(null)}>
				{buckets.map(({ start, amount, orders }, index) => (
					<li
						key={start.getTime()}
						className="group flex min-w-0 flex-1 flex-col"
						onPointerEnter={() => point(index)}
						title={`${label(start)}: ${format.money(amount, customer.currency)}`}
					>
						<span className="sr-only">{`${label(start)}: ${format.money(amount, customer.currency)}, ${i18n.t("orders.count", orders)}`}</span>
						<span aria-hidden className="flex min-h-0 flex-1 items-end">
							<span
								className="block w-full rounded-t-[4px] rounded-b-[2px] bg-accent/75 transition-colors group-hover:bg-accent"
								style={{
									height: amount > 0 ? `${Math.max((amount / highest) * 100, 5)}%` : "3px",
									opacity: amount > 0 ? 1 : 0.25,
								}}
							/>
						</span>
						<span aria-hidden className="mt-1 truncate text-center text-[0.72rem] text-ink-soft uppercase">
							{unit === "month" ? [...format.month(start)][0] : String(start.getFullYear()).slice(-2)}
						</span>
					</li>
				))}
			</ol>
		</Section>
	);
}

import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { useNow } from "@/components/hooks/use-now";
import type { Customer } from "@/lib/crm/customer";
import { keyFigures } from "@/lib/crm/figures";

/** What the customer is worth, at a glance. A figure the CRM does not give is left out, not shown as zero. */
export function KeyFigureGrid({ customer }: { customer: Customer }) {
	const format = useFormat();
	const now = useNow();
	const { currency, ordersCount, spent, average, refunded, lastOrder } = keyFigures(customer);
	const money = (amount: number | undefined) =>
		amount !== undefined && format.money(amount, currency, { brief: true });
	const exact = (amount: number | undefined) => amount && format.money(amount, currency);
	const discounts = customer.totalDiscounts;
	const figures = [
		{ label: i18n.t("figures.orders"), value: ordersCount !== undefined && format.number(ordersCount) },
		{ label: i18n.t("figures.spent"), value: money(spent), title: exact(spent) },
		{ label: i18n.t("figures.average"), value: money(average), title: exact(average) },
		{
			label: i18n.t("figures.lastOrder"),
			value: lastOrder && format.dayAgo(lastOrder, now),
			title: lastOrder && format.moment(lastOrder),
		},
		{ label: i18n.t("figures.refunded"), value: refunded ? money(refunded) : false, title: exact(refunded) },
		{
			label: i18n.t("figures.discounts"),
			value: discounts ? money(discounts) : false,
			title: exact(discounts),
		},
	].filter(({ value }) => value);
	if (figures.length === 0) return null;
	return (
		<dl className="mx-3 mb-3 flex flex-wrap gap-px overflow-hidden rounded-xl border border-line bg-surface">
			{figures.map(({ label, value, title }) => (
				<div key={label} className="min-w-0 flex-[1_1_6.8rem] px-3 py-2.5 shadow-[0_0_0_1px_var(--line)]">
					<dt className="truncate text-[0.86rem] text-ink-soft">{label}</dt>
					<dd
						className="mt-0.5 whitespace-nowrap font-semibold text-[1.05rem] tabular-nums leading-snug"
						title={title || undefined}
					>
						{value}
					</dd>
				</div>
			))}
		</dl>
	);
}

import { ChevronRight, ExternalLink } from "lucide-react";
import { useId } from "react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Badge } from "@/components/ui/badge";
import { classNames } from "@/components/ui/class-names";
import type { Order } from "@/lib/crm/customer";
import { ExtraFieldList } from "./extra-fields";
import { LineItems } from "./line-items";
import { stateTone } from "./state-tone";
import { TrackingList } from "./tracking-list";

type OrderRowProps = { order: Order; open: boolean; toggle(): void };

/** An order in one line; unfolded, everything that is known of it. */
export function OrderRow({ order, open, toggle }: OrderRowProps) {
	const format = useFormat();
	const detail = useId();
	return (
		<>
			<button
				type="button"
				aria-expanded={open}
				aria-controls={open ? detail : undefined}
				onClick={toggle}
				className="flex min-h-14 w-full items-center gap-2 px-3.5 py-2 text-left hover:bg-sunken/60 focus-visible:-outline-offset-2"
			>
				<ChevronRight
					aria-hidden
					className={classNames("size-4 shrink-0 text-ink-soft transition-transform", open && "rotate-90")}
				/>
				<span className="min-w-0 flex-1">
					<span className="block truncate font-medium">{order.name ?? i18n.t("orders.unnamed")}</span>
					{order.date && (
						<span className="block truncate text-[0.86rem] text-ink-soft">{format.date(order.date)}</span>
					)}
				</span>
				<span className="flex min-w-0 max-w-[55%] flex-col items-end gap-0.5">
					{order.amount !== undefined && (
						<span className="font-semibold tabular-nums">{format.money(order.amount, order.currency)}</span>
					)}
					{order.state && <Badge tone={stateTone(order.state)}>{order.state}</Badge>}
				</span>
			</button>
			{open && (
				<div id={detail} className="space-y-3 px-3.5 pt-1 pb-3.5 pl-9.5">
					<LineItems items={order.items} currency={order.currency} />
					<Amounts order={order} />
					<TrackingList tracking={order.tracking} />
					<ExtraFieldList fields={order.more} />
					{order.url && (
						<a
							href={order.url}
							target="_blank"
							rel="noopener noreferrer"
							className="inline-flex items-center gap-1 font-medium text-accent-ink hover:underline"
						>
							{i18n.t("orders.open")}
							<ExternalLink aria-hidden className="size-3.5" />
						</a>
					)}
				</div>
			)}
		</>
	);
}

function Amounts({ order }: { order: Order }) {
	const format = useFormat();
	const amounts = [
		{ label: i18n.t("orders.discounts"), amount: order.totalDiscounts && -order.totalDiscounts },
		{ label: i18n.t("orders.refunded"), amount: order.totalRefunded && -order.totalRefunded },
		{ label: i18n.t("orders.net"), amount: order.netAmount !== order.amount ? order.netAmount : undefined },
		{ label: i18n.t("orders.total"), amount: order.amount },
	].filter((line): line is { label: string; amount: number } => Boolean(line.amount));
	if (amounts.length === 0) return null;
	return (
		<dl className="space-y-0.5 border-line border-t pt-2 text-[0.93rem]">
			{amounts.map(({ label, amount }) => (
				<div
					key={label}
					className="flex justify-between gap-3 text-ink-soft last:font-semibold last:text-ink"
				>
					<dt>{label}</dt>
					<dd className="tabular-nums">{format.money(amount, order.currency)}</dd>
				</div>
			))}
		</dl>
	);
}

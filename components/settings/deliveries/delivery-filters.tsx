import { X } from "lucide-react";
import { i18n } from "#i18n";
import { useFormat } from "@/components/format/use-format";
import { Button } from "@/components/ui/button";
import { classNames } from "@/components/ui/class-names";
import { Select } from "@/components/ui/field";
import { type DeliveryStatus, deliveryStatuses } from "@/lib/webhooks/delivery";
import { configurableEvents } from "@/lib/webhooks/event";
import type { DeliveryCounts } from "@/lib/webhooks/outbox-status";
import { DayFields, SearchField } from "../filter-fields";
import { hrefOf } from "../shell/place";
import { type DeliveryView, everything, isNarrowed, targetOf } from "./view";

/** Shows a view, in place of the one before: the way back leads to the page before this one. */
function showView(view: DeliveryView): void {
	location.replace(hrefOf({ route: "deliveries", target: targetOf(view) }));
}

/** What the list shows: the state with its numbers, and what narrows it further. All of it stands in the URL. */
export function DeliveryFilters({ view, counts }: { view: DeliveryView; counts: DeliveryCounts }) {
	return (
		<div className="border-line border-b">
			<StatusTabs view={view} counts={counts} />
			<div className="grid grid-cols-2 gap-2 px-4 py-3 lg:grid-cols-[minmax(0,1fr)_auto_auto_auto_auto]">
				<SearchField
					label={i18n.t("settings.deliveries.filters.search")}
					hint={i18n.t("settings.deliveries.filters.searchHint")}
					value={view.text}
					search={(text) => showView({ ...view, text })}
				/>
				<Select
					className="col-span-2 lg:col-span-1"
					aria-label={i18n.t("settings.deliveries.filters.event")}
					value={view.event ?? ""}
					onChange={({ target: { value } }) => {
						const { event: _, ...rest } = view;
						const event = configurableEvents.find((one) => one === value);
						showView({ ...rest, ...(event && { event }) });
					}}
				>
					<option value="">{i18n.t("settings.deliveries.filters.anyEvent")}</option>
					{configurableEvents.map((event) => (
						<option key={event}>{event}</option>
					))}
				</Select>
				<DayFields days={view} change={(days) => showView({ ...view, ...days })} />
				{isNarrowed(view) && (
					<Button
						look="quiet"
						className="col-span-2 lg:col-span-1"
						onClick={() => showView({ ...everything, ...(view.status && { status: view.status }) })}
					>
						<X aria-hidden />
						{i18n.t("settings.deliveries.filters.clear")}
					</Button>
				)}
			</div>
		</div>
	);
}

function StatusTabs({ view, counts }: { view: DeliveryView; counts: DeliveryCounts }) {
	const format = useFormat();
	const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
	const tabs: { status?: DeliveryStatus; count: number }[] = [
		{ count: total },
		...deliveryStatuses.map((status) => ({ status, count: counts[status] })),
	];
	return (
		<nav
			aria-label={i18n.t("settings.deliveries.tabs.label")}
			className="flex gap-1 overflow-x-auto overflow-y-hidden border-line border-b px-3 pt-2 [scrollbar-width:none]"
		>
			{tabs.map(({ status, count }) => {
				const open = status === view.status;
				const { status: _, ...rest } = view;
				return (
					<a
						key={status ?? "all"}
						href={hrefOf({ route: "deliveries", target: targetOf({ ...rest, ...(status && { status }) }) })}
						aria-current={open ? "true" : undefined}
						className={classNames(
							"flex items-center gap-1.5 whitespace-nowrap rounded-t-lg border-b-2 px-2.5 py-2",
							open
								? "border-accent font-medium text-ink"
								: "border-transparent text-ink-soft hover:border-line hover:text-ink",
						)}
					>
						{i18n.t(`settings.deliveries.tabs.${status ?? "all"}`)}
						<span
							className={classNames(
								"rounded-full px-1.5 text-[0.86rem] tabular-nums",
								status === "failed" && count > 0 ? "bg-bad-soft text-bad" : "bg-sunken text-ink-soft",
							)}
						>
							{format.number(count)}
						</span>
					</a>
				);
			})}
		</nav>
	);
}

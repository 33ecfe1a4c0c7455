import { Inbox, Webhook } from "lucide-react";
import { useEffect, useMemo, useState } from "react";
import { i18n } from "#i18n";
import { useOutboxStatus } from "@/components/hooks/use-outbox-status";
import { useDeliveryList } from "@/components/hooks/use-row-list";
import { LinkButton } from "@/components/ui/link-button";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { hrefOf } from "../shell/place";
import { usePlace } from "../shell/use-place";
import { CommandBar } from "./command-bar";
import { DeliveriesChart } from "./deliveries-chart";
import { DeliveryDetail } from "./delivery-detail";
import { DeliveryFilters } from "./delivery-filters";
import { DeliveryList } from "./delivery-list";
import { OutboxNotices } from "./outbox-notices";
import { useSelection } from "./use-selection";
import { type DeliveryView, deliveriesPlaceOf, everything, filterOf, targetOf } from "./view";

/** Every event on its way to the user's server or arrived there, with what can be done about it. */
export default function DeliveriesPage() {
	const status = useOutboxStatus();
	if (!status) return null;
	const total = Object.values(status.counts).reduce((sum, count) => sum + count, 0);
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.deliveries.intro")}</p>
			<OutboxNotices status={status} />
			{total === 0 ? <NoDeliveries /> : <Deliveries status={status} />}
		</>
	);
}

function Deliveries({ status }: { status: OutboxStatus }) {
	const { view, seq } = useDeliveriesPlace();
	const filter = useMemo(() => filterOf(view), [view]);
	const list = useDeliveryList(filter, status);
	const selection = useSelection();
	return (
		<>
			<DeliveriesChart status={status} />
			<section
				aria-label={i18n.t("settings.pages.deliveries")}
				className="overflow-clip rounded-2xl border border-line bg-surface"
			>
				<DeliveryFilters view={view} counts={status.counts} />
				<CommandBar view={view} filter={filter} counts={status.counts} selection={selection} />
				<DeliveryList list={list} view={view} status={status} selection={selection} />
			</section>
			{seq !== undefined && <DeliveryDetail key={seq} seq={seq} status={status} back={targetOf(view)} />}
		</>
	);
}

/** What the URL says. Under an opened delivery the list stays as it was. */
function useDeliveriesPlace(): { view: DeliveryView; seq?: number } {
	const { target } = usePlace();
	const place = useMemo(() => deliveriesPlaceOf(target), [target]);
	const [view, setView] = useState("view" in place ? place.view : everything);
	useEffect(() => {
		if ("view" in place) setView(place.view);
	}, [place]);
	return "view" in place ? place : { view, seq: place.seq };
}

function NoDeliveries() {
	return (
		<div className="flex flex-col items-center gap-1 rounded-2xl border border-line bg-surface px-6 py-14 text-center">
			<div className="mb-3 grid size-14 place-items-center rounded-2xl bg-accent-soft text-accent-ink">
				<Inbox aria-hidden className="size-7" strokeWidth={1.6} />
			</div>
			<h2 className="font-semibold text-[1.15rem]">{i18n.t("settings.deliveries.empty.title")}</h2>
			<p className="mb-4 max-w-[46ch] text-balance text-ink-soft">
				{i18n.t("settings.deliveries.empty.text")}
			</p>
			<LinkButton look="primary" href={hrefOf({ route: "webhooks" })}>
				<Webhook aria-hidden />
				{i18n.t("settings.deliveries.toWebhooks")}
			</LinkButton>
		</div>
	);
}

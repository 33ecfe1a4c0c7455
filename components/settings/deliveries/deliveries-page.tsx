import { Inbox, Webhook } from "lucide-react";
import { useMemo } from "react";
import { i18n } from "#i18n";
import { useOutboxStatus } from "@/components/hooks/use-outbox-status";
import { useDeliveryList } from "@/components/hooks/use-row-list";
import { LinkButton } from "@/components/ui/link-button";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { EmptyPage } from "../empty-page";
import { hrefOf } from "../shell/place";
import { useListPlace } from "../use-list-place";
import { CommandBar } from "./command-bar";
import { DeliveriesChart } from "./deliveries-chart";
import { DeliveryDetail } from "./delivery-detail";
import { DeliveryFilters } from "./delivery-filters";
import { DeliveryList } from "./delivery-list";
import { OutboxNotices } from "./outbox-notices";
import { useSelection } from "./use-selection";
import { deliveriesPlaceOf, everything, filterOf, targetOf } from "./view";

/** Every event on its way to the user's server or arrived there, with what can be done about it. */
export default function DeliveriesPage() {
	const status = useOutboxStatus();
	if (!status) return null;
	const total = Object.values(status.counts).reduce((sum, count) => sum + count, 0);
	return (
		<>
			<p className="mb-5 max-w-[65ch] text-ink-soft">{i18n.t("settings.deliveries.intro")}</p>
			<OutboxNotices status={status} />
			{total === 0 ? (
				<EmptyPage
					icon={Inbox}
					title={i18n.t("settings.deliveries.empty.title")}
					text={i18n.t("settings.deliveries.empty.text")}
				>
					<LinkButton look="primary" href={hrefOf({ route: "webhooks" })}>
						<Webhook aria-hidden />
						{i18n.t("settings.deliveries.toWebhooks")}
					</LinkButton>
				</EmptyPage>
			) : (
				<Deliveries status={status} />
			)}
		</>
	);
}

function Deliveries({ status }: { status: OutboxStatus }) {
	const { view, seq } = useListPlace(deliveriesPlaceOf, everything);
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

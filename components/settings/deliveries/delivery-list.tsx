import { i18n } from "#i18n";
import type { RowList as Rows } from "@/components/hooks/use-row-list";
import type { DeliveryRow as Row } from "@/lib/webhooks/delivery-filter";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { RowList } from "../row-list";
import { DeliveryRow, rowHeight } from "./delivery-row";
import type { Selection } from "./use-selection";
import { useTimeOf } from "./use-time-of";
import { useTimes } from "./use-times";
import type { DeliveryView } from "./view";

type DeliveryListProps = {
	list: Rows<Row>;
	view: DeliveryView;
	status: OutboxStatus;
	selection: Selection;
};

/** The deliveries, newest first. */
export function DeliveryList({ list, view, status, selection }: DeliveryListProps) {
	const now = useTimeOf(status);
	const times = useTimes();
	return (
		<RowList
			list={list}
			label={i18n.t("settings.pages.deliveries")}
			rowHeight={rowHeight}
			viewKey={JSON.stringify(view)}
			words={{
				unreadable: i18n.t("settings.deliveries.unreadable"),
				searching: i18n.t("settings.deliveries.searching"),
				nothing: i18n.t("settings.deliveries.nothing"),
			}}
			toggle={(row, range) => selection.toggle(list.rows, row.seq, range)}
		>
			{(row, place) => (
				<DeliveryRow
					key={row.seq}
					row={row}
					place={place}
					isSelected={selection.selected.has(row.seq)}
					queue={status}
					times={times}
					now={now}
					toggle={(range) => selection.toggle(list.rows, row.seq, range)}
				/>
			)}
		</RowList>
	);
}

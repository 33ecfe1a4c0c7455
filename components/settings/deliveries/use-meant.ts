import { useMeantCounts } from "@/components/hooks/use-deliveries";
import type { DeliverySelection } from "@/lib/webhooks/delivery-filter";
import type { DeliveryCounts } from "@/lib/webhooks/outbox-status";
import { type DeliveryView, isNarrowed } from "./view";

/**
 * How many deliveries of each state a filter means; undefined while they are counted, which only what the kept `counts` do
 * not tell is, and for a selection of single ones.
 */
export function useMeant(
	selection: DeliverySelection,
	view: DeliveryView,
	counts: DeliveryCounts,
): DeliveryCounts | undefined {
	const filter = "filter" in selection ? selection.filter : undefined;
	const narrowed = filter !== undefined && isNarrowed(view);
	const cancelledApart = !narrowed && filter?.leaveOut !== undefined && counts.cancelled > 0;
	const read = useMeantCounts(
		cancelledApart ? { ...filter, status: "cancelled" } : (filter ?? {}),
		narrowed || cancelledApart,
	).data;
	if (!filter) return undefined;
	if (narrowed) return read;
	if (cancelledApart) return read && { ...counts, cancelled: read.cancelled };
	if (filter.status === undefined) return counts;
	return { pending: 0, delivered: 0, failed: 0, cancelled: 0, [filter.status]: counts[filter.status] };
}

export const sumOf = (counts: DeliveryCounts): number =>
	Object.values(counts).reduce((sum, count) => sum + count, 0);

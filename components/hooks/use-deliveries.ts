import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { DeliveryFilter, DeliverySelection } from "@/lib/webhooks/delivery-filter";
import type { DeliveryCounts, OutboxStatus } from "@/lib/webhooks/outbox-status";

/** What can be done with deliveries, by hand. */
export const deliveryCommands = ["sendAgain", "cancel", "remove"] as const;
export type DeliveryCommand = (typeof deliveryCommands)[number];

const messages = {
	sendAgain: "sendDeliveriesAgain",
	cancel: "cancelDeliveries",
	remove: "removeDeliveries",
} as const;

/** Does something with deliveries; gives how many it was done with. */
export function useDeliveryCommand() {
	return useMutation({
		mutationFn: ({ command, selection }: { command: DeliveryCommand; selection: DeliverySelection }) =>
			sendMessage(messages[command], selection),
	});
}

/** One delivery with its body and attempts, read again when `status` changes; null when it is gone. */
export function useDelivery(seq: number, status: OutboxStatus | undefined) {
	return useQuery({
		queryKey: ["delivery", seq, status],
		queryFn: () => sendMessage("getDelivery", { seq }),
		placeholderData: (before, query) => (query?.queryKey[1] === seq ? before : undefined),
		gcTime: 0,
	});
}

const pageSize = 1_000;

/** How many deliveries of each state a filter means. Counted by reading them, for what the kept counts do not tell. */
export function useMeantCounts(filter: DeliveryFilter, enabled: boolean) {
	return useQuery({
		queryKey: ["delivery-count", filter],
		queryFn: async ({ signal }) => {
			const counts: DeliveryCounts = { pending: 0, delivered: 0, failed: 0, cancelled: 0 };
			let before: number | undefined;
			do {
				signal.throwIfAborted();
				const page = await sendMessage("listDeliveries", {
					filter,
					limit: pageSize,
					...(before !== undefined && { before }),
				});
				for (const { status } of page.rows) counts[status]++;
				before = page.next;
			} while (before !== undefined);
			return counts;
		},
		enabled,
		gcTime: 0,
	});
}

/** What became of deliveries in each hour since then, read again when `status` tells of another outcome. */
export function useDeliveryHours(since: number, status: OutboxStatus | undefined) {
	return useQuery({
		// An attempt that is made again changes no count, but what is due next.
		queryKey: ["delivery-hours", since, status?.counts, status?.nextDueAt],
		queryFn: () => sendMessage("getDeliveryHours", { since }),
		placeholderData: keepPreviousData,
		gcTime: 0,
	});
}

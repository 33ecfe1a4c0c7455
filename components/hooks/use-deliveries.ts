import { keepPreviousData, useMutation, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { DeliveryFilter, DeliverySelection } from "@/lib/webhooks/delivery-filter";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";

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

/** How many deliveries a filter means. Counted by reading them, for what the kept counts do not tell. */
export function useDeliveryCount(filter: DeliveryFilter, enabled: boolean) {
	return useQuery({
		queryKey: ["delivery-count", filter],
		queryFn: async ({ signal }) => {
			let count = 0;
			let before: number | undefined;
			do {
				signal.throwIfAborted();
				const page = await sendMessage("listDeliveries", {
					filter,
					limit: pageSize,
					...(before !== undefined && { before }),
				});
				count += page.rows.length;
				before = page.next;
			} while (before !== undefined);
			return count;
		},
		enabled,
		gcTime: 0,
	});
}

/** What was settled in each hour since then, read again when the numbers in `status` have changed. */
export function useDeliveryHours(since: number, status: OutboxStatus | undefined) {
	return useQuery({
		queryKey: ["delivery-hours", since, status?.counts.delivered, status?.counts.failed],
		queryFn: () => sendMessage("getDeliveryHours", { since }),
		placeholderData: keepPreviousData,
		gcTime: 0,
	});
}

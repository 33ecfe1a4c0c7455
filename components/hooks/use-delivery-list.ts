import { useCallback, useEffect, useRef, useState } from "react";
import { sendMessage } from "@/lib/messaging/client";
import type { DeliveryFilter, DeliveryRow } from "@/lib/webhooks/delivery-filter";
import type { KnownRows } from "@/lib/webhooks/delivery-list";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { createListReader } from "./delivery-list-reader";

export type DeliveryList = {
	rows: readonly DeliveryRow[];
	/** Whether the rows are still those of the filter before. */
	isOld: boolean;
	/** Whether more may follow. */
	hasMore: boolean;
	/** Why it cannot be read. */
	failure?: string;
	/** The rows from `first` to `last` are in view: what is near them is loaded and kept current. */
	look(first: number, last: number): void;
};

const none: KnownRows = { rows: [] };

/** The deliveries a filter means, newest first, loaded as they are looked at and read again when `status` changes. */
export function useDeliveryList(filter: DeliveryFilter, status: OutboxStatus | undefined): DeliveryList {
	const key = JSON.stringify(filter);
	const [shown, setShown] = useState<{ key: string; known: KnownRows }>();
	const [failure, setFailure] = useState<string>();
	const reader = useRef<ReturnType<typeof createListReader>>(undefined);
	const tell = useCallback((error: unknown) => setFailure(String(error)), []);

	useEffect(() => {
		const controller = new AbortController();
		const meant: DeliveryFilter = JSON.parse(key);
		reader.current = createListReader({
			read: (page) => sendMessage("listDeliveries", { filter: meant, ...page }),
			show(known) {
				setFailure(undefined);
				setShown({ key, known });
			},
			signal: controller.signal,
		});
		reader.current.look(0, 0).catch(tell);
		return () => controller.abort();
	}, [key, tell]);

	const first = useRef(status);
	useEffect(() => {
		// What is known first is no change: the list has been read at the same time.
		if (first.current !== undefined && first.current !== status) reader.current?.refresh().catch(tell);
		first.current = status;
	}, [status, tell]);

	const look = useCallback(
		(from: number, to: number) => void reader.current?.look(from, to).catch(tell),
		[tell],
	);
	const known = shown?.known ?? none;
	const isOld = shown?.key !== key;
	return {
		rows: known.rows,
		isOld,
		hasMore: isOld || known.next !== undefined,
		...(failure !== undefined && { failure }),
		look,
	};
}

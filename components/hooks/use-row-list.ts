import { useCallback, useEffect, useRef, useState } from "react";
import type { KnownRows, RowPage, Sequenced } from "@/lib/core/known-rows";
import type { EgressEntry } from "@/lib/egress/entry";
import type { EgressFilter } from "@/lib/egress/filter";
import type { CallEntry, CallFilter } from "@/lib/functions/call-log";
import { sendMessage } from "@/lib/messaging/client";
import type { DeliveryFilter, DeliveryRow } from "@/lib/webhooks/delivery-filter";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";
import { createListReader, type PageRequest } from "./list-reader";

export type RowList<Row extends Sequenced> = {
	rows: readonly Row[];
	/** Whether the rows are still those of the filter before. */
	isOld: boolean;
	/** Whether more may follow. */
	hasMore: boolean;
	/** Why it cannot be read. */
	failure?: string;
	/** The rows from `first` to `last` are in view: what is near them is loaded and kept current. */
	look(first: number, last: number): void;
};

/** The deliveries a filter means, newest first, loaded as they are looked at and read again when `status` changes. */
export const useDeliveryList = (filter: DeliveryFilter, status: OutboxStatus | undefined) =>
	useRowList<DeliveryFilter, DeliveryRow>(filter, status, readDeliveries);

/** The logged requests a filter means, newest first, loaded as they are looked at and read again when `version` changes. */
export const useEgressList = (filter: EgressFilter, version: string | undefined) =>
	useRowList<EgressFilter, EgressEntry>(filter, version, readEgress);

/** The calls of functions a filter means, newest first, loaded as they are looked at and read again when `version` changes. */
export const useFunctionCallList = (filter: CallFilter, version: string | undefined) =>
	useRowList<CallFilter, CallEntry>(filter, version, readFunctionCalls);

const readDeliveries = (filter: DeliveryFilter, page: PageRequest) =>
	sendMessage("listDeliveries", { filter, ...page });
const readEgress = (filter: EgressFilter, page: PageRequest) =>
	sendMessage("listEgress", { filter, ...page });
const readFunctionCalls = (filter: CallFilter, page: PageRequest) =>
	sendMessage("listFunctionCalls", { filter, ...page });

function useRowList<Filter, Row extends Sequenced>(
	filter: Filter,
	version: unknown,
	read: (filter: Filter, page: PageRequest) => Promise<RowPage<Row>>,
): RowList<Row> {
	const key = JSON.stringify(filter);
	const [shown, setShown] = useState<{ key: string; known: KnownRows<Row> }>();
	const [failure, setFailure] = useState<string>();
	const reader = useRef<ReturnType<typeof createListReader<Row>>>(undefined);
	const tell = useCallback((error: unknown) => setFailure(String(error)), []);

	useEffect(() => {
		const controller = new AbortController();
		const meant: Filter = JSON.parse(key);
		reader.current = createListReader<Row>({
			read: (page) => read(meant, page),
			show(known) {
				setFailure(undefined);
				setShown({ key, known });
			},
			signal: controller.signal,
		});
		reader.current.look(0, 0).catch(tell);
		return () => controller.abort();
	}, [key, read, tell]);

	const first = useRef(version);
	useEffect(() => {
		// What is known first is no change: the list has been read at the same time.
		if (first.current !== undefined && first.current !== version) reader.current?.refresh().catch(tell);
		first.current = version;
	}, [version, tell]);

	const look = useCallback(
		(from: number, to: number) => void reader.current?.look(from, to).catch(tell),
		[tell],
	);
	const isOld = shown?.key !== key;
	return {
		rows: shown?.known.rows ?? [],
		isOld,
		hasMore: isOld || shown?.known.next !== undefined,
		...(failure !== undefined && { failure }),
		look,
	};
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import type { BridgeCallFilter } from "@/lib/bridge/call-log";
import type { BridgeSettings, ClientAccess } from "@/lib/bridge/settings";
import { sendMessage } from "@/lib/messaging/client";
import { requestBridgePermission } from "@/lib/platform/permissions";
import { watchBridgeState } from "@/lib/platform/storage";

const bridgeKey = ["bridge"];
const refreshEveryMs = 2_000;

/** The bridge's connection, settings and programs, kept current; while somebody looks it is tried again and again. */
export function useBridge() {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		watchBridgeState(() => void client.invalidateQueries({ queryKey: bridgeKey }), controller.signal);
		return () => controller.abort();
	}, [client]);
	return useQuery({
		queryKey: bridgeKey,
		queryFn: async () => {
			void sendMessage("retryBridge");
			return sendMessage("getBridge");
		},
		// Nothing is to keep the worker alive that has to end.
		refetchInterval: ({ state: { data } }) =>
			data?.state.state === "starting-anew" ? false : refreshEveryMs,
	});
}

/** Replaces those fields that are given. */
export function useSetBridge() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (fields: Partial<BridgeSettings>) => sendMessage("setBridge", fields),
		onSettled: () => client.invalidateQueries({ queryKey: bridgeKey }),
	});
}

/** Turns the bridge on, after asking the browser inside the click; false where the user refused. */
export function useTurnOn() {
	const set = useSetBridge();
	return useMutation({
		mutationFn: (allowed: Promise<boolean>) =>
			allowed.then(async (yes) => {
				if (yes) await set.mutateAsync({ enabled: true });
				return yes;
			}),
	});
}

/** Asks for what the bridge needs. To be called inside the click, before anything is awaited. */
export const askForBridge = (): Promise<boolean> => requestBridgePermission();

/** What a program may do from now on. */
export function useSetClientAccess() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (input: { key: string; access: ClientAccess }) => sendMessage("setClientAccess", input),
		onSettled: () => client.invalidateQueries({ queryKey: bridgeKey }),
	});
}

/** What that connection asks for waits for a person again. */
export function useEndGrant() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (session: string) => sendMessage("endBridgeGrant", { session }),
		onSettled: () => client.invalidateQueries({ queryKey: bridgeKey }),
	});
}

const pageSize = 50;

/** The newest calls a filter means, read again when `version` changes, and more of them by `showMore`. */
export function useBridgeCalls(filter: BridgeCallFilter, version: string) {
	const [limit, setLimit] = useState(pageSize);
	const { data } = useQuery({
		queryKey: ["bridge-calls", filter, limit, version],
		queryFn: () => sendMessage("listBridgeCalls", { filter, limit }),
		placeholderData: (before) => before,
	});
	return {
		rows: data?.rows,
		hasMore: data?.next !== undefined && limit < 1_000,
		showMore: () => setLimit(limit + pageSize),
	};
}

/** Forgets all calls. */
export function useClearBridgeCalls() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: () => sendMessage("clearBridgeCalls"),
		onSettled: () => client.invalidateQueries({ queryKey: bridgeKey }),
	});
}

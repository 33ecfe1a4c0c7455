import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import { sendMessage } from "@/lib/messaging/client";
import { onStored } from "@/lib/platform/storage";
import type { StoredKindName } from "@/lib/platform/stored-kind";

const storedDataKey = ["stored-data"];

/** How much of each kind is stored. What is in the database tells nobody of its changes: asked for again on return. */
export function useStoredData() {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		onStored(() => void client.invalidateQueries({ queryKey: storedDataKey }), controller.signal);
		return () => controller.abort();
	}, [client]);
	return useQuery({
		queryKey: storedDataKey,
		queryFn: () => sendMessage("getStoredData"),
		refetchOnWindowFocus: true,
	});
}

/** Deletes all of one kind, or everything. */
export function useDeleteStoredData() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (kind: StoredKindName | "everything") => sendMessage("deleteStoredData", { kind }),
		onSettled: () => client.invalidateQueries({ queryKey: storedDataKey }),
	});
}

/** Forgets one number that was seen, however it is written. */
export function useForgetPhone() {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (text: string) => sendMessage("forgetPhone", { text }),
		onSettled: () => client.invalidateQueries({ queryKey: storedDataKey }),
	});
}

/** Everything that is stored, without secrets. */
export function useExportStoredData() {
	return useMutation({ mutationFn: () => sendMessage("exportStoredData"), gcTime: 0 });
}

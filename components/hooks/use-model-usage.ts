import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect } from "react";
import type { NotedUsage } from "@/lib/assistant/usage";
import { sendMessage } from "@/lib/messaging/client";
import { onStored } from "@/lib/platform/storage";

const usageKey = ["model-usage"];

/** What models used today and before, kept current. */
export function useModelUsage() {
	const client = useQueryClient();
	useEffect(() => {
		const controller = new AbortController();
		onStored(
			(names) => names.includes("model_usage") && void client.invalidateQueries({ queryKey: usageKey }),
			controller.signal,
		);
		return () => controller.abort();
	}, [client]);
	// Asked again on return: a day may have ended.
	return useQuery({
		queryKey: usageKey,
		queryFn: () => sendMessage("getModelUsage"),
		refetchOnWindowFocus: true,
	});
}

/** Adds what an answer used to today. */
export function useNoteUsage() {
	return useMutation({ mutationFn: (used: NotedUsage) => sendMessage("noteModelUsage", used) });
}

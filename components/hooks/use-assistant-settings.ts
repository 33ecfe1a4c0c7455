import { useMutation, useQuery } from "@tanstack/react-query";
import type { Assistant } from "@/lib/assistant/settings";
import { sendMessage } from "@/lib/messaging/client";

export const assistantKey = ["assistant"];

/** What is set about the assistant, key and header values masked. Kept current. */
export function useAssistantSettings() {
	return useQuery({
		queryKey: assistantKey,
		queryFn: () => sendMessage("getAssistant"),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** Replaces those fields that are given. */
export function useSetAssistant() {
	return useMutation({ mutationFn: (fields: Partial<Assistant>) => sendMessage("setAssistant", fields) });
}

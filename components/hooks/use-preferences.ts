import { useMutation, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { Preferences } from "@/lib/settings/schema";

export const preferencesKey = ["preferences"];

/** What is set about detection, and about the time deliveries are kept. */
export function usePreferences() {
	return useQuery({
		queryKey: preferencesKey,
		queryFn: () => sendMessage("getPreferences"),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

/** Replaces those parts that are given. */
export function useSetPreferences() {
	return useMutation({
		mutationFn: (preferences: Partial<Preferences>) => sendMessage("setPreferences", preferences),
	});
}

import { useMutation, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { SelectorOverrides } from "@/lib/whatsapp/facts";

export const selectorsKey = ["selector-overrides"];

/** The user's own selectors for reading the page. */
export function useSelectorOverrides() {
	return useQuery({
		queryKey: selectorsKey,
		queryFn: () => sendMessage("getSelectorOverrides"),
		staleTime: Number.POSITIVE_INFINITY,
	});
}

export function useSaveSelectorOverrides() {
	return useMutation({
		mutationFn: (overrides: SelectorOverrides) => sendMessage("setSelectorOverrides", overrides),
	});
}

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import type { Identity } from "@/lib/contacts/identity";
import { sendMessage } from "@/lib/messaging/client";

const consentKey = ["analysis-consent"];

/** Whether messages of the tab's conversation, that with `identity`, are kept and analysed; null where there is none to keep. */
export function useAnalysisConsent(tabId: number, identity: Identity) {
	return useQuery({
		queryKey: [...consentKey, tabId, identity],
		queryFn: () => sendMessage("getAnalysisConsent", { tabId }),
		gcTime: 0,
	});
}

/** Keeps and analyses them, or neither. */
export function useSetAnalysisConsent(tabId: number) {
	const client = useQueryClient();
	return useMutation({
		mutationFn: (analyse: boolean) => sendMessage("setAnalysisConsent", { tabId, analyse }),
		onSettled: () => client.invalidateQueries({ queryKey: consentKey }),
	});
}

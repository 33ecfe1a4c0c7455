import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";

const consentKey = ["analysis-consent"];

/** Whether messages of the tab's conversation, `chat`, are kept and analysed; null where there is none to keep. */
export function useAnalysisConsent(tabId: number, chat: unknown) {
	return useQuery({
		queryKey: [...consentKey, tabId, chat],
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

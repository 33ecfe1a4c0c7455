import { useMutation, useQuery } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import { requestPermission } from "@/lib/platform/permissions";

/** Asks the CRM again, whatever the age of the card. */
export function useRefresh(tabId: number) {
	return useMutation({ mutationFn: () => sendMessage("refreshCustomer", { tabId, force: true }) });
}

/** Asks the user for a host; the mutation's function runs inside the click, as the browser demands. */
export function useGrant() {
	return useMutation({ mutationFn: (pattern: string) => requestPermission(pattern) });
}

/** Says which number the conversation of that name has; null takes it back. */
export function useLinkPhone(tabId: number, name: string) {
	return useMutation({
		mutationFn: (phone: string | null) => sendMessage("linkPhone", { tabId, name, phone }),
	});
}

/** What can be read of the page right now, messages included. */
export function usePageReading(tabId: number, enabled: boolean) {
	return useQuery({
		queryKey: ["page", tabId],
		queryFn: () => sendMessage("inspectPage", { tabId }),
		enabled,
		gcTime: 0,
	});
}

import { useEffect } from "react";
import { sendMessage } from "@/lib/messaging/client";

/** Lets an old card be refreshed when the agent comes back to the panel; a fresh one is left alone. */
export function useFreshOnReturn(tabId: number): void {
	useEffect(() => {
		const onVisible = () => {
			if (document.visibilityState === "visible")
				void sendMessage("refreshCustomer", { tabId, force: false });
		};
		document.addEventListener("visibilitychange", onVisible);
		return () => document.removeEventListener("visibilitychange", onVisible);
	}, [tabId]);
}

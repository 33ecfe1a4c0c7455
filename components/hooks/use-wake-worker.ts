import { useEffect } from "react";
import { sendMessage } from "@/lib/messaging/client";

const everyMs = 2_000;

/**
 * Knocks at the background while the panel waits for it. A worker that the browser ended in the middle of a lookup is
 * started by the next message, and takes the lookup up again; without one it would sleep on.
 */
export function useWakeWorker(tabId: number, waiting: boolean): void {
	useEffect(() => {
		if (!waiting) return;
		const timer = setInterval(() => void sendMessage("getConversation", { tabId }), everyMs);
		return () => clearInterval(timer);
	}, [tabId, waiting]);
}

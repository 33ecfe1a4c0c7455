import { useEffect, useState } from "react";
import { watchClock } from "@/lib/core/watch-clock";
import { sendMessage } from "@/lib/messaging/client";
import { watchOutboxStatus } from "@/lib/platform/storage";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";

/** Takes away the notice that what was stored is lost. */
export const dismissDataLoss = (): Promise<void> => sendMessage("dismissDataLoss");

/** How the outbox is, kept current by storage and by the clock. Undefined until it is first known. */
export function useOutboxStatus(): OutboxStatus | undefined {
	const [status, setStatus] = useState<OutboxStatus>();
	useEffect(() => {
		const controller = new AbortController();
		const { signal } = controller;
		let told = false;
		watchOutboxStatus((next) => {
			told = true;
			setStatus(next);
		}, signal);
		// What storage has told meanwhile is newer than this answer.
		void sendMessage("getOutboxStatus").then((first) => {
			if (!told && !signal.aborted) setStatus(first);
		});
		watchClock(() => void sendMessage("noteClockPutBack"), {
			now: () => Date.now(),
			passed: () => performance.now(),
			schedule: (look, ms) => void setTimeout(look, ms),
			signal,
		});
		return () => controller.abort();
	}, []);
	return status;
}

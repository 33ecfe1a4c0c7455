import { useEffect, useState } from "react";
import { lookEveryMs, watchClock } from "@/lib/core/watch-clock";
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
		const look = watchClock(
			() => Date.now() - performance.now(),
			() => void sendMessage("noteClockPutBack"),
		);
		const looking = setInterval(look, lookEveryMs);
		return () => {
			controller.abort();
			clearInterval(looking);
		};
	}, []);
	return status;
}

import { useEffect, useState } from "react";
import type { OutboxStatus } from "@/lib/webhooks/outbox-status";

const minute = 60_000;

/**
 * The time in ms since the epoch, as new as the status it is read beside: what is due in five seconds must not be told
 * as due in half a minute. It moves by the second while the next attempt is near, and twice a minute otherwise.
 */
export function useTimeOf(status: OutboxStatus): number {
	const [now, setNow] = useState(() => Date.now());
	useEffect(() => {
		const tick = () => setNow(Date.now());
		tick();
		const ahead = (status.nextDueAt ?? Number.POSITIVE_INFINITY) - Date.now();
		const isNear = !status.holdup && ahead > -minute && ahead < 1.5 * minute;
		const timer = setInterval(tick, isNear ? 1_000 : minute / 2);
		return () => clearInterval(timer);
	}, [status]);
	return now;
}

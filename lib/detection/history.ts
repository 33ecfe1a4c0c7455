/** A message as far as its age goes. `time` is local wall-clock time, `YYYY-MM-DDTHH:mm`; null when it is not known. */
type Dated = { arrived: boolean; time: string | null };

const minuteMs = 60_000;

/**
 * Whether a message was there before Chatside was (`installedAt`, ms since the epoch). One that arrived while its chat
 * was watched never was; one whose time is not known counts as history, so that no old chat can flood the receiver.
 */
export function isHistory({ arrived, time }: Dated, installedAt: number): boolean {
	if (arrived) return false;
	if (time === null) return true;
	// Messages know their minute only.
	return new Date(time).getTime() < Math.floor(installedAt / minuteMs) * minuteMs;
}

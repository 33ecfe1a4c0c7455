const second = 1_000;
const minute = 60 * second;
const hour = 60 * minute;

/** The pauses after a failed attempt (docs/contract.md, section 4). After the last one's attempt it has failed. */
export const retryPausesMs = [
	5 * second,
	5 * minute,
	30 * minute,
	2 * hour,
	5 * hour,
	10 * hour,
	14 * hour,
	20 * hour,
	24 * hour,
] as const;

/** An event that failed so often no longer holds up those behind it in its conversation. */
export const failuresToStepAside = 3;

/** A receiver may ask for a longer pause than the schedule has, but not for a longer one than this. */
const longestRetryAfterMs = 24 * hour;

/** Up to this part is added to a pause, so that what failed together is not tried again together. */
const jitter = 0.2;

/**
 * How long to wait after the attempt that made it `failures` failures; null when that was the last one. `random` is in
 * [0, 1). What the receiver asked for counts when it is longer.
 */
export function pauseAfter(failures: number, random: number, retryAfterMs = 0): number | null {
	const pause = retryPausesMs[failures - 1];
	if (pause === undefined) return null;
	return Math.max(Math.round(pause * (1 + jitter * random)), Math.min(retryAfterMs, longestRetryAfterMs));
}

/** Reads a `Retry-After` header (RFC 9110, section 10.2.3): seconds or a date. Milliseconds from now, 0 without one. */
export function readRetryAfter(header: string | null | undefined, now: number): number {
	const text = header?.trim() ?? "";
	if (/^\d+$/.test(text)) return Math.min(Number(text) * second, longestRetryAfterMs);
	const date = Date.parse(text);
	return Number.isNaN(date) ? 0 : Math.min(Math.max(date - now, 0), longestRetryAfterMs);
}

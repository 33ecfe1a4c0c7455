/** How far the queue is slowed down. At 0 it runs at full speed; otherwise events go one by one with this pause. */
export type Throttle = { pauseMs: number /** Nothing is sent before, ms since the epoch. */; until: number };

export const fullSpeed: Throttle = { pauseMs: 0, until: 0 };

const shortestPauseMs = 1_000;
const longestPauseMs = 5 * 60_000;

/** Answers by which a receiver, or what stands before it, says that it is too much (docs/contract.md, section 4). */
const tooMuch = new Set([429, 502, 504]);

/** The throttle after an answer: each "too much" doubles the pause, each success halves it, until it is gone. */
export function throttleAfter(
	before: Throttle,
	status: number | undefined,
	retryAfterMs: number,
	now: number,
): Throttle {
	if (status !== undefined && tooMuch.has(status)) {
		const pauseMs = Math.min(Math.max(before.pauseMs * 2, shortestPauseMs), longestPauseMs);
		return { pauseMs, until: now + Math.max(pauseMs, retryAfterMs) };
	}
	const delivered = status !== undefined && status >= 200 && status <= 299;
	if (!delivered || before.pauseMs === 0) return before;
	const pauseMs = before.pauseMs / 2 < shortestPauseMs ? 0 : before.pauseMs / 2;
	return { pauseMs, until: pauseMs === 0 ? 0 : now + pauseMs };
}

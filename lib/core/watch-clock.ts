/** A clock is put right by seconds all the time; more than this is a change. */
export const clockChangeMs = 60_000;
/** So often a page looks at it. */
export const lookEveryMs = 20_000;

/**
 * Gives what looks at the clock and calls `putBack` when it was put back by more than a minute since the last look.
 * `ahead` tells how far the clock is ahead of what nobody can put back, in ms; of it, only the changes count. For pages: the
 * browser's alarms go by the clock, so an ended worker would sleep as much longer as the clock was put back.
 */
export function watchClock(ahead: () => number, putBack: () => void): () => void {
	let before = ahead();
	return () => {
		const now = ahead();
		if (before - now > clockChangeMs) putBack();
		before = now;
	};
}

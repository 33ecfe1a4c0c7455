/** A clock is put right by seconds all the time; more than this is a change. */
export const clockChangeMs = 60_000;
const lookEveryMs = 20_000;

type ClockPorts = {
	/** The clock: ms since the epoch. */
	now(): number;
	/** What nobody can put back: ms since some beginning. */
	passed(): number;
	schedule(look: () => void, ms: number): void;
	signal: AbortSignal;
};

/**
 * Calls `putBack` soon after the clock was put back by more than a minute, until `signal` aborts. For pages: the browser's
 * alarms go by the clock, so an ended worker would sleep as much longer as the clock was put back.
 */
export function watchClock(putBack: () => void, { now, passed, schedule, signal }: ClockPorts): void {
	let ahead = now() - passed();
	const look = () => {
		if (signal.aborted) return;
		const before = ahead;
		ahead = now() - passed();
		if (before - ahead > clockChangeMs) putBack();
		schedule(look, lookEveryMs);
	};
	schedule(look, lookEveryMs);
}

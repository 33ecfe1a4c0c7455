import type { Schedule } from "./identify-chat";

/** The background may just have ended; it starts anew by being told something. */
const againMs = 1_000;
/** What waits longer than this many others is given up: nobody listens, and memory is not endless. */
const mostWaiting = 100;

/** Sends values, each making those before it obsolete: one that was refused is sent again unless a newer one came. */
export function retryLatest<T>(
	send: (value: T) => Promise<unknown>,
	schedule: Schedule,
	signal: AbortSignal,
): (value: T) => void {
	let latest: T;
	const attempt = (value: T): void => {
		latest = value;
		send(value).catch(() => {
			schedule(() => {
				if (latest === value && !signal.aborted) attempt(value);
			}, againMs);
		});
	};
	return attempt;
}

/** Sends every value, in order; one that was refused is sent again before the next. */
export function retryAll<T>(
	send: (value: T) => Promise<unknown>,
	schedule: Schedule,
	signal: AbortSignal,
): (value: T) => void {
	const waiting: T[] = [];
	let busy = false;
	const attempt = (): void => {
		const [value] = waiting;
		busy = value !== undefined && !signal.aborted;
		if (!busy || value === undefined) return;
		send(value).then(
			() => {
				waiting.shift();
				attempt();
			},
			() => schedule(attempt, againMs),
		);
	};
	return (value) => {
		waiting.push(value);
		if (waiting.length > mostWaiting) waiting.splice(1, 1);
		if (!busy) attempt();
	};
}

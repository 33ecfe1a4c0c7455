import type { Schedule } from "./identify-chat";

const againMs = 1_000;

/**
 * Sends values, each making those before it obsolete: one that could not be sent is sent again unless a newer one came.
 * Ends with `signal`.
 */
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

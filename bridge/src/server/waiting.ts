/** Often enough for the usual time-out of a client, one minute. */
const beatMs = 10_000;

export type Waiting = { progress(message: string): void; end(): void };

/**
 * Tells a client that its call goes on: what the extension says of it, and that again every few seconds, since clients
 * take silence for failure while a person reads what is to be approved.
 *
 * @param tell is given a number that grows with each message (MCP, progress notifications)
 */
export function startWaiting(tell: (progress: number, message: string) => void, everyMs = beatMs): Waiting {
	let count = 0;
	let last = "Waiting for Chatside. If it asks for approval, the card is in its side panel.";
	const beat = () => {
		count += 1;
		tell(count, last);
	};
	let timer = setInterval(beat, everyMs);
	return {
		progress(message) {
			last = message;
			clearInterval(timer);
			timer = setInterval(beat, everyMs);
			beat();
		},
		end: () => clearInterval(timer),
	};
}

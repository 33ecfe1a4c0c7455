/** Runs something that takes no time by a clock that is so many ms off. */
export function withClock<T>(offMs: number, run: () => T): T {
	const { now } = Date;
	Date.now = () => now() + offMs;
	try {
		return run();
	} finally {
		Date.now = now;
	}
}

/** What a fault came to: what was done and how often, in a line each, and what of the promises was not kept. */
export type FaultReport = { done: string[]; broken: string[] };

/** Something that goes wrong, and what must hold all the same. `short` does less of it, for every run of the tests. */
export type Fault = { name: string; run(options: { short: boolean }): Promise<FaultReport> };

/** Random numbers in [0, 1) that are the same in every run, so that a failure can be looked at again. */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		// mulberry32
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

/** Waits until `check` holds; false when it does not within `limitMs`. */
export async function holdsWithin(
	limitMs: number,
	check: () => boolean | Promise<boolean>,
): Promise<boolean> {
	const end = performance.now() + limitMs;
	for (;;) {
		if (await check()) return true;
		if (performance.now() > end) return false;
		await new Promise((resolve) => setTimeout(resolve, 100));
	}
}

/** Seeded pseudo-random choices: the same seed gives the same sequence on every machine. */
export type Random = {
	/** At least 0, below 1. */
	next(): number;
	/** A whole number from `least` to `most`, both included. */
	between(least: number, most: number): number;
	chance(probability: number): boolean;
	/** One of a list that is not empty. */
	pick<T>(list: readonly T[]): T;
};

/** Mulberry32, a public-domain generator with 32 bits of state: enough for made-up people. */
export function createRandom(seed: number): Random {
	let state = seed >>> 0;
	const next = () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
	const between = (least: number, most: number) => least + Math.floor(next() * (most - least + 1));
	return {
		next,
		between,
		chance: (probability) => next() < probability,
		pick<T>(list: readonly T[]): T {
			if (list.length === 0) throw new RangeError("Cannot pick from an empty list");
			return list[between(0, list.length - 1)] as T;
		},
	};
}

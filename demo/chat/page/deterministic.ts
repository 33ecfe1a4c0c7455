/**
 * Numbers that look random and are the same at every start, so that pictures and tests repeat.
 * FNV-1a over the text, then a xorshift; not for anything that has to be unpredictable.
 */
export function hashOf(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index++) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash ^= hash >>> 15;
	hash = Math.imul(hash, 0x2c1b3c6d);
	return (hash ^ (hash >>> 13)) >>> 0;
}

/** `length` upper-case hex digits that belong to `seed`. */
export function hexOf(seed: string, length: number): string {
	let hex = "";
	for (let part = 0; hex.length < length; part++) {
		hex += hashOf(`${seed}/${part}`).toString(16).padStart(8, "0");
	}
	return hex.slice(0, length).toUpperCase();
}

/** `length` decimal digits that belong to `seed`; the first is never 0. */
export function digitsOf(seed: string, length: number): string {
	let digits = String((hashOf(`${seed}/first`) % 9) + 1);
	for (let part = 0; digits.length < length; part++) {
		digits += String(hashOf(`${seed}/${part}`) % 10);
	}
	return digits.slice(0, length);
}

/** One of `choices`, chosen by `seed`. */
export function pick<T>(choices: readonly [T, ...T[]], seed: string): T {
	return choices[hashOf(seed) % choices.length] ?? choices[0];
}

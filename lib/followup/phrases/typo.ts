/** Shorter words are too close to each other: `compra` and `compro` are no typos. */
const shortest = 7;
/** Longer ones are no words. */
const longest = 20;
/** What a word ends in says who and when: a different ending is a different word. */
const ending = 2;

/**
 * Knows which of its words was meant by one that has a single letter wrong, missing or too much, or two neighbours
 * exchanged (`disponble`, `trasferencia`). Only long words, never in the first letter or the ending.
 */
export class AlmostWords {
	readonly #byShortened = new Map<string, string[]>();

	add(word: string): void {
		if (word.length < shortest) return;
		for (const key of shortenedOf(word)) {
			const known = this.#byShortened.get(key);
			if (known) known.push(word);
			else this.#byShortened.set(key, [word]);
		}
	}

	/** The word that was meant; `null` where none was, or more than one could be. */
	meantBy(word: string): string | null {
		if (word.length < shortest - 1 || word.length > longest) return null;
		const meant = new Set<string>();
		for (const key of shortenedOf(word)) {
			for (const candidate of this.#byShortened.get(key) ?? []) {
				if (isAlmost(word, candidate)) meant.add(candidate);
			}
		}
		const [only] = meant;
		return meant.size === 1 && only !== undefined ? only : null;
	}
}

/** The word, and the word without one of its letters. */
function shortenedOf(word: string): string[] {
	const keys = [word];
	for (let at = 1; at < word.length - ending; at++) keys.push(word.slice(0, at) + word.slice(at + 1));
	return keys;
}

function isAlmost(word: string, meant: string): boolean {
	if (word[0] !== meant[0] || word.slice(-ending) !== meant.slice(-ending)) return false;
	if (word.length === meant.length) {
		const different = [...word].flatMap((letter, at) => (letter === meant[at] ? [] : [at]));
		const [first = 0, second] = different;
		if (second === undefined) return true;
		return (
			different.length === 2 &&
			second === first + 1 &&
			word[first] === meant[second] &&
			word[second] === meant[first]
		);
	}
	// One is the other with a letter more: their shortened forms met, and lengths differ by one.
	return Math.abs(word.length - meant.length) === 1;
}

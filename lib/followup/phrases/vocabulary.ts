import { AlmostWords } from "./typo";

/** So many words are remembered, then it begins anew. */
const mostRemembered = 20_000;
/** Shorter beginnings of words say nothing. */
const shortestPrefix = 3;

/** What a word is that no phrase has. */
export const unknownWord = "";

/** The words of phrases, and the beginnings of words (`cotiz*`). */
export class Vocabulary {
	readonly #words = new Set<string>();
	readonly #prefixes = new Set<string>();
	readonly #almost = new AlmostWords();
	readonly #keys = new Map<string, string>();

	add(word: string): void {
		if (this.#words.has(word)) return;
		if (word.length > shortestPrefix && word.endsWith("*")) this.#prefixes.add(word.slice(0, -1));
		else {
			this.#words.add(word);
			this.#almost.add(word);
		}
		this.#keys.clear();
	}

	/**
	 * What a word is in the phrases, with a space between: itself and the beginnings of it that they have, or else the
	 * word that was meant.
	 */
	keyOf(word: string): string {
		const known = this.#keys.get(word);
		if (known !== undefined) return known;
		const keys: string[] = this.#words.has(word) ? [word] : [];
		for (let length = shortestPrefix; length <= word.length; length++) {
			const prefix = word.slice(0, length);
			if (this.#prefixes.has(prefix)) keys.push(`${prefix}*`);
		}
		const key = keys.length > 0 ? keys.join(" ") : (this.#almost.meantBy(word) ?? unknownWord);
		if (this.#keys.size >= mostRemembered) this.#keys.clear();
		this.#keys.set(word, key);
		return key;
	}
}

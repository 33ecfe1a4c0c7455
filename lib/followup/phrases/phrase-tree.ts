import type { Sentence } from "../text/tokens";
import { addPhrase, emptyPlace, type Place } from "./phrase-graph";
import { almostWords } from "./typo";

/** A phrase that was found: `from` and `to` are places among the sentence's tokens, `to` behind the last. */
export type Match<Tag> = { tag: Tag; from: number; to: number };

/** Where all the phrases are that agree with the words so far. Known steps are remembered. */
type State<Tag> = {
	places: readonly Place<Tag>[];
	tags: readonly Tag[];
	tagsAtEnd: readonly Tag[];
	next: Map<string, State<Tag> | null>;
};

/** So many words, and so many states, are remembered; then it begins anew. */
const mostRemembered = 20_000;
/** What a word is that no phrase has. */
const unknownWord = "";

/**
 * Finds many phrases at once, each with its tag. From every word of a sentence it walks all phrases together, and
 * remembers each step: the cost hardly depends on how many phrases there are.
 */
export class PhraseTree<Tag> {
	readonly #begin = { anywhere: emptyPlace<Tag>(), atStart: emptyPlace<Tag>() };
	#prepared: Prepared<Tag> | null = null;

	/** A phrase in the notation of `Phrases`. */
	add(phrase: string, tag: Tag): void {
		addPhrase(phrase, tag, this.#begin);
		this.#prepared = null;
	}

	/** These words in this order, wherever they stand. */
	addWords(words: readonly string[], tag: Tag): void {
		if (words.length === 0) return;
		const end = emptyPlace<Tag>();
		end.tags.push(tag);
		let place = this.#begin.anywhere;
		for (const [at, word] of words.entries()) {
			const after = at === words.length - 1 ? end : emptyPlace<Tag>();
			const known = place.next.get(word);
			if (known) known.push(after);
			else place.next.set(word, [after]);
			place = after;
		}
		this.#prepared = null;
	}

	/** Makes ready for the first `find`, which does it as well. */
	prepare(): Prepared<Tag> {
		this.#prepared ??= new Prepared(this.#begin);
		return this.#prepared;
	}

	/** Every phrase in the sentence, also those that overlap. */
	find({ tokens }: Pick<Sentence, "tokens">): Match<Tag>[] {
		const prepared = this.prepare();
		const found: Match<Tag>[] = [];
		const keys = tokens.map(({ word }) => prepared.keyOf(word));
		for (let from = 0; from < keys.length; from++) {
			let state: State<Tag> | null = from === 0 ? prepared.first : prepared.further;
			for (let at = from; state; at++) {
				for (const tag of state.tags) found.push({ tag, from, to: at });
				const key = keys[at];
				if (key === undefined) {
					for (const tag of state.tagsAtEnd) found.push({ tag, from, to: at });
					break;
				}
				state = prepared.step(state, key);
			}
		}
		return found;
	}
}

/** The phrases as they are walked. */
class Prepared<Tag> {
	readonly #begin: readonly Place<Tag>[];
	readonly #words = new Set<string>();
	readonly #prefixes = new Set<string>();
	readonly #keys = new Map<string, string>();
	readonly #almost: (word: string) => string | null;
	#states = 0;
	first: State<Tag>;
	further: State<Tag>;

	constructor({ anywhere, atStart }: { anywhere: Place<Tag>; atStart: Place<Tag> }) {
		const seen = new Set<Place<Tag>>();
		const collect = (place: Place<Tag>) => {
			if (seen.has(place)) return;
			seen.add(place);
			for (const [word, places] of place.next) {
				if (word.length > 1 && word.endsWith("*")) this.#prefixes.add(word.slice(0, -1));
				else this.#words.add(word);
				places.forEach(collect);
			}
			place.any.forEach(collect);
		};
		collect(anywhere);
		collect(atStart);
		this.#almost = almostWords(this.#words);
		this.#begin = [anywhere, atStart];
		this.further = this.#state([anywhere]);
		this.first = this.#state(this.#begin);
	}

	/** What a word is in the phrases: itself and the beginnings of it that they have, or the word that was meant. */
	keyOf(word: string): string {
		const known = this.#keys.get(word);
		if (known !== undefined) return known;
		const keys: string[] = [];
		if (this.#words.has(word)) keys.push(word);
		for (let length = 3; length <= word.length; length++) {
			const prefix = word.slice(0, length);
			if (this.#prefixes.has(prefix)) keys.push(`${prefix}*`);
		}
		const key = keys.length > 0 ? keys.join(" ") : (this.#almost(word) ?? unknownWord);
		if (this.#keys.size >= mostRemembered) this.#keys.clear();
		this.#keys.set(word, key);
		return key;
	}

	/** One word further; `null` where no phrase goes on. */
	step(state: State<Tag>, key: string): State<Tag> | null {
		const known = state.next.get(key);
		if (known !== undefined) return known;
		const places = new Set<Place<Tag>>();
		const words = key === unknownWord ? [] : key.split(" ");
		for (const place of state.places) {
			for (const word of words) {
				for (const next of place.next.get(word) ?? []) places.add(next);
			}
			for (const next of place.any) places.add(next);
		}
		const next = places.size > 0 ? this.#state([...places]) : null;
		state.next.set(key, next);
		if (this.#states > mostRemembered) this.#forget();
		return next;
	}

	#state(places: readonly Place<Tag>[]): State<Tag> {
		this.#states++;
		return {
			places,
			tags: [...new Set(places.flatMap(({ tags }) => tags))],
			tagsAtEnd: [...new Set(places.flatMap(({ tagsAtEnd }) => tagsAtEnd))],
			next: new Map(),
		};
	}

	#forget(): void {
		this.#states = 0;
		this.further = this.#state(this.#begin.slice(0, 1));
		this.first = this.#state(this.#begin);
	}
}

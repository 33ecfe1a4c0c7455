import type { Sentence } from "../text/tokens";
import { gap, type Part, parsePhrase } from "./parse-phrase";
import { addPhrase, emptyPlace, type Place } from "./phrase-graph";
import { unknownWord, Vocabulary } from "./vocabulary";

/** A phrase that was found: `from` and `to` are places among the sentence's tokens, `to` behind the last. */
export type Match<Tag> = { tag: Tag; from: number; to: number };

/** Where all the phrases are that agree with the words so far. Known steps are remembered. */
type State<Tag> = {
	places: readonly Place<Tag>[];
	tags: readonly Tag[];
	tagsAtEnd: readonly Tag[];
	next: Map<string, State<Tag> | null>;
};

/** So many states are remembered, then it begins anew. */
const mostStates = 20_000;

/**
 * Finds many phrases at once, each with its tag. From every word of a sentence it walks all phrases together, and
 * remembers each step: the cost hardly depends on how many phrases there are.
 */
export class PhraseTree<Tag> {
	readonly #anywhere: Place<Tag> = emptyPlace();
	readonly #atStart: Place<Tag> = emptyPlace();
	readonly #vocabulary = new Vocabulary();
	#begin: { first: State<Tag>; further: State<Tag> } | null = null;
	#states = 0;

	/** A phrase in the notation of `Phrases`. */
	add(phrase: string, tag: Tag): void {
		const parts = parsePhrase(phrase);
		for (const word of wordsOf(parts)) this.#vocabulary.add(word);
		addPhrase(parts, tag, { anywhere: this.#anywhere, atStart: this.#atStart });
		this.#begin = null;
	}

	/** These words in this order, wherever they stand, whatever signs they hold. */
	addWords(words: readonly string[], tag: Tag): void {
		if (words.length === 0) return;
		let place = this.#anywhere;
		for (const word of words) {
			this.#vocabulary.add(word);
			const after = emptyPlace<Tag>();
			const known = place.next.get(word);
			if (known) known.push(after);
			else place.next.set(word, [after]);
			place = after;
		}
		place.tags.push(tag);
		this.#begin = null;
	}

	/** Every phrase in the sentence, also those that overlap. */
	find({ tokens }: Pick<Sentence, "tokens">): Match<Tag>[] {
		if (!this.#begin || this.#states > mostStates) this.#begin = this.#newBegin();
		const { first, further } = this.#begin;
		const found: Match<Tag>[] = [];
		const keys = tokens.map(({ word }) => this.#vocabulary.keyOf(word));
		for (let from = 0; from < keys.length; from++) {
			let state: State<Tag> | null = from === 0 ? first : further;
			for (let at = from; state; at++) {
				for (const tag of state.tags) found.push({ tag, from, to: at });
				const key = keys[at];
				if (key === undefined) {
					for (const tag of state.tagsAtEnd) found.push({ tag, from, to: at });
					break;
				}
				state = this.#step(state, key);
			}
		}
		return found;
	}

	/** One word further; `null` where no phrase goes on. */
	#step(state: State<Tag>, key: string): State<Tag> | null {
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
		return next;
	}

	#newBegin(): { first: State<Tag>; further: State<Tag> } {
		this.#states = 0;
		return { first: this.#state([this.#anywhere, this.#atStart]), further: this.#state([this.#anywhere]) };
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
}

/** The words of a phrase, without its signs. */
const wordsOf = (parts: readonly Part[]): string[] =>
	parts.flatMap((part) => {
		if (typeof part !== "string") return part.oneOf.flatMap(wordsOf);
		return part === gap || part === "^" || part === "$" ? [] : [part];
	});

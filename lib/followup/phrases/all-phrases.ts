import type { Language } from "../finding";
import { englishBuying } from "./en-buying";
import { englishEnds } from "./en-ends";
import { englishObjections } from "./en-objections";
import { englishOurs } from "./en-ours";
import { spanishBuying } from "./es-buying";
import { spanishEnds } from "./es-ends";
import { spanishObjections } from "./es-objections";
import { spanishOurs } from "./es-ours";
import type { PhraseKind, Phrases } from "./kind";
import { PhraseTree } from "./phrase-tree";
import { portugueseBuying } from "./pt-buying";
import { portugueseEnds } from "./pt-ends";
import { portugueseObjections } from "./pt-objections";
import { portugueseOurs } from "./pt-ours";

/** What a found phrase shows, and in which language it is said. */
export type PhraseTag = { kind: PhraseKind; language: Language };

/** What customers write. */
export const customerPhrases: Record<Language, readonly Phrases[]> = {
	en: [englishBuying, englishObjections, englishEnds],
	es: [spanishBuying, spanishObjections, spanishEnds],
	pt: [portugueseBuying, portugueseObjections, portugueseEnds],
};

/** What we write. */
export const ourPhrases: Record<Language, readonly Phrases[]> = {
	en: [englishOurs],
	es: [spanishOurs],
	pt: [portugueseOurs],
};

const customers = new PhraseTree<PhraseTag>();
const ours = new PhraseTree<PhraseTag>();

/** What is left to be done before phrases can be found: a kind of a language each, of a few ms at most. */
const steps: (() => void)[] = [...stepsOf(customers, customerPhrases), ...stepsOf(ours, ourPhrases)];

/**
 * Prepares the phrases, which takes some 100 ms in all, until it is done or time is up.
 *
 * @returns whether it is done.
 */
export function preparePhrases(isTimeUp: () => boolean = () => false): boolean {
	for (let step = steps[0]; step && !isTimeUp(); step = steps[0]) {
		step();
		steps.shift();
	}
	return steps.length === 0;
}

/** The tree of what customers write, prepared. */
export function customerTree(): PhraseTree<PhraseTag> {
	preparePhrases();
	return customers;
}

/** The tree of what we write, prepared. */
export function ourTree(): PhraseTree<PhraseTag> {
	preparePhrases();
	return ours;
}

function stepsOf(tree: PhraseTree<PhraseTag>, phrases: Record<Language, readonly Phrases[]>): (() => void)[] {
	return (Object.entries(phrases) as [Language, readonly Phrases[]][]).flatMap(([language, lists]) =>
		lists.flatMap((list) =>
			(Object.entries(list) as [PhraseKind, readonly string[]][]).map(([kind, all]) => () => {
				const tag: PhraseTag = { kind, language };
				for (const phrase of all) tree.add(phrase, tag);
			}),
		),
	);
}

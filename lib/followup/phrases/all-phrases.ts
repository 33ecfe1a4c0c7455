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

/** The tree of what customers write, and of what we do. Built when first asked for: that takes tens of ms. */
export const customerTree = once(() => treeOf(customerPhrases));
export const ourTree = once(() => treeOf(ourPhrases));

function treeOf(phrases: Record<Language, readonly Phrases[]>): PhraseTree<PhraseTag> {
	const tree = new PhraseTree<PhraseTag>();
	for (const [language, lists] of Object.entries(phrases) as [Language, readonly Phrases[]][]) {
		for (const list of lists) {
			for (const [kind, all] of Object.entries(list) as [PhraseKind, readonly string[]][]) {
				const tag: PhraseTag = { kind, language };
				for (const phrase of all) tree.add(phrase, tag);
			}
		}
	}
	return tree;
}

function once<T>(make: () => T): () => T {
	let made: { value: T } | null = null;
	return () => {
		made ??= { value: make() };
		return made.value;
	};
}

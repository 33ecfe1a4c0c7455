import type { UserWord } from "./conversation";
import { PhraseTree } from "./phrases/phrase-tree";
import { type Sentence, sentencesOf } from "./text/tokens";

/** Of the last words that were given: a run gives the same list for every conversation. */
let latest: { words: readonly UserWord[]; tree: PhraseTree<UserWord> } | null = null;

/** The user's own words in a sentence, each once. */
export function ownWordsIn(sentence: Sentence, words: readonly UserWord[]): UserWord[] {
	if (latest?.words !== words) {
		const tree = new PhraseTree<UserWord>();
		for (const word of words) {
			const tokens = sentencesOf(word.text).flatMap((part) => part.tokens.map((token) => token.word));
			tree.addWords(tokens, word);
		}
		latest = { words, tree };
	}
	return [...new Set(latest.tree.find(sentence).map(({ tag }) => tag))];
}

import { customerTree, ourTree, type PhraseTag } from "./phrases/all-phrases";
import type { PhraseKind } from "./phrases/kind";
import type { Match } from "./phrases/phrase-tree";
import { countWord, type LanguageCounts } from "./text/language";
import { anyNumber, type Sentence, sentencesOf } from "./text/tokens";

/** Something a message shows, and the sentence that shows it. */
export type Mention = { kind: PhraseKind; sentence: string };

/** What was read of a message. */
export type ReadMessage = {
	mentions: Mention[];
	sentences: Sentence[];
	hasNumber: boolean;
};

/** Longer sentences are cut. */
const mostOfSentence = 160;

/** What a message shows, each kind once, by its first sentence. Words that tell a language are added to `counts`. */
export function readMessage(text: string, from: "customer" | "us", counts: LanguageCounts): ReadMessage {
	const tree = from === "customer" ? customerTree() : ourTree();
	const sentences = sentencesOf(text);
	const mentions = new Map<PhraseKind, Mention>();
	let hasNumber = false;
	for (const sentence of sentences) {
		for (const { word } of sentence.tokens) {
			if (word === anyNumber) hasNumber = true;
			countWord(counts, word);
		}
		for (const { tag } of whatIsMeant(tree.find(sentence), sentence)) {
			counts[tag.language]++;
			if (mentions.has(tag.kind)) continue;
			mentions.set(tag.kind, { kind: tag.kind, sentence: sentenceText(text, sentence) });
		}
	}
	return {
		mentions: [...mentions.values()],
		sentences,
		hasNumber,
	};
}

/** A sentence as it was written, cut where it is long. */
export function sentenceText(text: string, { start, end }: Pick<Sentence, "start" | "end">): string {
	const whole = text.slice(start, end).trim();
	return whole.length > mostOfSentence ? `${whole.slice(0, mostOfSentence - 1)}…` : whole;
}

/** A message as a sentence: its beginning, cut likewise. */
export const wholeText = (text: string): string => sentenceText(text, { start: 0, end: text.length });

/** Without phrases inside longer ones ("not interested" is no interest), and without what is denied. */
function whatIsMeant(matches: Match<PhraseTag>[], sentence: Sentence): Match<PhraseTag>[] {
	const meant: Match<PhraseTag>[] = [];
	for (const match of matches) {
		if (matches.some((other) => covers(other, match))) continue;
		if (isDenied(match, sentence)) continue;
		meant.push(sentence.isQuestion ? asQuestion(match) : match);
	}
	return meant;
}

const covers = (longer: Match<PhraseTag>, match: Match<PhraseTag>) =>
	longer.tag.kind !== match.tag.kind &&
	// Trouble with what they ordered: they ordered.
	!(longer.tag.kind === "support" && match.tag.kind === "bought") &&
	longer.to - longer.from > match.to - match.from &&
	longer.from <= match.from &&
	longer.to >= match.to;

/** "Is it expensive to ship?" asks, and does not complain. */
function asQuestion(match: Match<PhraseTag>): Match<PhraseTag> {
	const asked =
		match.tag.kind === "objection-price"
			? "price-asked"
			: match.tag.kind === "objection-delivery-cost"
				? "delivery-asked"
				: match.tag.kind;
	return { ...match, tag: { ...match.tag, kind: asked } };
}

const negations = new Set(
	"no not nao n isnt arent wasnt dont didnt doesnt havent hasnt wont cant cannot couldnt never nunca nada tampoco nem sin sem nothing ni jamas".split(
		" ",
	),
);

/** How many words before a phrase a "not" still denies it, by what it shows. The others are said with their "not". */
const reachOfNegation: Partial<Record<PhraseKind, number>> = {
	"objection-price": 4,
	"objection-delivery-cost": 4,
	"objection-delivery-time": 3,
	"wants-it": 2,
	bought: 3,
	angry: 3,
	"order-confirmed": 3,
	"objection-trust": 1,
};

function isDenied({ tag, from }: Match<PhraseTag>, { tokens }: Sentence): boolean {
	const reach = reachOfNegation[tag.kind] ?? 0;
	for (let at = from; at > 0 && at > from - reach; at--) {
		// "No, it is too expensive" denies nothing.
		if (tokens[at]?.afterComma) return false;
		if (negations.has(tokens[at - 1]?.word ?? "")) return true;
	}
	return false;
}

import type { AbandonedCart } from "@/lib/crm/customer";
import { excludingWeight, type KeptMessage, type UserWord } from "./conversation";
import type { Evidence } from "./finding";
import { ownWordsIn } from "./own-words";
import { sentenceText, wholeText } from "./read-message";
import type { ReadText, Story } from "./story";
import { sentencesOf } from "./text/tokens";

/** What no phrase says but is so; with the weight that it has by itself, if any. */
export type Circumstance = Pick<Evidence, "signal" | "messageId" | "sentence"> & { weight?: number };

/** The last message whose direction is known. */
export type LastWord = { direction: "incoming" | "outgoing"; message: KeptMessage } | null;

export function lastWord(messages: readonly KeptMessage[]): LastWord {
	const message = messages.findLast(({ direction }) => direction !== "unknown");
	return message ? { direction: message.direction === "outgoing" ? "outgoing" : "incoming", message } : null;
}

/** Who is waiting for whom, a cart, and words of the user's own. */
export function circumstancesOf({
	story,
	texts,
	last,
	abandonedCart,
	words = [],
}: {
	story: Story;
	texts: readonly ReadText[];
	last: LastWord;
	abandonedCart?: AbandonedCart;
	words?: readonly UserWord[];
}): Circumstance[] {
	return [...silence(story, texts, last), ...cart(abandonedCart), ...ownWords(texts, words)];
}

function silence({ open }: Story, texts: readonly ReadText[], last: LastWord): Circumstance[] {
	if (open && last?.direction !== "outgoing") return [{ signal: "unanswered", ...open }];
	if (!last || texts.every(({ isCustomers }) => isCustomers)) return [];
	const { id, text } = last.message;
	const signal = last.direction === "outgoing" ? "silent-after-us" : "silent-after-them";
	return [{ signal, messageId: id, sentence: wholeText(text ?? "") }];
}

function cart(abandonedCart: AbandonedCart | undefined): Circumstance[] {
	if (!abandonedCart) return [];
	const names = abandonedCart.items.flatMap(({ name }) => (name ? [name] : []));
	return [{ signal: "abandoned-cart", messageId: null, sentence: wholeText(names.join(", ")) }];
}

/**
 * Where the customer wrote a word of the user's that rules a follow-up out, however long ago that is; `null` where there
 * is none.
 */
export function excludingWord(
	messages: readonly KeptMessage[],
	words: readonly UserWord[] = [],
): Pick<Evidence, "messageId" | "sentence"> | null {
	if (words.every(({ weight }) => !(weight <= excludingWeight))) return null;
	for (const { id, text, direction } of messages) {
		if (text === null || direction === "outgoing") continue;
		for (const sentence of sentencesOf(text)) {
			const said = ownWordsIn(sentence, words).some(({ weight }) => weight <= excludingWeight);
			if (said) return { messageId: id, sentence: sentenceText(text, sentence) };
		}
	}
	return null;
}

/** Each of the user's words that counts once, in what the customer wrote. */
function ownWords(texts: readonly ReadText[], words: readonly UserWord[]): Circumstance[] {
	if (words.length === 0) return [];
	const found = new Map<UserWord, Circumstance>();
	for (const { text, sentences, isCustomers, messageId } of texts) {
		if (!isCustomers) continue;
		for (const sentence of sentences) {
			for (const word of ownWordsIn(sentence, words)) {
				if (found.has(word) || !Number.isFinite(word.weight)) continue;
				if (word.weight <= excludingWeight) continue;
				found.set(word, {
					signal: "own-word",
					weight: Math.min(1, word.weight),
					messageId,
					sentence: sentenceText(text, sentence),
				});
			}
		}
	}
	return [...found.values()];
}

import type { ConversationToAnalyse, KeptMessage } from "./conversation";
import { latestEpisode } from "./episode";
import { type Circumstance, cartSentence, weigh } from "./evidence";
import type { Analysis, Finding, NoFinding, Outcome } from "./finding";
import { ownWordsIn } from "./own-words";
import { productOf } from "./product";
import { sentenceText } from "./read-message";
import { type Objection, objections } from "./signal";
import { isAsking, isStrong, readStory, type Story } from "./story";
import { languageOfCounts, noWords } from "./text/language";
import { levelOf } from "./weights";

/**
 * Whether somebody should write to this customer again, and why. Local and explainable: every part of the score is an
 * `Evidence`. How long a customer must have been silent, which level is enough and who is left out are not its business.
 * Never throws, whatever the messages are; its time is bounded (`mostMessages`, `mostCharacters`).
 */
export function analyseConversation(conversation: ConversationToAnalyse): Analysis {
	const { messages, isGroup, abandonedCart, weights } = conversation;
	if (isGroup) return none("group");
	const { earlier, latest } = latestEpisode(messages);
	const counts = noWords();
	const story = readStory(latest, counts);
	if (story.read.length === 0 && !abandonedCart) return none("no-text");

	const reason = whyNot(conversation, story, earlier);
	if (reason) return { found: false, ...reason };

	const last = lastWord(latest);
	const circumstances = circumstancesOf(conversation, story, last, latest);
	const { evidence, score } = weigh(story.claims.values(), circumstances, weights);
	const intentLevel = levelOf(score);
	const isOfCustomer = evidence.some(
		({ signal, weight }) =>
			weight > 0 &&
			(isAsking(signal) ||
				signal === "quote-sent" ||
				signal === "abandoned-cart" ||
				signal === "own-word" ||
				signal === "will-think" ||
				signal.startsWith("objection-")),
	);
	if (intentLevel === null || !isOfCustomer) return none("too-little");

	const texts = story.read.filter(({ text }) => text.length > 0);
	return {
		found: true,
		finding: {
			intentLevel,
			outcome: outcomeOf(story, circumstances),
			productMentioned: productOf(texts, conversation.products) ?? abandonedCart?.items.at(0)?.name ?? null,
			customerObjection: objectionOf(story),
			score,
			evidence,
			language: languageOfCounts(counts),
			lastWordBy: last?.direction ?? "unknown",
			silentForMs: silence(conversation),
		},
	};
}

const none = (reason: NoFinding["reason"]): Analysis => ({
	found: false,
	reason,
	messageId: null,
	sentence: "",
});

/** What rules a follow-up out, whatever else was said. */
function whyNot(
	{ abandonedCart }: ConversationToAnalyse,
	story: Story,
	earlier: readonly KeptMessage[],
): NoFinding | null {
	const { end, asides, claims } = story;
	const wanted = [...claims.values()].filter(({ signal }) => isStrong(signal));
	if (end) return { reason: end.reason, messageId: end.messageId, sentence: end.sentence };
	// Who wanted no messages, long ago, and has asked for nothing since.
	if (earlier.length > 0 && wanted.length === 0) {
		const { end: before } = readStory(earlier, noWords());
		if (before?.reason === "said-stop") {
			return { reason: "said-stop", messageId: before.messageId, sentence: before.sentence };
		}
	}
	if (abandonedCart) return null;
	for (const { kind, at, messageId, sentence } of asides) {
		const beside = wanted.filter((claim) => !asides.some((aside) => aside.at === claim.at));
		// Applicants and suppliers ask for prices as well.
		const isAll =
			kind === "personal"
				? wanted.length === 0
				: kind === "stranger"
					? beside.every((claim) => claim.at < at)
					: beside.length === 0;
		if (isAll) return { reason: "not-a-sale", messageId, sentence };
	}
	return null;
}

type LastWord = { direction: "incoming" | "outgoing"; message: KeptMessage } | null;

function lastWord(messages: readonly KeptMessage[]): LastWord {
	const message = messages.findLast(({ direction }) => direction !== "unknown");
	return message ? { direction: message.direction === "outgoing" ? "outgoing" : "incoming", message } : null;
}

/** What is so without being said: who is waiting for whom, a cart, words of the user's own. */
function circumstancesOf(
	{ abandonedCart, words = [] }: ConversationToAnalyse,
	story: Story,
	last: LastWord,
	messages: readonly KeptMessage[],
): Circumstance[] {
	const circumstances: Circumstance[] = [];
	const said = new Set<string>();
	const ours = story.read.findLast(({ isCustomers }) => !isCustomers);
	const open = [...story.claims.values()]
		.filter(({ signal, at }) => isAsking(signal) && at > (ours?.at ?? -1))
		.at(-1);
	if (open && last?.direction !== "outgoing") {
		circumstances.push({ signal: "unanswered", messageId: open.messageId, sentence: open.sentence });
	} else if (ours && last) {
		const messageId = last.message.id;
		const sentence = sentenceText(last.message.text ?? "", { start: 0, end: last.message.text?.length ?? 0 });
		circumstances.push({ signal: "silent-after-us", messageId, sentence });
	}
	if (abandonedCart) {
		circumstances.push({
			signal: "abandoned-cart",
			messageId: null,
			sentence: cartSentence({ abandonedCart }),
		});
	}
	for (const { text, sentences, isCustomers, at } of story.read) {
		if (!isCustomers || words.length === 0) continue;
		for (const sentence of sentences) {
			for (const { text: word, weight } of ownWordsIn(sentence, words)) {
				if (!Number.isFinite(weight) || said.has(word)) continue;
				said.add(word);
				circumstances.push({
					signal: "own-word",
					weight: Math.min(1, Math.max(-1, weight)),
					messageId: messages[at]?.id ?? null,
					sentence: sentenceText(text, sentence),
				});
			}
		}
	}
	return circumstances;
}

function outcomeOf({ gaveUpAt, putOffAt, claims }: Story, circumstances: readonly Circumstance[]): Outcome {
	const lastAsked = Math.max(
		-1,
		...[...claims.values()].filter(({ signal }) => isStrong(signal)).map(({ at }) => at),
	);
	if (gaveUpAt !== null && gaveUpAt >= lastAsked) return "lost";
	const isOpen = circumstances.some(({ signal }) => signal === "unanswered");
	return putOffAt !== null || isOpen ? "pending" : "abandoned";
}

/** Which of several objections in one message stands in the way: the narrower one. */
const narrowFirst: readonly Objection[] = [
	"delivery-cost",
	"approval",
	"competitor",
	"stock",
	"fit",
	"payment",
	"trust",
	"timing",
	"delivery-time",
	"price",
];

/** What was objected last. */
function objectionOf({ claims }: Story): Objection | null {
	let latest: { objection: Objection; at: number } | null = null;
	for (const objection of objections) {
		const claim =
			claims.get(`objection-${objection}`) ??
			(objection === "price" ? claims.get("discount-asked") : undefined);
		if (!claim) continue;
		const isLater = latest === null || claim.at > latest.at;
		const isNarrower =
			latest?.at === claim.at && narrowFirst.indexOf(objection) < narrowFirst.indexOf(latest.objection);
		if (isLater || isNarrower) latest = { objection, at: claim.at };
	}
	return latest?.objection ?? null;
}

/** ms since the last message that has a time. A clock that jumped back makes no negative silence. */
function silence({ messages, now }: ConversationToAnalyse): Finding["silentForMs"] {
	const last = messages.findLast(({ time }) => time !== null && Number.isFinite(time));
	return last?.time == null ? null : Math.max(0, now - last.time);
}

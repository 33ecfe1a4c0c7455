import { circumstancesOf, excludingWord, lastWord } from "./circumstances";
import type { ConversationToAnalyse, KeptMessage } from "./conversation";
import { isLaterCart } from "./end";
import { latestEpisode } from "./episode";
import { weigh } from "./evidence";
import type { Analysis, Evidence, Finding, NoFinding, Outcome } from "./finding";
import { objectionOf } from "./objection";
import { productOf } from "./product";
import { isAsking, isStrong } from "./signal-of-phrase";
import { newStory, readStory, type Story } from "./story";
import { languageOfCounts, noWords } from "./text/language";
import { levelOf } from "./weights";

/**
 * Whether somebody should write to this customer again, and why. Local and explainable: every part of the score is an
 * `Evidence`. How long a customer must have been silent, which level is enough and who is left out are not its business.
 * Never throws, whatever the messages are; its time is bounded (`mostMessages`, `mostCharacters`).
 */
export function analyseConversation(conversation: ConversationToAnalyse): Analysis {
	const { messages, isGroup, abandonedCart, words, weights, products } = conversation;
	if (isGroup) return none("group");
	const { earlier, latest } = latestEpisode(messages);
	const counts = noWords();
	const { story: read, texts } = readStory(latest, counts);
	if (texts.length === 0 && !abandonedCart) return none("no-text");

	const story = read.end && isLaterCart(read.end, abandonedCart) ? newStory() : read;
	const reason = whyNot(conversation, story, earlier);
	if (reason) return { found: false, ...reason };
	const excluding = excludingWord([...earlier, ...latest], words);
	if (excluding) return { found: false, reason: "excluding-word", ...excluding };

	const last = lastWord(latest);
	const circumstances = circumstancesOf({ story, texts, last, abandonedCart, words });
	const { evidence, score } = weigh(story.claims.values(), circumstances, weights);
	const intentLevel = levelOf(score);
	if (intentLevel === null || !evidence.some(isOfCustomer)) return none("too-little");

	return {
		found: true,
		finding: {
			intentLevel,
			outcome: outcomeOf(story),
			productMentioned: productOf(texts, products) ?? abandonedCart?.items.at(0)?.name ?? null,
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
	{ end, asides, claims }: Story,
	earlier: readonly KeptMessage[],
): NoFinding | null {
	if (end) return { reason: end.reason, messageId: end.messageId, sentence: end.sentence };
	const wanted = [...claims.values()].filter(({ signal }) => isStrong(signal));
	// Who wanted no messages, long ago, and has asked for nothing since.
	if (earlier.length > 0 && wanted.length === 0) {
		const { end: before } = readStory(earlier, noWords()).story;
		if (before?.reason === "said-stop") {
			return { reason: "said-stop", messageId: before.messageId, sentence: before.sentence };
		}
	}
	if (abandonedCart) return null;
	// What was asked in a message about something else is about that as well.
	const beside = wanted.filter((claim) => !asides.some(({ at }) => at === claim.at));
	const aside = asides.find(({ kind, at }) => {
		if (kind === "personal") return wanted.length === 0;
		// Applicants and suppliers ask for prices as well, later.
		if (kind === "stranger") return beside.every((claim) => claim.at < at);
		// Who asks what a repair costs says what is broken.
		return beside.length === 0 && !claims.has("price-asked") && !claims.has("quote-asked");
	});
	return aside ? { reason: "not-a-sale", messageId: aside.messageId, sentence: aside.sentence } : null;
}

/** A silence alone, or a link that we sent, is no interest of the customer's. */
const isOfCustomer = ({ signal, weight }: Evidence): boolean =>
	weight > 0 &&
	(isAsking(signal) ||
		signal === "quote-sent" ||
		signal === "abandoned-cart" ||
		signal === "own-word" ||
		signal === "will-think" ||
		signal.startsWith("objection-"));

function outcomeOf({ gaveUpAt, putOffAt, lastAskedAt, open }: Story): Outcome {
	if (gaveUpAt !== null && gaveUpAt >= (lastAskedAt ?? -1)) return "lost";
	return putOffAt !== null || open !== null ? "pending" : "abandoned";
}

/** ms since the last message that has a time. A clock that jumped back makes no negative silence. */
function silence({ messages, now }: ConversationToAnalyse): Finding["silentForMs"] {
	const last = messages.findLast(({ time }) => time !== null && Number.isFinite(time));
	return last?.time == null ? null : Math.max(0, now - last.time);
}

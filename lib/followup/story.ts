import type { KeptMessage } from "./conversation";
import { beginsAnew, type End, endIn, type Mentions } from "./end";
import type { PhraseKind } from "./phrases/kind";
import { type ReadMessage, readMessage, wholeText } from "./read-message";
import type { Signal } from "./signal";
import { isAsking, isStrong, postpones, signalOfPhrase } from "./signal-of-phrase";
import type { LanguageCounts } from "./text/language";

/** A signal and the first message that shows it; `lastAt` is the place of the last that does. */
export type Claim = {
	signal: Signal;
	at: number;
	lastAt: number;
	messageId: string;
	sentence: string;
	/** The page didn't tell whose message it is. */
	isUnsure: boolean;
};

/** What is not about a sale, as far as it goes. */
export type Aside = {
	kind: "support" | "stranger" | "personal";
	at: number;
	messageId: string;
	sentence: string;
};

/** What happened in a conversation, read from its first message to its last. */
export type Story = {
	claims: Map<Signal, Claim>;
	/** What ended it, unless something began anew. */
	end: End | null;
	asides: Aside[];
	/** What the customer asked for last, and has got no answer to. */
	open: { messageId: string; sentence: string } | null;
	/** Whether the customer has asked for anything: only then is a price of ours an answer. */
	hasAsked: boolean;
	/** Where the customer asked for something last, put it off, and gave it up. */
	lastAskedAt: number | null;
	putOffAt: number | null;
	gaveUpAt: number | null;
	/** What our last message showed. */
	saidBefore: ReadonlySet<PhraseKind>;
};

/** A message as it was read. */
export type ReadText = ReadMessage & { text: string; isCustomers: boolean; messageId: string };

/** "Hello?" and "really?" are shorter. */
const fewestWordsOfQuestion = 3;

/** Reads messages in their order: what is said later may end what went before, or begin anew. */
export function readStory(
	messages: readonly KeptMessage[],
	counts: LanguageCounts,
): { story: Story; texts: ReadText[] } {
	let story = newStory();
	const texts: ReadText[] = [];
	for (const [at, message] of messages.entries()) {
		const { text, direction, id } = message;
		if (text === null || text.trim() === "") continue;
		const isCustomers = direction !== "outgoing";
		const read = readMessage(text, isCustomers ? "customer" : "us", counts);
		const mentions: Mentions = new Map(read.mentions.map((mention) => [mention.kind, mention]));
		texts.push({ ...read, text, isCustomers, messageId: id });
		if (!isCustomers) addOurs(story, { message, at, read, mentions });
		else {
			if (story.end && wantsMore(mentions) && beginsAnew(story.end, message, mentions)) story = newStory();
			addCustomers(story, { message, at, read, mentions });
		}
	}
	return { story, texts };
}

export const newStory = (): Story => ({
	claims: new Map(),
	end: null,
	asides: [],
	open: null,
	hasAsked: false,
	lastAskedAt: null,
	putOffAt: null,
	gaveUpAt: null,
	saidBefore: new Set(),
});

type Reading = { message: KeptMessage; at: number; read: ReadMessage; mentions: Mentions };

const asideKinds = ["support", "stranger", "personal"] as const;
const isAside = (mentions: Mentions): boolean => asideKinds.some((kind) => mentions.has(kind));

/** Whether a message asks for something to buy, and for nothing else. */
const wantsMore = (mentions: Mentions): boolean => !isAside(mentions) && [...mentions.keys()].some(isStrong);

function addCustomers(story: Story, { message, at, read, mentions }: Reading): void {
	const { saidBefore } = story;
	const place = { at, lastAt: at, messageId: message.id };
	for (const kind of asideKinds) {
		const mention = mentions.get(kind);
		if (mention) story.asides.push({ kind, at, messageId: message.id, sentence: mention.sentence });
	}
	const end = endIn(mentions, { wantsMore: wantsMore(mentions), saidBefore, message });
	if (end) story.end = end;
	if (story.end) return;

	const asked = read.mentions.find(({ kind }) => isAsking(kind));
	if (asked) {
		story.open = { messageId: message.id, sentence: asked.sentence };
		story.lastAskedAt = at;
	}
	if (!isAside(mentions) && (asked || isWholeQuestion(read))) story.hasAsked = true;
	if (mentions.has("gives-up")) story.gaveUpAt = at;
	for (const { kind, sentence } of read.mentions) {
		const signal = signalOfPhrase(kind, saidBefore);
		if (!signal) continue;
		if (postpones(signal)) story.putOffAt = at;
		claim(story, { signal, ...place, sentence, isUnsure: message.direction === "unknown" });
	}
	// The customer goes on after we said that it is sold out: that is what stands in the way.
	const objects = [...story.claims.keys()].some((signal) => signal.startsWith("objection-"));
	if (saidBefore.has("sold-out") && !objects) {
		const sentence = wholeText(message.text ?? "");
		claim(story, { signal: "objection-stock", ...place, sentence, isUnsure: false });
	}
}

const isWholeQuestion = ({ sentences }: ReadMessage): boolean =>
	sentences.some(({ isQuestion, tokens }) => isQuestion && tokens.length >= fewestWordsOfQuestion);

function addOurs(story: Story, { message, at, read, mentions }: Reading): void {
	const { id: messageId, time } = message;
	const place = { at, lastAt: at, messageId, isUnsure: false };
	const confirmed = mentions.get("order-confirmed");
	if (confirmed) story.end = { reason: "bought", messageId, sentence: confirmed.sentence, time };
	if (!story.end) {
		for (const kind of ["quote-sent", "payment-link-sent", "offer-sent"] as const) {
			const mention = mentions.get(kind);
			// What we write to everybody is no answer to anybody.
			if (mention && story.hasAsked) claim(story, { signal: kind, ...place, sentence: mention.sentence });
		}
		// A number is the answer to a question for a price.
		if (read.hasNumber && story.open && [...story.claims.keys()].some(isStrong)) {
			claim(story, { signal: "quote-sent", ...place, sentence: wholeText(message.text ?? "") });
		}
	}
	story.saidBefore = new Set(mentions.keys());
	story.open = null;
}

/** The first message that shows a signal is its evidence, a sure one before an unsure one. */
function claim({ claims }: Story, claim: Claim): void {
	const known = claims.get(claim.signal);
	if (!known || (known.isUnsure && !claim.isUnsure)) claims.set(claim.signal, claim);
	else known.lastAt = claim.at;
}

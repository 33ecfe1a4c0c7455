import type { KeptMessage } from "./conversation";
import type { NoFindingReason } from "./finding";
import type { PhraseKind } from "./phrases/kind";
import { type Mention, type ReadMessage, readMessage } from "./read-message";
import type { Signal } from "./signal";
import type { LanguageCounts } from "./text/language";

/** A signal, and the first message that shows it. `at` is its place among the messages. */
export type Claim = { signal: Signal; at: number; messageId: string; sentence: string; isUnsure: boolean };

/** What ended a sale. */
export type End = {
	reason: Extract<NoFindingReason, "bought" | "said-stop" | "declined" | "angry">;
	at: number;
	messageId: string;
	sentence: string;
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
	/** What a later message did not take back. */
	end: End | null;
	asides: Aside[];
	/** Where the customer put it off, or gave it up. */
	/** Whether the customer has said more than a greeting or a word about something else. */
	hasSpoken: boolean;
	putOffAt: number | null;
	gaveUpAt: number | null;
	read: (ReadMessage & { text: string; isCustomers: boolean; at: number })[];
};

/** After so long, a question is about something new, in ms. */
const newMatterAfter = 24 * 60 * 60 * 1000;

/** "Good morning!" and "ok thanks" are shorter. */
const fewestWordsSpoken = 3;

/** They show by themselves that somebody wants to buy. */
const strong: readonly PhraseKind[] = [
	"price-asked",
	"quote-asked",
	"wants-it",
	"availability-asked",
	"discount-asked",
];

const asking: readonly PhraseKind[] = [...strong, "delivery-asked", "payment-asked", "details-asked"];

/** Whether a signal is a question or a wish of the customer's. */
export const isAsking = (signal: Signal): boolean => (asking as readonly string[]).includes(signal);
export const isStrong = (signal: Signal): boolean => (strong as readonly string[]).includes(signal);

/** Reads messages in their order: what is said later may end what went before, or begin anew. */
export function readStory(messages: readonly KeptMessage[], counts: LanguageCounts): Story {
	const story: Story = {
		claims: new Map(),
		end: null,
		asides: [],
		hasSpoken: false,
		putOffAt: null,
		gaveUpAt: null,
		read: [],
	};
	const before: Before = { kinds: new Set(), hasAskedSinceUs: false };
	messages.forEach((message, at) => {
		if (message.text === null || message.text.trim() === "") return;
		const isCustomers = message.direction !== "outgoing";
		const read = readMessage(message.text, isCustomers ? "customer" : "us", counts);
		story.read.push({ ...read, text: message.text, isCustomers, at });
		if (isCustomers) addCustomers(story, { message, at, read, messages, before });
		else addOurs(story, { message, at, read, before });
	});
	return story;
}

/** What our last message showed, and whether the customer has asked for something since the one before. */
type Before = { kinds: Set<PhraseKind>; hasAskedSinceUs: boolean };
type Reading = { message: KeptMessage; at: number; read: ReadMessage; before: Before };

function addCustomers(
	story: Story,
	{ message, at, read, messages, before }: Reading & { messages: readonly KeptMessage[] },
): void {
	const mentions = new Map<PhraseKind, Mention>(read.mentions.map((mention) => [mention.kind, mention]));
	const place = { at, messageId: message.id };
	const asideBefore = story.asides.length;
	for (const kind of ["support", "stranger", "personal"] as const) {
		const mention = mentions.get(kind);
		if (mention) story.asides.push({ kind, ...place, sentence: mention.sentence });
	}
	const isAside = story.asides.length > asideBefore;
	const wantsMore = !isAside && strong.some((kind) => mentions.has(kind));

	const end = endIn(mentions, { wantsMore, before });
	if (end) {
		story.end = { ...end, ...place };
		return;
	}
	if (story.end) {
		if (!wantsMore || !beginsAnew(story.end, { message, mentions, messages })) return;
		story.end = null;
		story.claims.clear();
		story.asides = [];
	}
	const words = read.sentences.reduce((sum, { tokens }) => sum + tokens.length, 0);
	if (!isAside && words >= fewestWordsSpoken) story.hasSpoken = true;
	if (asking.some((kind) => mentions.has(kind))) before.hasAskedSinceUs = true;
	if (mentions.has("gives-up")) story.gaveUpAt = at;
	if (mentions.has("will-think") || mentions.has("compares")) story.putOffAt = at;
	for (const { kind, sentence } of mentions.values()) {
		const signal = signalOf(kind, before);
		if (!signal) continue;
		if (postpones(signal)) story.putOffAt = at;
		claim(story, { signal, ...place, sentence, isUnsure: message.direction === "unknown" });
	}
	// The customer goes on after we said that it is sold out: that is what stands in the way.
	if (
		before.kinds.has("sold-out") &&
		![...story.claims.keys()].some((signal) => signal.startsWith("objection-"))
	) {
		const sentence = message.text?.trim() ?? "";
		claim(story, { signal: "objection-stock", ...place, sentence, isUnsure: false });
	}
}

function addOurs(story: Story, { message, at, read, before }: Reading): void {
	const mentions = new Map<PhraseKind, Mention>(read.mentions.map((mention) => [mention.kind, mention]));
	const place = { at, messageId: message.id };
	const confirmed = mentions.get("order-confirmed");
	if (confirmed) story.end = { reason: "bought", ...place, sentence: confirmed.sentence };
	if (!story.end) {
		for (const kind of ["quote-sent", "payment-link-sent", "offer-sent"] as const) {
			const mention = mentions.get(kind);
			// What we write to everybody is no answer to anybody.
			if (mention && story.hasSpoken) {
				claim(story, { signal: kind, ...place, sentence: mention.sentence, isUnsure: false });
			}
		}
		// A number is the answer to a question for a price.
		if (read.hasNumber && before.hasAskedSinceUs && strong.some((kind) => story.claims.has(kind as Signal))) {
			const sentence = message.text?.trim().slice(0, 160) ?? "";
			claim(story, { signal: "quote-sent", ...place, sentence, isUnsure: false });
		}
	}
	before.kinds = new Set(mentions.keys());
	before.hasAskedSinceUs = false;
}

/** The first message that shows a signal counts. */
function claim({ claims }: Story, claim: Claim): void {
	const known = claims.get(claim.signal);
	if (!known || (known.isUnsure && !claim.isUnsure)) claims.set(claim.signal, claim);
}

function endIn(
	mentions: ReadonlyMap<PhraseKind, Mention>,
	{ wantsMore, before }: { wantsMore: boolean; before: Before },
): Pick<End, "reason" | "sentence"> | null {
	const stop = mentions.get("stop");
	if (stop) return { reason: "said-stop", sentence: stop.sentence };
	const angry = mentions.get("angry");
	if (angry) return { reason: "angry", sentence: angry.sentence };
	const declined = mentions.get("declined");
	// "No thanks, but how much is the blue one?", and "no thanks" to whether there is anything else.
	if (declined && !wantsMore && !before.kinds.has("anything-else")) {
		return { reason: "declined", sentence: declined.sentence };
	}
	const bought = mentions.get("bought");
	return bought ? { reason: "bought", sentence: bought.sentence } : null;
}

/** Whether a question after the end is about another sale. */
function beginsAnew(
	end: End,
	{
		message,
		mentions,
		messages,
	}: { message: KeptMessage; mentions: ReadonlyMap<PhraseKind, Mention>; messages: readonly KeptMessage[] },
): boolean {
	if (end.reason === "declined" || end.reason === "said-stop") return true;
	const endedAt = messages[end.at]?.time ?? null;
	const isLater = message.time !== null && endedAt !== null && message.time - endedAt >= newMatterAfter;
	return isLater || (end.reason === "bought" && mentions.has("another"));
}

const postpones = (signal: Signal): boolean =>
	signal === "objection-timing" || signal === "objection-approval" || signal === "objection-competitor";

/** The signal that a phrase of the customer's is, after what we said last. */
function signalOf(kind: PhraseKind, before: Before): Signal | null {
	switch (kind) {
		case "price-asked":
		case "availability-asked":
		case "delivery-asked":
		case "payment-asked":
		case "quote-asked":
		case "details-asked":
		case "wants-it":
		case "discount-asked":
		case "will-think":
		case "objection-trust":
		case "objection-delivery-time":
		case "objection-delivery-cost":
		case "objection-stock":
		case "objection-timing":
		case "objection-approval":
		case "objection-fit":
		case "objection-payment":
		case "objection-competitor":
			return kind;
		case "objection-price":
			// "That is a lot", said of what the delivery costs.
			return before.kinds.has("delivery-cost-sent") ? "objection-delivery-cost" : kind;
		case "compares":
			return "objection-competitor";
		case "bye":
			return "said-bye";
		case "another":
		case "gives-up":
		case "bought":
		case "declined":
		case "stop":
		case "angry":
		case "support":
		case "stranger":
		case "personal":
		case "quote-sent":
		case "payment-link-sent":
		case "offer-sent":
		case "sold-out":
		case "delivery-cost-sent":
		case "order-confirmed":
		case "anything-else":
			return null;
		default:
			return kind satisfies never;
	}
}

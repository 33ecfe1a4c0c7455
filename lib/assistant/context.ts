import type { ContextAnswer } from "@/lib/crm/customer-context";
import type { ConversationReading, Message } from "@/lib/whatsapp/facts";

/** In characters: a longer message, or longer facts, are cut there and marked as cut. */
export const longestMessage = 4_000;
export const longestFacts = 20_000;

/** What the model is told of a picture, a voice message or a file without words: the page does not tell which it is. */
export const wordlessMedia = "a photo, voice message or file, without text";

/** A message as the assistant sees it. Who wrote one whose direction is unknown is not said to be the agent. */
export type SeenMessage = {
	from: "customer" | "agent" | "unknown";
	author?: string;
	/** Local time `YYYY-MM-DDTHH:mm`, or in the page's own words. */
	time?: string;
	/** Absent for a picture, a voice message and whatever else has no words. */
	text?: string;
	/** In the place of a text that is absent. */
	media?: typeof wordlessMedia;
	cut?: true;
};

/** All the assistant sees of a conversation: the last messages, oldest first, and what the CRM tells of the customer. */
export type SeenContext = {
	messages: readonly SeenMessage[];
	/** A JSON object or a text, as `ai_CustomerInitialInfo` answered; absent where the CRM told nothing. */
	facts?: unknown;
	/** Why there are none, where that says nothing of the customer: the CRM was not asked, or gave no answer. */
	withoutFacts?: "not-asked" | "failed";
};

const froms = { incoming: "customer", outgoing: "agent", unknown: "unknown" } as const;

/** What is seen of a conversation: its last `count` messages as the page shows them, and what the CRM told. */
export function contextOf(messages: readonly Message[], facts: unknown, count: number): SeenContext {
	const seen = count > 0 ? messages.slice(-count).map(seenMessage) : [];
	return { messages: seen, ...(isKnown(facts) && { facts: shortened(facts) }) };
}

function seenMessage({ direction, author, time, rawTime, clock, text }: Message): SeenMessage {
	const when = time ?? rawTime ?? clock ?? null;
	const isLong = text !== null && text.length > longestMessage;
	return {
		from: froms[direction],
		...(author !== null && direction !== "outgoing" && { author }),
		...(when !== null && { time: when }),
		...(text === null ? { media: wordlessMedia } : { text: text.slice(0, longestMessage) }),
		...(isLong && { cut: true }),
	};
}

/** The same from what was read and what came of asking the CRM, which may not have been asked, or not have answered. */
export function contextFrom(
	{ messages }: Pick<ConversationReading, "messages">,
	{ context, failure }: ContextAnswer,
	count: number,
): SeenContext {
	const seen = contextOf(messages, context?.value, count);
	return context ? seen : { ...seen, withoutFacts: failure ? "failed" : "not-asked" };
}

const isKnown = (facts: unknown): boolean => facts !== undefined && facts !== null && facts !== "";

function shortened(facts: unknown): unknown {
	const text = typeof facts === "string" ? facts : JSON.stringify(facts);
	return text.length > longestFacts ? `${text.slice(0, longestFacts)}… [cut]` : facts;
}

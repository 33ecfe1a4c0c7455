import type { AbandonedCart } from "@/lib/crm/customer";
import type { Signal } from "./signal";

/** Who wrote it, seen from us: the customer's are `incoming`. `unknown` where the page didn't tell. */
export type Direction = "incoming" | "outgoing" | "unknown";

/** A message that the page showed, as it is kept. */
export type KeptMessage = {
	id: string;
	direction: Direction;
	/** `null` for media without a caption. */
	text: string | null;
	/** ms since the epoch; `null` where the page didn't tell. */
	time: number | null;
};

/** Words of the user's own that count as a signal, found in messages of the customer however they are accented. */
export type UserWord = {
	text: string;
	/** What it adds to the score, above -1 to 1; at -1 (`excludingWeight`) whoever wrote it is never followed up. */
	weight: number;
};

/** A word of this weight is no part of the score: it rules a follow-up out. */
export const excludingWeight = -1;

/** Everything the analysis knows of a conversation. It reads nothing else: time comes in as well. */
export type ConversationToAnalyse = {
	/** Oldest first, as the page has them. */
	messages: readonly KeptMessage[];
	/** ms since the epoch. */
	now: number;
	isGroup: boolean;
	/** Of the customer's card, when the CRM knows one. */
	abandonedCart?: AbandonedCart;
	/** Names of products, such as `search_Products` finds. */
	products?: readonly string[];
	words?: readonly UserWord[];
	/** What was learned of dismissals: a signal's own weight is multiplied by it (0 to 2). */
	weights?: SignalFactors;
};

/** Factors by signal; one that is left out counts as it is (1). */
export type SignalFactors = Partial<Record<Signal, number>>;

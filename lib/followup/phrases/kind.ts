import type { objections } from "../signal";

/** What a phrase of the customer's shows. */
export const customerKinds = [
	// wants to buy
	"price-asked",
	"availability-asked",
	"delivery-asked",
	"payment-asked",
	"quote-asked",
	"details-asked",
	"wants-it",
	"another",
	// hesitates
	"discount-asked",
	"will-think",
	"compares",
	"gives-up",
	// an end of it
	"bought",
	"declined",
	"stop",
	"angry",
	// is not about a sale
	"support",
	"stranger",
	"personal",
	"bye",
] as const;

/** What a phrase of ours shows. */
export const ourKinds = [
	"quote-sent",
	"payment-link-sent",
	"offer-sent",
	"sold-out",
	"delivery-cost-sent",
	"order-confirmed",
	"anything-else",
] as const;

export type PhraseKind =
	| (typeof customerKinds)[number]
	| (typeof ourKinds)[number]
	| `objection-${(typeof objections)[number]}`;

/**
 * Phrases by what they show, in the compared form of `sentencesOf` (lower case, no accents, no apostrophes). `(a|b)` is
 * one of them, `[a|b]` one of them or nothing, `~` up to two words of any kind, `word*` everything that begins so, `#` a
 * number, `¤` a sign of money, `^` and `$` the beginning and the end of a sentence. A phrase stays within one sentence.
 */
export type Phrases = Partial<Record<PhraseKind, readonly string[]>>;

import type { PhraseKind } from "./phrases/kind";
import type { Signal } from "./signal";

/** They show by themselves that somebody wants to buy. */
const strong: readonly (PhraseKind & Signal)[] = [
	"price-asked",
	"quote-asked",
	"wants-it",
	"availability-asked",
	"discount-asked",
];

const asking: readonly (PhraseKind & Signal)[] = [
	...strong,
	"delivery-asked",
	"payment-asked",
	"details-asked",
];

/** Whether it is a question or a wish of the customer's. */
export const isAsking = (what: PhraseKind | Signal): boolean => (asking as readonly string[]).includes(what);

/** Whether it shows by itself that somebody wants to buy. */
export const isStrong = (what: PhraseKind | Signal): boolean => (strong as readonly string[]).includes(what);

/** Whether an objection is one of those that pass: a decision is put off. */
export const postpones = (signal: Signal): boolean =>
	signal === "will-think" ||
	signal === "objection-timing" ||
	signal === "objection-approval" ||
	signal === "objection-competitor";

/** The signal that a phrase of the customer's is, after what we said last; `null` where it is none. */
export function signalOfPhrase(kind: PhraseKind, saidBefore: ReadonlySet<PhraseKind>): Signal | null {
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
			return saidBefore.has("delivery-cost-sent") ? "objection-delivery-cost" : kind;
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

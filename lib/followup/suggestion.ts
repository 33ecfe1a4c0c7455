import { type Finding, type Language, languages, type Outcome } from "./finding";
import { reasonOf } from "./reason";
import type { Objection } from "./signal";
import { type SuggestionTexts, suggestionTexts } from "./suggestion-texts";

/**
 * The user's own wording, with `{name}` and `{product}`. What is `null` fits everything; of several that fit, the one
 * that says most precisely when it is meant is taken, then the first.
 */
export type SuggestionTemplate = {
	text: string;
	language: Language | null;
	outcome: Outcome | null;
	objection: Objection | null;
	/** From 1. */
	attempt: number | null;
};

/** The attempt that says goodbye in the built-in texts, where it is the last one that is made. */
const farewellFrom = 3;

/** A message, and whether its wording is the user's. */
export type Suggestion = { text: string; isOwn: boolean };

/**
 * What may be written to a customer, without a model: in the customer's language, or in `fallbackLanguage` where that
 * is mixed or unknown. The user's wording goes first. Without a name or a product the text reads as if it had none. It
 * says nothing that may be untrue: what was done, what there is, that it is the last message.
 */
export function suggestMessage({
	finding,
	name,
	attempt,
	mostAttempts,
	templates = [],
	fallbackLanguage,
}: {
	finding: Pick<Finding, "outcome" | "customerObjection" | "productMentioned" | "language" | "evidence">;
	name: string | null;
	/** From 1. */
	attempt: number;
	/** How many are made with one customer. */
	mostAttempts: number;
	templates?: readonly SuggestionTemplate[];
	fallbackLanguage: Language;
}): Suggestion {
	const language = languages.find((known) => known === finding.language) ?? fallbackLanguage;
	const texts = suggestionTexts[language];
	const own = templates.filter(
		(template) =>
			template.text.trim() !== "" &&
			fits(template.language, language) &&
			fits(template.outcome, finding.outcome) &&
			fits(template.objection, finding.customerObjection) &&
			fits(template.attempt, attempt),
	);
	const named = { name: name?.trim() ?? "", product: finding.productMentioned ?? texts.noProduct };
	const template = mostPrecise(own);
	if (template) return { text: filled(template.text, named), isOwn: true };
	const product =
		finding.productMentioned === null
			? texts.noProduct
			: filled(texts.product, { name: "", product: finding.productMentioned });
	const isLast = attempt >= Math.max(farewellFrom, mostAttempts);
	const text = attempt > 1 ? (isLast ? texts.last : texts.second) : firstText(texts, finding);
	return { text: filled(text, { ...named, product }), isOwn: false };
}

const fits = <T>(wanted: T | null, given: T): boolean => wanted === null || wanted === given;

function mostPrecise(templates: readonly SuggestionTemplate[]): SuggestionTemplate | undefined {
	const precision = ({ language, outcome, objection, attempt }: SuggestionTemplate) =>
		[language, outcome, objection, attempt].filter((wanted) => wanted !== null).length;
	return [...templates].sort((a, b) => precision(b) - precision(a))[0];
}

/** The built-in text of the first attempt. */
function firstText(
	{ unanswered, wroteLast, paymentLink, cart, objection, outcome }: SuggestionTexts,
	finding: Pick<Finding, "outcome" | "customerObjection" | "evidence">,
): string {
	const reason = reasonOf(finding);
	switch (reason) {
		case "unanswered":
			return unanswered;
		case "wrote-last":
			return wroteLast;
		case "payment-link":
			return paymentLink;
		case "cart":
			return cart;
		case "objection":
			return objection[finding.customerObjection ?? "price"];
		case "gave-up":
		case "will-think":
		case "quote":
		case "asked":
			return outcome[finding.outcome];
		default:
			return reason satisfies never;
	}
}

/** One pass, so that a name with braces in it stays as it is. A missing name takes the space before it along. */
const filled = (text: string, { name, product }: { name: string; product: string }): string =>
	text.replace(/ ?\{name\}|\{product\}/g, (placeholder) => {
		if (placeholder === "{product}") return product;
		return name === "" ? "" : placeholder.replace("{name}", () => name);
	});

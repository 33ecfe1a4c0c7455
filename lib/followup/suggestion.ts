import { type Finding, type Language, languages, type Outcome } from "./finding";
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

/** The attempt that says goodbye in the built-in texts. */
const lastAttempt = 3;

/**
 * What may be written to a customer, without a model: in the customer's language, or in `fallbackLanguage` where that
 * is mixed or unknown. The user's wording goes first. Without a name or a product the text reads as if it had none.
 */
export function suggestMessage({
	finding,
	name,
	attempt,
	templates = [],
	fallbackLanguage,
}: {
	finding: Pick<Finding, "outcome" | "customerObjection" | "productMentioned" | "language" | "evidence">;
	name: string | null;
	/** From 1. */
	attempt: number;
	templates?: readonly SuggestionTemplate[];
	fallbackLanguage: Language;
}): string {
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
	const text = mostPrecise(own)?.text ?? builtIn(texts, finding, attempt);
	return filled(text, { name: name?.trim() ?? "", product: finding.productMentioned ?? texts.noProduct });
}

const fits = <T>(wanted: T | null, given: T): boolean => wanted === null || wanted === given;

function mostPrecise(templates: readonly SuggestionTemplate[]): SuggestionTemplate | undefined {
	const precision = ({ language, outcome, objection, attempt }: SuggestionTemplate) =>
		[language, outcome, objection, attempt].filter((wanted) => wanted !== null).length;
	return [...templates].sort((a, b) => precision(b) - precision(a))[0];
}

function builtIn(
	texts: SuggestionTexts,
	{ outcome, customerObjection, evidence }: Pick<Finding, "outcome" | "customerObjection" | "evidence">,
	attempt: number,
): string {
	if (attempt >= lastAttempt) return texts.last;
	if (attempt > 1) return texts.second;
	if (evidence.some(({ signal }) => signal === "unanswered")) return texts.unanswered;
	return customerObjection ? texts.objection[customerObjection] : texts.outcome[outcome];
}

/** One pass, so that a name with braces in it stays as it is. A missing name takes the space before it along. */
const filled = (text: string, { name, product }: { name: string; product: string }): string =>
	text.replace(/ ?\{name\}|\{product\}/g, (placeholder) => {
		if (placeholder === "{product}") return product;
		return name === "" ? "" : placeholder.replace("{name}", () => name);
	});

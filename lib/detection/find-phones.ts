import { type DigitSpan, digitSpans } from "./digit-groups";
import { withoutGluedGroups } from "./edges";
import { mayHoldPhone } from "./first-pass";
import { isListJoint, type Label, labelOf } from "./labels";
import { findLinks } from "./links";
import { maskOthers, maskRange } from "./mask";
import { plainDigits } from "./plain-digits";
import { type NumberInSpan, numbersInSpan } from "./read-span";
import { type Region, readRegion } from "./region";

/** A phone number in a text. */
export type FoundPhone = {
	/** E.164, valid by libphonenumber. */
	phone: string;
	/** Where it is written, its extension included: UTF-16 units of the text. */
	offset: number;
	length: number;
	extension?: string;
	/** Written with its country, dialled as in one of the regions, or in a link that calls it or opens its chat. */
	how: "international" | "national" | "link";
};

export type FindPhonesOptions = {
	/**
	 * Where national numbers are from, the likeliest first: ISO countries (`ES`) or calling codes (`+34`, `34`). Without
	 * one, only numbers with their country are found.
	 */
	regions?: readonly string[];
	/** The user's own numbers, E.164: they are never found. */
	ownPhones?: readonly string[];
};

/**
 * The phone numbers written in a message, each once, in their order. Finds them in every script's digits and with
 * invisible marks inside; leaves out what words or form show to be something else (orders, prices, dates, accounts,
 * cards, addresses, codes). Where that is undecided it finds nothing, except for numbers with a `+`. Never throws.
 */
export function findPhones(
	text: string,
	{ regions = [], ownPhones = [] }: FindPhonesOptions = {},
): FoundPhone[] {
	if (!mayHoldPhone(text)) return [];
	const plain = plainDigits(text);
	const known = regions.flatMap((region) => readRegion(region) ?? []);
	const found: FoundPhone[] = [];
	let left = plain.text;

	for (const { start, end, phone, extension } of findLinks(left, known)) {
		found.push({
			...plain.originalRange(start, end),
			phone,
			...(extension ? { extension } : {}),
			how: "link",
		});
		left = maskRange(left, start, end);
	}
	for (const { start, end, phone, extension, how } of writtenNumbers(maskOthers(left), known))
		found.push({ ...plain.originalRange(start, end), phone, ...(extension ? { extension } : {}), how });

	if (found.length === 0) return found;
	const taken = new Set(ownPhones);
	return found
		.sort((a, b) => a.offset - b.offset)
		.filter(({ phone }) => !taken.has(phone) && taken.add(phone));
}

function* writtenNumbers(text: string, regions: readonly Region[]): Generator<NumberInSpan> {
	let before: { end: number; label: Label } | undefined;
	for (const span of digitSpans(text)) {
		const end = span.groups.at(-1)?.end ?? span.start;
		const label = labelInContext(text, span, end, before);
		before = { end, label };
		const own = withoutGluedGroups(text, span);
		// A label is of the first group: it says nothing of what is left behind it. A plus says more than any word.
		const applies = own?.start === span.start ? label : null;
		if (own && (applies !== "other" || own.plus)) yield* numbersInSpan(text, own, applies, regions);
	}
}

function labelInContext(
	text: string,
	{ start }: DigitSpan,
	end: number,
	before: { end: number; label: Label } | undefined,
): Label {
	const label = labelOf(text, start, end);
	if (label !== null || before?.label !== "other") return label;
	return isListJoint(text.slice(before.end, start)) ? "other" : null;
}

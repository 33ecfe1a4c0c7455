import type { DigitGroup, DigitSpan } from "./digit-groups";
import { partOf } from "./digit-groups";
import { isPhoneWord } from "./labels";

/**
 * Scripts that set their words apart. A letter of theirs right beside a digit makes it part of a code (`B12345678`);
 * in Chinese or Thai it is only the next word.
 */
const spaced = "\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}";
const formatting = `*_~\`"'\\u201c\\u201d\\u2018\\u2019\\u00ab\\u00bb<>|([{`;
const currency =
	"(?:\\p{Sc}|(?<!\\p{L})(?:eur(?:os?)?|usd|us|r|rs|cop|mxn|ars|clp|brl|pen|gbp|uyu|mx|ar|col)\\b\\$?)";

const wordBefore = new RegExp(`([${spaced}]+)[.:-]?[${formatting}]*$`, "u");
const priceBefore = new RegExp(`${currency} ?$`, "iu");
const gluedBefore = new RegExp(`(?:[\\p{Nd}${spaced}][-_]?|[#@/\\\\=&%+^]|(?<!\\d{6})\\d[.,:])$`, "u");
const priceAfter = new RegExp(
	"^(?:,\\d{1,2}(?!\\d))? ?(?:\\p{Sc}|(?:euros?|eur|usd|dollars?|d[o\u00f3]lar(?:es)?|pesos?|reais|real|soles|bol[i\u00ed]vares|guaran[i\u00ed]es|" +
		"cop|mxn|ars|clp|brl|pen|gbp|pounds?|libras?)(?!\\p{L}))",
	"iu",
);
const gluedAfter = new RegExp(
	`^(?:[${spaced}\\p{Nd}@=%\\u00b0\\\\]|[\\u00ba\\u00aa]|_[\\p{L}\\p{Nd}]|[:,]\\d{1,6}(?!\\d)|-(?:[${spaced}](?![${spaced}])|[\\p{L}\\p{Nd}]*\\d)|` +
		"\\.(?:com|net|org|info|biz|es|mx|br|ar|co|cl|pe|uy|us|uk|io|app|shop|store|html?|php|pdf|jpe?g|png|webp|mp[34]|opus|ogg|docx?|xlsx?|csv|zip|txt)(?!\\p{L}))",
	"iu",
);
const extensionAfter = /^x\d{1,5}(?![\p{L}\p{Nd}])/iu;

/** Characters beside a number that are looked at. */
const reach = 32;

/** The span without groups that belong to a word, a code or a price beside it; null when none are left. */
export function withoutGluedGroups(text: string, span: DigitSpan): DigitSpan | null {
	const headless = withoutHead(text, span);
	return headless && withoutTail(text, headless);
}

function withoutHead(text: string, span: DigitSpan): DigitSpan | null {
	// Nothing but a phone number begins with a plus, whatever is before it.
	if (span.plus) return span;
	const before = text.slice(Math.max(0, span.start - reach), span.start);
	if (priceBefore.test(before)) return dropFirst(span, true);
	if (!gluedBefore.test(before)) return span;
	const word = wordBefore.exec(before)?.[1];
	return word !== undefined && isPhoneWord(word) ? span : dropFirst(span, false);
}

function withoutTail(text: string, span: DigitSpan): DigitSpan | null {
	const end = span.groups.at(-1)?.end ?? span.start;
	const after = text.slice(end, end + reach);
	if (priceAfter.test(after)) return dropLast(span, true);
	if (gluedAfter.test(after) && !extensionAfter.test(after)) return dropLast(span, false);
	return span;
}

/** Drops the first group and what is joined to it other than by a space; of a price, its thousands as well. */
function dropFirst(span: DigitSpan, isPrice: boolean): DigitSpan | null {
	const kept = span.groups.findIndex(
		(group, index) => index > 0 && !isJoined(group, isPrice && isThousands(group)),
	);
	return kept === -1 ? null : partOf(span, kept, span.groups.length);
}

function dropLast(span: DigitSpan, isPrice: boolean): DigitSpan | null {
	const { groups } = span;
	let kept = groups.length - 1;
	for (; kept > 0; kept--) {
		const group = groups[kept];
		const before = groups[kept - 1];
		const thousands = isPrice && group && before && isThousands(group) && before.digits.length <= 3;
		if (!group || !isJoined(group, thousands === true)) break;
	}
	return kept === 0 ? null : partOf(span, 0, kept);
}

const isJoined = (group: DigitGroup, thousands: boolean) => !group.separator.includes(" ") || thousands;
const isThousands = ({ digits }: DigitGroup) => digits.length === 3;

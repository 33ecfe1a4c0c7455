import { type ParsedNumber, parseDialled, parseInternational } from "./parse-number";
import type { Region } from "./region";

/** A link that dials a number or opens a chat with it. Places are those of the text it was found in. */
export type PhoneLink = { start: number; end: number; phone: string; extension?: string };

const plus = "(?:\\+|%2B)?";
const digits = "\\d(?:[\\d().-]|%20)*";
// Alternatives in one expression, so that the text is walked once.
const link = new RegExp(
	[
		`\\b(?:tel|callto):(?://)?(?<dialled>${plus}[(]?${digits})(?:;ext=(?<extension>\\d{1,7}))?(?:;phone-context=(?<context>\\+\\d{1,3}))?`,
		`(?:https?://)?(?:www\\.)?\\bwa\\.me/(?<short>${plus}${digits})`,
		`(?:(?:https?://)?\\b(?:api|web|www|chat)\\.whatsapp\\.com/|\\bwhatsapp://)send/?\\?(?:[^\\s#&]{0,2000}&){0,20}?phone=(?<sent>${plus}(?:[ +])?${digits})`,
	].join("|"),
	"gi",
);
/** What belongs to the address behind the number, and holds no other. */
const restOfAddress = /[^\s<>"]*/y;

/**
 * The phone links of a text: `tel:`, `wa.me`, `api.whatsapp.com/send?phone=`. WhatsApp's have the country with or
 * without a `+`. A link whose number is none is left to be read as text.
 */
export function findLinks(text: string, regions: readonly Region[]): PhoneLink[] {
	if (!/tel:|callto:|wa\.me|whatsapp/i.test(text)) return [];
	const links: PhoneLink[] = [];
	for (const match of text.matchAll(link)) {
		const { dialled, extension, context, short, sent } = match.groups ?? {};
		const parsed =
			dialled === undefined
				? parseInternational(digitsOf(short ?? sent ?? ""))
				: parseLinked(`${context ?? ""}${dialled}`, regions);
		if (!parsed) continue;
		const start = match.index;
		let end = start + match[0].length;
		if (dialled === undefined) {
			restOfAddress.lastIndex = end;
			end += restOfAddress.exec(text)?.[0].length ?? 0;
		} else if (!extension && !context) {
			// A full stop or bracket behind the number is the sentence's.
			end -= /[().-]*$/.exec(match[0])?.[0].length ?? 0;
		}
		links.push({ start, end, phone: parsed.phone, extension });
	}
	return links;
}

function parseLinked(number: string, regions: readonly Region[]): ParsedNumber | null {
	const digits = digitsOf(number);
	return /^(?:\+|%2B)/i.test(number)
		? parseInternational(digits)
		: parseDialled(digits, [digits.length], regions);
}

const digitsOf = (text: string) => text.replace(/%2B|%20/gi, "").replace(/\D/g, "");

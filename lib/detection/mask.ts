import { digitSpans, digitsOf } from "./digit-groups";
import { parseInternational } from "./parse-number";

/**
 * A writing that holds digits and is no phone number. It is looked for only in a text that has the character it can't
 * be without. All repetitions are bounded or unambiguous: a message is untrusted and may be long.
 */
type Shape = { needs: string; shape: RegExp; confirm?: (match: string) => boolean };

/** Never a phone number, whatever is in them. */
const addresses: Shape[] = [
	{ needs: "://", shape: /\b[a-z][a-z\d+.-]{1,20}:\/\/[^\s<>"]+/gi },
	{ needs: "@", shape: /[\p{L}\p{Nd}._%+-]{1,64}@(?:[\p{L}\p{Nd}-]{1,63}\.){1,8}\p{L}{2,24}/gu },
	{ needs: ".", shape: /\bwww\.[^\s<>"]+/gi },
	{ needs: ".", shape: /(?<![\w@.-])(?:[a-z\d-]{1,63}\.){1,8}[a-z]{2,24}(?=[/?#:])[^\s<>"]*/gi },
	{ needs: ":", shape: /\b(?:geo|mailto|bitcoin|urn|data):[^\s<>"]+/gi },
	{ needs: "-", shape: /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi },
	// IBAN (ISO 13616), as one word or in fours
	{ needs: "", shape: /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){2,7}(?: ?[A-Z\d]{1,3})?\b/gi, confirm: isLikeIban },
];

/** No phone number, unless they are the middle of one that begins with a plus: `+5 5-1-1912 345678`. */
const figures: Shape[] = [
	// 40.416775, -3.703790
	{
		needs: ".",
		shape: /(?<![\d.])[+-]?\d{1,3}\.\d{3,}\u00b0?[ ]?[NS]?[ ]?[,;/ ][ ]?[+-]?\d{1,3}\.\d{3,}(?![\d.])/gi,
		confirm: areCoordinates,
	},
	// times, also in ranges and behind dates
	{ needs: ":", shape: /(?<![\d:])[0-2]?\d:[0-5]\d(?::[0-5]\d(?:\.\d{1,6})?)?(?![\d:])/g },
	// 12/03/2026, 12-03-2026, 2026-03-12T10:30
	{ needs: "", shape: alone(/[0-3]?\d([./-])[0-3]?\d\1(?:19|20)\d{2}/) },
	{ needs: "", shape: alone(/(?:19|20)\d{2}([./-])[01]?\d\1[0-3]?\d/) },
	{ needs: "/", shape: alone(/[0-3]?\d\/[0-3]?\d\/\d{2}/) },
	// CPF, CNPJ (Brazil), CUIT (Argentina), RUT (Chile)
	{ needs: "-", shape: alone(/\d{3}\.\d{3}\.\d{3}-\d{2}/) },
	{ needs: "/", shape: alone(/\d{2}\.\d{3}\.\d{3}\/\d{4}-\d{2}/) },
	{ needs: "-", shape: alone(/(?:2[0347]|3[034])-\d{8}-\d/) },
	{ needs: "-", shape: alone(/\d{1,2}\.\d{3}\.\d{3}-[\dkK](?![./-]?[a-zA-Z])/) },
];

/** Only where no digit joins it on either side. */
function alone(shape: RegExp): RegExp {
	return new RegExp(`(?<!\\d[./-]?)${shape.source}(?![./-]?\\d)`, "g");
}

/** No digit, letter, space or separator: no number reaches across it. */
const masked = "\u0001";

/** The text with all these writings blotted out. Places stay the same. */
export function maskOthers(text: string): string {
	const left = mask(text, addresses, () => false);
	let numbers: ReturnType<typeof internationalNumbers> | undefined;
	return mask(left, figures, (offset) => {
		// Read only when there is something to be masked: reading numbers is what costs most.
		numbers ??= left.includes("+") ? internationalNumbers(left) : [];
		return numbers.some(({ start, end }) => start <= offset && offset < end);
	});
}

function mask(text: string, shapes: readonly Shape[], isExempt: (offset: number) => boolean): string {
	let left = text;
	for (const { needs, shape, confirm } of shapes) {
		if (!left.includes(needs)) continue;
		left = left.replace(shape, (match, ...rest) => {
			// What a regular expression without named groups hands over last are the offset and the text.
			const offset = Number(rest.at(-2));
			return isExempt(offset) || (confirm && !confirm(match)) ? match : blot(match.length);
		});
	}
	return left;
}

/** Where digits with a plus before them, all that stand together, are a number as a whole. */
function internationalNumbers(text: string): { start: number; end: number }[] {
	return [...digitSpans(text)].flatMap(({ start, plus, groups }) =>
		plus && parseInternational(digitsOf(groups)) ? [{ start, end: groups.at(-1)?.end ?? start }] : [],
	);
}

/** The text without what stands from `start` to `end`. Places stay the same. */
export const maskRange = (text: string, start: number, end: number): string =>
	text.slice(0, start) + blot(end - start) + text.slice(end);

const blot = (length: number) => masked.repeat(length);

/** Digits only behind the country, or a right checksum: else it may be a word, a gap and a phone number. */
function isLikeIban(match: string): boolean {
	const compact = match.replaceAll(" ", "").toUpperCase();
	if (compact.length < 15) return false;
	if (/^[A-Z]{2}\d+$/.test(compact)) return true;
	let remainder = 0;
	for (const character of compact.slice(4) + compact.slice(0, 4)) {
		const value = Number.parseInt(character, 36);
		remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
	}
	return remainder === 1;
}

function areCoordinates(match: string): boolean {
	const [latitude = 0, longitude = 0] = (match.match(/[+-]?\d+\.\d+/g) ?? []).map(Number);
	const exact = (match.match(/\.\d+/g) ?? []).some((fraction) => fraction.length > 4);
	return exact && Math.abs(latitude) <= 180 && Math.abs(longitude) <= 180;
}

/** Fewer digits are no international number: the shortest countries have three of their own and four after them. */
export const fewestDigits = 7;

/** The first decimal digit outside ASCII (Arabic-Indic). Everything below costs one comparison. */
const firstOtherDigit = 0x0660;

/**
 * Whether a text can hold a phone number at all: seven decimal digits of any script with no ASCII letter or line end
 * among them. One walk over the characters, which most messages do not survive; it never rejects a text that
 * `findPhones` would find something in.
 */
export function mayHoldPhone(text: string): boolean {
	let digits = 0;
	for (let index = 0; index < text.length; index++) {
		const code = text.charCodeAt(index);
		if (code >= 48 && code <= 57) {
			if (++digits === fewestDigits) return true;
		} else if (code >= firstOtherDigit) {
			if (!isSurelyNoDigit(code)) return hasEnoughDigits(text);
		} else if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90) || code === 10) {
			digits = 0;
		}
	}
	return false;
}

/** Typographic marks and the first halves of most emoji: they stand in every other message. */
const isSurelyNoDigit = (code: number) =>
	(code >= 0x2000 && code < 0x3000) ||
	code === 0xd83c ||
	code === 0xd83d ||
	(code >= 0xdc00 && code <= 0xdfff) ||
	code === 0xfe0f;

const digit = /\p{Nd}/gu;

function hasEnoughDigits(text: string): boolean {
	digit.lastIndex = 0;
	for (let digits = 0; digit.test(text); ) if (++digits === fewestDigits) return true;
	return false;
}

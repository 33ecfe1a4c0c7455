/** A text in which every phone number is written with ASCII characters, and the way back to where it stood. */
export type PlainText = {
	text: string;
	/** Where the characters from `start` to `end` stand in the original text (UTF-16 units). */
	originalRange: (start: number, end: number) => { offset: number; length: number };
};

/** Invisible marks (bidi, zero-width, soft hyphen), the two that make a digit a keycap emoji, and no-break joiners. */
const invisible = /\p{Cf}|[\ufe00-\ufe0f]|\u20e3/u;
const space = /\p{Zs}/u;
const dash = /[\p{Pd}\u2043\u2212\u30fc]/u;
const dot = /[\u00b7\u2022\u2024\u2027\u30fb\uff65]/;
/** Of Latin-1, which accented letters are from, only the no-break space, the soft hyphen and the middle dot. */
const mayNeedRewriting = /[^\0-\u00ff]|[\u00a0\u00ad\u00b7]/;

/**
 * Writes decimal digits of every script (`\p{Nd}`) as ASCII, full-width forms, spaces, dashes and dots as the one on
 * the keyboard, and leaves invisible marks out.
 */
export function plainDigits(original: string): PlainText {
	if (!mayNeedRewriting.test(original))
		return { text: original, originalRange: (start, end) => ({ offset: start, length: end - start }) };
	let text = "";
	const starts: number[] = [];
	const ends: number[] = [];
	let place = 0;
	for (const character of original) {
		// One character, or none: what is longer than one unit stays as it is, both halves with the place of the whole.
		const plain = plainCharacter(character);
		text += plain;
		for (let unit = 0; unit < plain.length; unit++) {
			starts.push(place);
			ends.push(place + character.length);
		}
		place += character.length;
	}
	return {
		text,
		originalRange(start, end) {
			const offset = starts[start] ?? place;
			return { offset, length: (ends[end - 1] ?? place) - offset };
		},
	};
}

function plainCharacter(character: string): string {
	const code = character.codePointAt(0) ?? 0;
	if (code < 0x80) return character;
	if (code >= 0xff01 && code <= 0xff5e) return String.fromCharCode(code - 0xfee0);
	const digit = digitValue(code);
	if (digit !== undefined) return String(digit);
	if (invisible.test(character)) return "";
	if (space.test(character)) return " ";
	if (dash.test(character)) return "-";
	if (dot.test(character)) return ".";
	return character === "\ufe62" ? "+" : character;
}

const decimal = /^\p{Nd}$/u;
const isDecimal = (code: number) => decimal.test(String.fromCodePoint(code));

/**
 * The value of a decimal digit. Unicode encodes each set of them in order from zero, so the value is the distance from
 * where the run begins; runs of several sets on end have ten each (Unicode Standard, section 4.6).
 */
function digitValue(code: number): number | undefined {
	if (!isDecimal(code)) return undefined;
	let zero = code;
	while (isDecimal(zero - 1)) zero--;
	return (code - zero) % 10;
}

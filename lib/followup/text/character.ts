/** What a character is for reading: the classes of `characterClass`. */
export const characters = {
	other: 1,
	letter: 2,
	digit: 3,
	money: 4,
	end: 5,
	comma: 6,
	apostrophe: 7,
} as const;
export type CharacterClass = (typeof characters)[keyof typeof characters];

/** By UTF-16 unit; 0 where nobody has asked yet. Halves of emoji are `other`. */
const classes = new Uint8Array(0x10000);

const tests: readonly [RegExp, CharacterClass][] = [
	[/[\p{L}\p{M}]/u, characters.letter],
	[/\p{N}/u, characters.digit],
	[/[€£$¤]/, characters.money],
	[/[.?!;:\n…¿¡]/, characters.end],
	[/[,–—-]/, characters.comma],
	[/['’´`]/, characters.apostrophe],
];

/** The class of the character at `at`. A table, because this is asked of every character of every message. */
export function classAt(text: string, at: number): CharacterClass {
	const code = text.charCodeAt(at);
	const known = classes[code];
	if (known) return known as CharacterClass;
	const character = String.fromCharCode(code);
	const found = tests.find(([test]) => test.test(character))?.[1] ?? characters.other;
	classes[code] = found;
	return found;
}

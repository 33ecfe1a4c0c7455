/** Lower case without accents: "Inês CARVALHO" and "ines carvalho" become the same text. */
export function toSearchText(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{Mark}/gu, "")
		.toLowerCase();
}

/**
 * LIKE patterns, one a word of what was typed, for `search_text LIKE ALL($1)`: every word must occur, in any
 * order. `%`, `_` and `\` count as the characters they are. No word gives no pattern, and that matches every row.
 */
export function toLikePatterns(query: string): string[] {
	const words = toSearchText(query).split(/\s+/).filter(Boolean);
	return words.map((word) => `%${escapeLike(word)}%`);
}

/** The pattern for a part of a phone number, or null when the text is not written like one. */
export function toPhonePattern(query: string): string | null {
	const digits = query.replace(/\D/g, "");
	return /^[\d\s()+./-]+$/.test(query) && digits.length >= 4 ? `%${digits}%` : null;
}

function escapeLike(text: string): string {
	return text.replace(/[\\%_]/g, "\\$&");
}

/** The words of a query as they are compared: without accents, in lower case. */
export const wordsOf = (query: string): string[] => comparedText(query).split(/\s+/).filter(Boolean);

/** Those words, of a number only its digits: it is found however they are grouped, in a text of `comparedNumber`s. */
export const wordsAndDigitsOf = (query: string): string[] =>
	wordsOf(query).map((word) => (/^[+\d().-]+$/.test(word) ? comparedNumber(word) : word));

/** A number as it is compared: its digits. A text without any stays as it is. */
export const comparedNumber = (text: string): string => text.replace(/\D/g, "") || text;

/** Whether a text holds every one of the words, wherever and however accented. */
export function holdsWords(text: string, words: readonly string[]): boolean {
	const searched = comparedText(text);
	return words.every((word) => searched.includes(word));
}

/** A text as it is compared: without accents, in lower case. */
export const comparedText = (text: string): string =>
	text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

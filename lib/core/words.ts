/** The words of a query as they are compared: without accents, in lower case. */
export const wordsOf = (query: string): string[] => plain(query).split(/\s+/).filter(Boolean);

/** Whether a text holds every one of the words, wherever and however accented. */
export function holdsWords(text: string, words: readonly string[]): boolean {
	const searched = plain(text);
	return words.every((word) => searched.includes(word));
}

const plain = (text: string) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

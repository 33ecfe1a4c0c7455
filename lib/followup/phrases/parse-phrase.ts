/** A word, a gap, or one of several sequences; the last may be left out where it is optional. */
export type Part = string | { oneOf: Part[][]; isOptional: boolean };

/** Up to two words of any kind. */
export const gap = "~";

/**
 * Reads a phrase in the notation of `Phrases`. Throws where a bracket isn't closed: phrases are ours, and a test reads
 * all of them.
 */
export function parsePhrase(phrase: string): Part[] {
	const pieces = phrase.match(/[[(\])|]|[^\s[(\])|]+/g) ?? [];
	let at = 0;

	function sequence(): Part[] {
		const parts: Part[] = [];
		for (let piece = pieces[at]; piece !== undefined && !/^[|)\]]$/.test(piece); piece = pieces[at]) {
			at++;
			if (piece === "(") parts.push({ oneOf: alternatives(")"), isOptional: false });
			else if (piece === "[") parts.push({ oneOf: alternatives("]"), isOptional: true });
			else parts.push(piece);
		}
		return parts;
	}

	function alternatives(closing: string): Part[][] {
		const all = [sequence()];
		while (pieces[at] === "|") {
			at++;
			all.push(sequence());
		}
		if (pieces[at] !== closing) throw new Error(`No ${closing} in ${phrase}`);
		at++;
		return all;
	}

	const parts = sequence();
	if (at < pieces.length) throw new Error(`Unexpected ${pieces[at]} in ${phrase}`);
	return withoutOuterGaps(parts);
}

/** What may stand before or behind a phrase is no part of it. */
function withoutOuterGaps(parts: Part[]): Part[] {
	const isWord = (part: Part) => part !== gap;
	const first = parts.findIndex(isWord);
	return first < 0 ? [] : parts.slice(first, parts.findLastIndex(isWord) + 1);
}

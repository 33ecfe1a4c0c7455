import { describe, expect, it } from "vitest";
import { customerPhrases, ourPhrases } from "@/lib/followup/phrases/all-phrases";
import { gap, type Part, parsePhrase } from "@/lib/followup/phrases/parse-phrase";
import { PhraseTree } from "@/lib/followup/phrases/phrase-tree";
import { sentencesOf } from "@/lib/followup/text/tokens";

const everyPhrase = [customerPhrases, ourPhrases].flatMap((all) =>
	Object.values(all).flatMap((lists) => lists.flatMap((list) => Object.values(list).flat())),
);

/** Whether a phrase is found in a text. */
function finds(phrase: string, text: string): boolean {
	const tree = new PhraseTree<true>();
	tree.add(phrase, true);
	return sentencesOf(text).some((sentence) => tree.find(sentence).length > 0);
}

/** One way to say a phrase: of alternatives the first or the last, and options said or left out. */
function oneWay(
	parts: readonly Part[],
	{ isLast, saysOptions }: { isLast: boolean; saysOptions: boolean },
): string[] {
	return parts.flatMap((part) => {
		if (typeof part === "string")
			return part === gap || part === "^" || part === "$" ? [] : [part.replace("*", "ing")];
		if (part.isOptional && !saysOptions) return [];
		return oneWay((isLast ? part.oneOf.at(-1) : part.oneOf[0]) ?? [], { isLast, saysOptions });
	});
}

describe("every phrase", () => {
	it("is written as words are compared", () => {
		const odd = everyPhrase.filter((phrase) => /[^a-z0-9 ()[\]|~*#¤^$<>-]/.test(phrase));
		expect(odd).toEqual([]);
	});

	it("is found in what it says", () => {
		const lost: string[] = [];
		for (const phrase of everyPhrase) {
			const tree = new PhraseTree<true>();
			tree.add(phrase, true);
			for (const isLast of [true, false]) {
				for (const saysOptions of [true, false]) {
					const words = oneWay(parsePhrase(phrase), { isLast, saysOptions });
					const tokens = words.map((word) => ({ word, start: 0, end: 0, afterComma: false }));
					if (tree.find({ tokens }).length === 0) lost.push(`${phrase}: ${words.join(" ")}`);
				}
			}
		}
		expect(lost).toEqual([]);
	});

	it("says more than one short word", () => {
		const vague = everyPhrase.filter((phrase) => /^[a-z]{1,2}$/.test(phrase));
		expect(vague).toEqual([]);
	});
});

describe("a phrase", () => {
	it.each([
		["how (much|many) is [the] desk", "So how many is the desk then", true],
		["how (much|many) is [the] desk", "how much is desk", true],
		["how (much|many) is [the] desk", "how is the desk", false],
		["send ~ quote", "send me a quote", true],
		["send ~ quote", "send quote", true],
		["send ~ quote", "send me a nice quote", false],
		["cotiz* esto", "cotización esto", true],
		["cotiz* esto", "cotízame esto", true],
		["^ price $", "hi. price? thanks", true],
		["^ price $", "the price", false],
		["^ price $", "price list", false],
		["for ¤ #", "for £1,200.50", true],
		["no thanks", "no, thanks", true],
		["no thanks", "no. thanks", false],
		["reserve it", "RESERVE   it!!", true],
		["so expensive", "sooooo expensive", true],
	])("%s in %j: %s", (phrase, text, isFound) => {
		expect(finds(phrase, text)).toBe(isFound);
	});

	it.each([
		["disponible", "disponble", true],
		["disponible", "dispnoible", true],
		["disponible", "disponiible", true],
		["disponible", "dispnble", false],
		["presupuesto", "presupuesta", false],
		["compro", "compra", false],
		["quotation", "rotation", false],
	])("that says %s in %s, with a letter wrong: %s", (phrase, text, isFound) => {
		expect(finds(phrase, text)).toBe(isFound);
	});

	it.each(["(a|b", "a]", "[a", "a | b)"])("that is not closed is refused: %s", (phrase) => {
		expect(() => parsePhrase(phrase)).toThrow(phrase);
	});
});

describe("sentences", () => {
	it("keep where they stand in the text", () => {
		const text = "Hola! ¿Cuánto cuesta? ok";
		expect(sentencesOf(text).map(({ start, end }) => text.slice(start, end).trim())).toEqual([
			"Hola!",
			"Cuánto cuesta?",
			"ok",
		]);
	});

	it("tell a link from one where somebody pays", () => {
		const [sentence] = sentencesOf("https://shop.example.com/a.html?b=1 https://pay.example.com/9");
		expect(sentence?.tokens.map(({ word }) => word)).toEqual(["<link>", "<payment-link>"]);
	});

	it("are the same in composed and decomposed letters", () => {
		const words = (text: string) => sentencesOf(text).flatMap(({ tokens }) => tokens.map(({ word }) => word));
		expect(words("CUÁNTO está".normalize("NFD"))).toEqual(words("cuanto esta"));
	});
});

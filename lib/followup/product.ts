import { nounPhrase } from "./noun-phrase";
import { type Sentence, sentencesOf } from "./text/tokens";

/** A message as products are looked for in it. */
export type ProductText = { text: string; sentences: readonly Sentence[]; isCustomers: boolean };

/** So much of a product's name has to be said. */
const enough = 0.6;
/** Of so many products at most is a word that still tells one from another. */
const mostOfWord = 200;

/**
 * The product that a conversation is about: of the `products` given the one whose name was said most completely, the
 * customer's last words first; without one, the noun of a question for a price, as the customer wrote it. `null` where
 * neither is sure.
 */
export function productOf(texts: readonly ProductText[], products: readonly string[] = []): string | null {
	const newestFirst = [...texts].reverse();
	const customers = newestFirst.filter(({ isCustomers }) => isCustomers);
	if (products.length > 0) {
		const index = indexOf(products);
		for (const { sentences } of [...customers, ...newestFirst.filter(({ isCustomers }) => !isCustomers)]) {
			const named = namedProduct(sentences, index);
			if (named !== null) return named;
		}
	}
	for (const { text, sentences } of customers) {
		for (const sentence of sentences) {
			const noun = nounPhrase(text, sentence);
			if (noun !== null) return noun;
		}
	}
	return null;
}

type Index = { byWord: Map<string, string[]>; words: Map<string, ReadonlySet<string>> };

/** Of the last products that were given: a run gives the same list for every conversation. */
let latest: { products: readonly string[]; index: Index } | null = null;

function indexOf(products: readonly string[]): Index {
	if (latest?.products === products) return latest.index;
	const index: Index = { byWord: new Map(), words: new Map() };
	for (const product of products) {
		const words = nameWords(sentencesOf(product));
		if (words.size === 0 || index.words.has(product)) continue;
		index.words.set(product, words);
		for (const word of words) {
			const known = index.byWord.get(word);
			if (known) known.push(product);
			else index.byWord.set(word, [product]);
		}
	}
	latest = { products, index };
	return index;
}

/** The one product most of whose name is in the message; none where two are named as well. */
function namedProduct(sentences: readonly Sentence[], { byWord, words }: Index): string | null {
	const said = nameWords(sentences);
	const counts = new Map<string, number>();
	for (const word of said) {
		const having = byWord.get(word);
		if (!having || having.length > mostOfWord) continue;
		for (const product of having) counts.set(product, (counts.get(product) ?? 0) + 1);
	}
	let best: { product: string; count: number; share: number } | null = null;
	let isTied = false;
	for (const [product, count] of counts) {
		const share = count / (words.get(product)?.size ?? count);
		if (share < enough) continue;
		const order = best ? count - best.count || share - best.share : 1;
		if (order > 0) {
			best = { product, count, share };
			isTied = false;
		} else if (order === 0) isTied = true;
	}
	return best && !isTied ? best.product : null;
}

const smallWords = new Set(
	"a an the of for with and in on el la los las un una de del con y para en por o os as um uma do da dos das com e no na".split(
		" ",
	),
);

/** The words that make a name, plurals as singulars. */
function nameWords(sentences: readonly Sentence[]): Set<string> {
	const words = new Set<string>();
	for (const { tokens } of sentences) {
		for (const { word } of tokens) {
			if (!smallWords.has(word) && word.length > 1) words.add(singular(word));
		}
	}
	return words;
}

const singular = (word: string) =>
	word.length > 4 && word.endsWith("es")
		? word.slice(0, -2)
		: word.length > 3 && word.endsWith("s")
			? word.slice(0, -1)
			: word;

import { characters, classAt } from "./character";

/** A word, a number or a sign of money, as it is compared, and where it stands in the text. */
export type Token = { word: string; start: number; end: number; afterComma: boolean };

/** A sentence as it is read. `start` and `end` are places in the text that was given. */
export type Sentence = { tokens: Token[]; start: number; end: number; isQuestion: boolean };

/** Of longer texts only so many characters are looked at: nobody asks for a price in the second page of a message. */
export const mostCharacters = 1_000;

/** What every number becomes: phrases ask for a number, never for which. */
export const anyNumber = "#";
/** What every sign of money becomes. */
export const moneySign = "¤";
/** What an address becomes, and one where somebody pays. */
export const anyLink = "<link>";
export const paymentLink = "<payment-link>";

const paysThere =
	/pay|pago|pague|pag[./]|checkout|stripe|bizum|pix|boleto|invoice|fatura|factura|klarna|buy\.|\/cart|carrito|carrinho/i;

/** Splits a text into sentences of compared words. Linear in the length that is looked at. */
export function sentencesOf(text: string): Sentence[] {
	const length = Math.min(text.length, mostCharacters);
	const sentences: Sentence[] = [];
	let tokens: Token[] = [];
	let start = 0;
	let afterComma = false;
	const put = (word: string, from: number, to: number) => {
		tokens.push({ word, start: from, end: to, afterComma });
		afterComma = false;
	};
	let at = 0;
	while (at < length) {
		const from = at++;
		const kind = classAt(text, from);
		if (kind === characters.letter) {
			if (startsLink(text, from)) {
				while (at < length && !/\s/.test(text.charAt(at))) at++;
				put(paysThere.test(text.slice(from, at)) ? paymentLink : anyLink, from, at);
				continue;
			}
			at = endOfWord(text, at, length);
			put(comparedWord(text.slice(from, at)), from, at);
		} else if (kind === characters.digit) {
			at = endOfNumber(text, at, length);
			put(anyNumber, from, at);
		} else if (kind === characters.money) put(moneySign, from, at);
		else if (kind === characters.comma) afterComma = true;
		else if (kind === characters.end) {
			const isQuestion = text[from] === "?";
			if (tokens.length > 0) sentences.push({ tokens, start, end: at, isQuestion });
			else {
				// A second question mark still belongs to the sentence before.
				const last = sentences.at(-1);
				if (last && isQuestion) last.isQuestion = true;
			}
			tokens = [];
			start = at;
			afterComma = false;
		}
	}
	if (tokens.length > 0) sentences.push({ tokens, start, end: length, isQuestion: false });
	return sentences;
}

const startsLink = (text: string, at: number) =>
	text.charCodeAt(at) === 104 && (text.startsWith("https://", at) || text.startsWith("http://", at));

/** Letters, and an apostrophe between two of them ("what's"). */
function endOfWord(text: string, from: number, length: number): number {
	let at = from;
	while (at < length) {
		const kind = classAt(text, at);
		const isInside =
			kind === characters.letter ||
			(kind === characters.apostrophe && at + 1 < length && classAt(text, at + 1) === characters.letter);
		if (!isInside) break;
		at++;
	}
	return at;
}

/** Digits, and a point or comma between two of them. */
function endOfNumber(text: string, from: number, length: number): number {
	let at = from;
	while (at < length) {
		const isDigit = classAt(text, at) === characters.digit;
		const isBetween =
			(text[at] === "." || text[at] === ",") && at + 1 < length && classAt(text, at + 1) === characters.digit;
		if (!isDigit && !isBetween) break;
		at++;
	}
	return at;
}

/** A word as phrases have it: lower case, no accents, no apostrophe, and once what is drawn out ("holaaa"). */
function comparedWord(piece: string): string {
	const known = compared.get(piece);
	if (known !== undefined) return known;
	const word = piece
		.normalize("NFD")
		.replace(/[\p{M}'’´`]/gu, "")
		.toLowerCase()
		.replace(/(.)\1{2,}/gu, "$1");
	if (compared.size >= mostCompared) compared.clear();
	compared.set(piece, word);
	return word;
}

/** Chats repeat their words. Emptied when full, so that it stays small. */
const compared = new Map<string, string>();
const mostCompared = 20_000;

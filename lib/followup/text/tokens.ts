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

const pieces =
	/https?:\/\/[^\s]{1,300}|[\p{L}\p{M}]+(?:['’´`]\p{L}+)?|\p{N}+(?:[.,]\p{N}+)*|[€£$¤%]|[.?!;:\n…¿¡]|[,–—-]/gu;
const sentenceEnd = /^[.?!;:\n…¿¡]$/;
const comma = /^[,–—-]$/;
const startsLikeWord = /^[\p{L}\p{M}]/u;
const money = /^[€£$¤]$/;
const number = /^\p{N}/u;

/** Splits a text into sentences of compared words. Linear in the length that is looked at. */
export function sentencesOf(text: string): Sentence[] {
	const looked = text.length > mostCharacters ? text.slice(0, mostCharacters) : text;
	const sentences: Sentence[] = [];
	let tokens: Token[] = [];
	let start = 0;
	let afterComma = false;
	const close = (end: number, isQuestion: boolean) => {
		if (tokens.length > 0) sentences.push({ tokens, start, end, isQuestion });
		tokens = [];
		start = end;
		afterComma = false;
	};
	for (const match of looked.matchAll(pieces)) {
		const [piece] = match;
		const at = match.index;
		const end = at + piece.length;
		if (sentenceEnd.test(piece)) {
			// A second question mark still belongs to the sentence before.
			const last = sentences.at(-1);
			if (tokens.length === 0 && last && piece === "?") last.isQuestion = true;
			close(end, piece === "?");
		} else if (comma.test(piece)) afterComma = true;
		else {
			tokens.push({ word: comparedWord(piece), start: at, end, afterComma });
			afterComma = false;
		}
	}
	close(looked.length, false);
	return sentences;
}

/** A word as phrases have it: lower case, no accents, no apostrophe, and no letter more than twice in a row. */
function comparedWord(piece: string): string {
	if (number.test(piece)) return anyNumber;
	if (money.test(piece)) return moneySign;
	if (piece.startsWith("http") && piece.includes("://")) return paysThere.test(piece) ? paymentLink : anyLink;
	if (!startsLikeWord.test(piece)) return piece;
	const known = folded.get(piece);
	if (known !== undefined) return known;
	const word = piece
		.normalize("NFD")
		.replace(/[\p{M}'’´`]/gu, "")
		.toLowerCase()
		.replace(/(.)\1{2,}/gu, "$1");
	if (folded.size >= mostFolded) folded.clear();
	folded.set(piece, word);
	return word;
}

/** Chats repeat their words. Emptied when full, so that it stays small. */
const folded = new Map<string, string>();
const mostFolded = 20_000;

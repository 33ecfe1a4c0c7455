import { connectors, numberSigns, otherNouns, phoneNouns, phoneVerbs } from "./label-words";

/** What the words beside a number say it is: a phone, something else (an order, a price, a tax id), or nothing. */
export type Label = "phone" | "other" | null;

/** Characters before and after a number in which its label is looked for. */
const reach = 64;

const anyOf = (parts: readonly string[]) => `(?:${parts.join("|")})`;
const phoneWord = `(?<![\\p{L}\\p{Nd}])${anyOf([...phoneNouns, ...phoneVerbs])}(?!\\p{L})`;
const otherWord = `(?<![\\p{L}\\p{Nd}])${anyOf(otherNouns)}(?!\\p{L})`;
/** *Ref. 600123456*; a dot behind a longer word ends the sentence, and the word is not the number's. */
const abbreviationDot = "(?:(?<=(?<!\\p{L})\\p{L}{1,4})\\.)?";
const between = `${anyOf(connectors)}{0,12}`;
/** *teléfono del pedido*: the first noun is what the number is. */
const ofSomething = `(?: (?:of|del?|do|da) (?:(?:the|my|el|la|mi|o|a|meu) )?${otherWord})?`;

const phoneBefore = new RegExp(`${phoneWord}${ofSomething}\\.?${between}$`, "u");
const otherBefore = new RegExp(`(?:${otherWord}${abbreviationDot}|${anyOf(numberSigns)})${between}$`, "u");
/** *… is my order number*, *… es el número de pedido*. */
const otherAfter = new RegExp(
	`^["')\\]*]* ?(?:is|es|e|eh|was|era|fue|foi) (?:(?:the|my|your|our|el|la|mi|tu|su|o|a|meu|minha|seu) )?` +
		`(?:(?:numero|number|num|n[\\u00ba\\u00b0]|codigo|code|id) (?:(?:of|del?|do|da) (?:(?:the|my|mi|meu) )?)?)?${otherWord}`,
	"u",
);
/** One number after another: *pedidos 600123456, 600123457 y 600123458*. */
const listJoint = /^[ ,;/&]*(?:(?:y|e|o|u|ou|and|or) )?[ ,;#]*$/;

/** What is said of the number at `start` to `end` of a text. The nearest word counts, and only one that labels it. */
export function labelOf(text: string, start: number, end: number): Label {
	const before = fold(text.slice(Math.max(0, start - reach), start));
	if (phoneBefore.test(before)) return "phone";
	if (otherBefore.test(before)) return "other";
	return otherAfter.test(fold(text.slice(end, end + reach))) ? "other" : null;
}

/** Whether the text between two numbers only joins them, so that a label before the first is the second's too. */
export const isListJoint = (between: string): boolean => between.length <= 8 && listJoint.test(fold(between));

/** Whether a word written right against a number says that it is a phone: `Tel612345678`. */
export const isPhoneWord = (word: string): boolean => wholePhoneWord.test(fold(word));
const wholePhoneWord = new RegExp(`^${anyOf(phoneNouns)}$`, "u");

const accented = /[^\0-\x7f]/;

function fold(text: string): string {
	const plain = accented.test(text) ? text.normalize("NFD").replace(/\p{M}/gu, "") : text;
	return plain.toLowerCase();
}

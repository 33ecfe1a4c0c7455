/** Text as the page's elements and attributes hold it, made comparable. Pure, apart from walking elements. */

// Direction marks, isolates and embeddings: invisible, and the page puts them around numbers and names.
const invisible = /[\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff]/g;

/** Without direction marks, every kind of space as one plain space, trimmed. */
export function plainText(text: string): string {
	return text.replace(invisible, "").replace(/\s+/g, " ").trim();
}

/**
 * A name for comparison: plain text in one Unicode form, without the `~` the page puts before the self-chosen
 * name of somebody who is not in the address book. Case counts: `ana` and `Ana` may be two people.
 */
export function nameKey(name: string): string {
	return plainText(name).normalize("NFC").replace(/^~\s*/, "");
}

/**
 * The digits of a text that is, as a whole, a phone number; undefined otherwise. At least 7 digits; whether
 * such a number exists is decided in the background.
 */
export function phoneDigits(text: string): string | undefined {
	const plain = nameKey(text);
	if (plain.length > 40 || !/^\+?[\d\s().\-\u2010-\u2015]+$/.test(plain)) return undefined;
	const digits = plain.replace(/\D/g, "");
	return digits.length >= 7 ? digits : undefined;
}

const skipped = new Set(["svg", "style", "script", "template"]);
const blocks = new Set(["div", "p", "li", "ul", "ol", "pre", "blockquote"]);

/**
 * What a person reads in an element: emoji images by their text, `br` and blocks as line breaks, without the
 * names of drawn icons (an `svg` has a `title`, which `textContent` would include).
 * Both options are selectors: what `leaveOut` finds is skipped with everything in it, and of what `takeOnly` finds, when
 * it is given, only the inside is kept.
 */
export function textOf(
	root: Element,
	{ leaveOut, takeOnly }: { leaveOut?: string; takeOnly?: string } = {},
): string {
	let text = "";
	let breakBefore = false;
	const isTaken = (element: Element) => takeOnly === undefined || element.matches(takeOnly);
	const add = (piece: string) => {
		if (piece === "") return;
		if (breakBefore && text !== "" && !text.endsWith("\n")) text += "\n";
		breakBefore = false;
		text += piece;
	};
	const walk = (parent: Node, taking: boolean) => {
		for (const node of parent.childNodes) {
			if (node.nodeType === 3) {
				if (taking) add(node.nodeValue ?? "");
			} else if (node.nodeType === 1) {
				walkElement(node as Element, taking);
			}
		}
	};
	const walkElement = (element: Element, taking: boolean) => {
		const tag = element.localName;
		if (skipped.has(tag) || (leaveOut && element.matches(leaveOut))) return;
		const inside = taking || isTaken(element);
		const isBlock = blocks.has(tag);
		if (isBlock) breakBefore = true;
		if (inside && tag === "br") add("\n");
		if (inside && tag === "img") {
			add(element.getAttribute("data-plain-text") ?? element.getAttribute("alt") ?? "");
		}
		walk(element, inside);
		if (isBlock) breakBefore = true;
	};
	walk(root, isTaken(root));
	return text;
}

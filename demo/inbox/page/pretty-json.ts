import { el } from "../../chat/page/dom";
import { parseJson } from "../foreign-json";

/** A field's name, a text, or a number or word. */
const token = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)/g;

/** JSON indented, its names and values told apart by colour; any other text as it is. */
export function prettyJson(text: string): (Node | string)[] {
	const value = parseJson(text);
	if (value === undefined) return [text];
	const indented = JSON.stringify(value, null, 2);
	const parts: (Node | string)[] = [];
	let end = 0;
	for (const match of indented.matchAll(token)) {
		const [whole, quoted, colon] = match;
		parts.push(indented.slice(end, match.index));
		if (quoted && colon) parts.push(el("span", { class: "name" }, quoted), colon);
		else parts.push(el("span", { class: quoted ? "text" : "value" }, whole));
		end = match.index + whole.length;
	}
	return [...parts, indented.slice(end)];
}

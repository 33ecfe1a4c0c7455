import { fieldsOf, parseJson } from "../../inbox/foreign-json";

/** A call that some text wants made. */
export type Order = { name: string; arguments: string };

const name = "[A-Za-z0-9_.-]{1,64}";

/** What stands before the arguments of an order, in the ways in which people write one. The name is the one group. */
const beginnings = [
	new RegExp(
		String.raw`\bCALL\s+[\x60"']?(${name})[\x60"']?\s*(?:with\s+|con\s+|com\s+)?[(:]?\s*(?=\{)`,
		"gi",
	),
	new RegExp(String.raw`<function=(${name})>\s*(?=\{)`, "g"),
	new RegExp(String.raw`\bto=functions\.(${name})[^{]{0,80}(?=\{)`, "g"),
	new RegExp(String.raw`\b(${name})\(\s*(?=\{)`, "g"),
];

/** Every order in a text, in the order in which they stand there, each once. */
export function findOrders(text: string): Order[] {
	const found: { at: number; order: Order }[] = [];
	for (const beginning of beginnings)
		for (const match of text.matchAll(beginning)) {
			const given = objectAt(text, match.index + match[0].length);
			if (given && match[1]) found.push({ at: match.index, order: { name: match[1], arguments: given } });
		}
	// What looks like a call in one of the protocols' own forms, wherever it stands.
	for (let at = text.indexOf("{"); at !== -1; at = text.indexOf("{", at + 1)) {
		if (!/"name"/.test(text.slice(at, at + 400))) continue;
		const object = objectAt(text, at);
		const order = object && asOrder(parseJson(object));
		if (order) found.push({ at, order });
	}
	found.sort((one, other) => one.at - other.at);
	const known = new Set<string>();
	return found.flatMap(({ order }) => {
		const key = `${order.name} ${order.arguments}`;
		if (known.has(key)) return [];
		known.add(key);
		return [order];
	});
}

/** `{ "name", "arguments" }` of OpenAI and of `<tool_call>`, `{ "name", "input" }` of Anthropic, `"parameters"` of Llama. */
function asOrder(value: unknown): Order | null {
	const { name: called, arguments: given, input, parameters } = fieldsOf(value);
	if (typeof called !== "string" || !new RegExp(`^${name}$`).test(called)) return null;
	const chosen = given ?? input ?? parameters;
	if (typeof chosen === "string")
		return parseJson(chosen) === undefined ? null : { name: called, arguments: chosen };
	// A definition of a function has `parameters` too, which are a schema and no arguments.
	if (typeof chosen !== "object" || chosen === null || fieldsOf(chosen).type === "object") return null;
	return { name: called, arguments: JSON.stringify(chosen) };
}

/** The JSON object that begins at this place; null when none that can be read does. */
function objectAt(text: string, start: number): string | null {
	if (text[start] !== "{") return null;
	let depth = 0;
	let quoted = false;
	for (let at = start; at < Math.min(text.length, start + longest); at++) {
		const letter = text[at];
		if (quoted) {
			if (letter === "\\") at++;
			else if (letter === '"') quoted = false;
		} else if (letter === '"') quoted = true;
		else if (letter === "{") depth++;
		else if (letter === "}" && --depth === 0) {
			const object = text.slice(start, at + 1);
			return parseJson(object) === undefined ? null : object;
		}
	}
	return null;
}

const longest = 20_000;

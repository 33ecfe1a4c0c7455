import {
	type Completion,
	type CompletionContext,
	type CompletionResult,
	type CompletionSource,
	insertCompletionText,
	pickedCompletion,
} from "@codemirror/autocomplete";
import { syntaxTree } from "@codemirror/language";
import type { EditorState } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";
import type { SyntaxNode } from "@lezer/common";

/** As much of a JSON Schema as completion needs. */
export type JsonSchema = {
	type?: string | string[];
	description?: string;
	properties?: Record<string, JsonSchema>;
	additionalProperties?: JsonSchema | boolean;
	required?: string[];
	items?: JsonSchema;
	enum?: unknown[];
	const?: unknown;
	default?: unknown;
	anyOf?: JsonSchema[];
	oneOf?: JsonSchema[];
};

/** Where the cursor is: in a field's name or in a value, with the path that leads there and what it would replace. */
type Place = {
	kind: "name" | "value";
	path: (string | null)[];
	from: number;
	to: number;
	object?: SyntaxNode;
};

/** Completes field names and values of JSON by a schema, which may depend on what the text says so far. */
export function schemaCompletion(schemaFor: (text: string) => JsonSchema | undefined): CompletionSource {
	return ({ state, pos, explicit }: CompletionContext): CompletionResult | null => {
		const schema = schemaFor(state.doc.toString());
		const place = placeAt(state, pos);
		if (!schema || !place || (!explicit && place.from === place.to)) return null;
		const schemas = place.path.reduce<JsonSchema[]>(stepInto, alternatives(schema));
		const options = place.kind === "name" ? names(state, place, schemas) : values(schemas);
		return options.length > 0 ? { from: place.from, options, validFor: /^"?[\w.$-]*$/ } : null;
	};
}

function names(state: EditorState, { object, to }: Place, schemas: JsonSchema[]): Completion[] {
	const present = new Set(
		(object?.getChildren("Property") ?? [])
			.map((property) => property.getChild("PropertyName"))
			.filter((name): name is SyntaxNode => name !== null && name.to !== to)
			.map((name) => nameOf(state, name)),
	);
	return schemas.flatMap(({ properties = {}, required = [] }) =>
		Object.entries(properties)
			.filter(([name]) => !present.has(name))
			.map(([name, property]) => ({
				label: JSON.stringify(name),
				apply: insertOver(JSON.stringify(name), ": "),
				type: "property",
				detail: [property.type].flat().filter(Boolean).join(" | "),
				info: property.description,
				boost: required.includes(name) ? 1 : 0,
			})),
	);
}

function values(schemas: JsonSchema[]): Completion[] {
	const found = schemas.flatMap((schema) => [
		...(schema.enum ?? []).map((value) => ({ value })),
		...("const" in schema ? [{ value: schema.const, info: schema.description }] : []),
		...("default" in schema ? [{ value: schema.default }] : []),
		...([schema.type].flat().includes("boolean") ? [{ value: true }, { value: false }] : []),
	]);
	const byLabel = new Map(found.map(({ value, ...more }) => [JSON.stringify(value), more]));
	return [...byLabel].map(([label, more]) => ({
		label,
		type: "constant",
		apply: insertOver(label),
		...more,
	}));
}

/**
 * Replaces the whole word or text the cursor is in. What is behind the cursor, such as the quote the editor closes by
 * itself, is no part of what the options are searched for. `behind` is added where the text does not go on with it.
 */
function insertOver(text: string, behind = "") {
	return (view: EditorView, picked: Completion, from: number, to: number) => {
		const { state } = view;
		const rest = state.sliceDoc(from, to).startsWith('"') ? /^[\w.$-]*"?/ : /^\w*/;
		const end = to + (rest.exec(state.sliceDoc(to, to + 200))?.[0].length ?? 0);
		const goesOn = state
			.sliceDoc(end, end + 20)
			.trimStart()
			.startsWith(behind.trim());
		const inserted = behind && !goesOn ? text + behind : text;
		view.dispatch({
			...insertCompletionText(state, inserted, from, end),
			annotations: pickedCompletion.of(picked),
		});
	};
}

/** A schema and those it names as alternatives. */
const alternatives = (schema: JsonSchema): JsonSchema[] => [
	schema,
	...[...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].flatMap(alternatives),
];

/** The schemas of a field, or with null those of a list's items. */
function stepInto(schemas: JsonSchema[], step: string | null): JsonSchema[] {
	return schemas
		.flatMap(({ properties, additionalProperties, items }) => {
			if (step === null) return items ?? [];
			const others = typeof additionalProperties === "object" ? additionalProperties : [];
			return properties?.[step] ?? others;
		})
		.flatMap(alternatives);
}

function placeAt(state: EditorState, pos: number): Place | null {
	const node = syntaxTree(state).resolveInner(pos, -1);
	if (node.name === "PropertyName") {
		const object = node.parent?.parent ?? undefined;
		return { kind: "name", path: object ? pathTo(state, object) : [], from: node.from, to: node.to, object };
	}
	if (["String", "Number", "True", "False", "Null"].includes(node.name))
		return { kind: "value", path: pathTo(state, node), from: node.from, to: node.to };
	const around = ["⚠", "{", "}", "[", "]", ",", ":"].includes(node.name) ? node.parent : node;
	// A word that is no JSON yet, such as the beginning of `true`.
	const from = pos - (/\w*$/.exec(state.sliceDoc(Math.max(0, pos - 100), pos))?.[0].length ?? 0);
	if (around?.name === "Property") return { kind: "value", path: pathTo(state, around, true), from, to: pos };
	if (around?.name === "Object")
		return { kind: "name", path: pathTo(state, around), from, to: pos, object: around };
	return around?.name === "Array"
		? { kind: "value", path: [...pathTo(state, around), null], from, to: pos }
		: null;
}

/** The steps from the root to a node; of a property itself only with `inside`. */
function pathTo(state: EditorState, node: SyntaxNode, inside = false): (string | null)[] {
	const path: (string | null)[] = [];
	for (let at: SyntaxNode | null = node; at; at = at.parent) {
		if (at.name === "Property" && (inside || at !== node)) {
			const name = at.getChild("PropertyName");
			if (name) path.unshift(nameOf(state, name));
		}
		if (at.name === "Array" && at !== node) path.unshift(null);
	}
	return path;
}

function nameOf(state: EditorState, node: SyntaxNode): string {
	return state.sliceDoc(node.from, node.to).replace(/^"|"$/g, "");
}

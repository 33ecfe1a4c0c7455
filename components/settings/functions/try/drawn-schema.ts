import { isObject, type JsonObject } from "@/lib/core/is-object";

/** One field of an object: its name, its schema, and whether it has to be there. */
export type DrawnField = { name: string; schema: unknown; required: boolean };

/** What a form can make of a schema; `json` is whatever it cannot draw. */
export type Drawn =
	| { kind: "text" }
	| { kind: "number"; integer: boolean }
	| { kind: "boolean" }
	| { kind: "choice"; values: unknown[] }
	| { kind: "list"; item: unknown }
	| { kind: "object"; fields: DrawnField[] }
	| { kind: "json" };

/** Deeper, a form is no help any more; a schema that leads to itself has no end. */
const deepest = 4;
const parts = ["allOf", "anyOf", "oneOf", "if", "not", "patternProperties"];

/** How to draw a schema. `root` is where its references lead, `depth` how far inside of it this is. */
export function drawn(given: unknown, root: JsonObject, depth = 0): Drawn {
	const schema = plainSchema(given, root);
	if (!isObject(schema)) return { kind: "json" };
	if (Array.isArray(schema.enum)) return { kind: "choice", values: schema.enum };
	if (Object.hasOwn(schema, "const")) return { kind: "choice", values: [schema.const] };
	if (parts.some((part) => Object.hasOwn(schema, part))) return { kind: "json" };
	switch (typeOf(schema)) {
		case "string":
			return { kind: "text" };
		case "number":
			return { kind: "number", integer: false };
		case "integer":
			return { kind: "number", integer: true };
		case "boolean":
			return { kind: "boolean" };
		case "array":
			if (depth >= deepest || Array.isArray(schema.items) || schema.prefixItems !== undefined)
				return { kind: "json" };
			return isObject(schema.items) ? { kind: "list", item: schema.items } : { kind: "json" };
		case "object": {
			const fields = fieldsOf(schema);
			return depth >= deepest || fields.length === 0 ? { kind: "json" } : { kind: "object", fields };
		}
		default:
			return { kind: "json" };
	}
}

/** The fields of a schema of type object, those that have to be there first. */
export function fieldsOf({ properties, required }: JsonObject): DrawnField[] {
	if (!isObject(properties)) return [];
	const needed: unknown[] = Array.isArray(required) ? required : [];
	return Object.entries(properties)
		.map(([name, schema]) => ({ name, schema, required: needed.includes(name) }))
		.toSorted((one, other) => Number(other.required) - Number(one.required));
}

/** What is told of a schema, for people. */
export function descriptionOf(schema: unknown, root: JsonObject): string | undefined {
	for (const one of [schema, plainSchema(schema, root)])
		if (isObject(one) && typeof one.description === "string" && one.description) return one.description;
	return undefined;
}

/** What a new item of a list starts with. */
export function startOf(schema: unknown, root: JsonObject): unknown {
	const one = drawn(schema, root);
	switch (one.kind) {
		case "text":
			return "";
		case "number":
			return 0;
		case "boolean":
			return false;
		case "choice":
			return one.values[0];
		case "list":
			return [];
		case "object":
			return {};
		case "json":
			return null;
	}
}

/** The schema a reference leads to; of one that may be null, the other. */
function plainSchema(schema: unknown, root: JsonObject, steps = 0): unknown {
	if (!isObject(schema) || steps > 8) return schema;
	if (typeof schema.$ref === "string") return plainSchema(referred(schema.$ref, root), root, steps + 1);
	for (const list of [schema.anyOf, schema.oneOf]) {
		if (!Array.isArray(list)) continue;
		const others = list.filter((one) => !(isObject(one) && one.type === "null"));
		if (others.length === 1 && list.length === 2) return plainSchema(others[0], root, steps + 1);
	}
	return schema;
}

function referred(reference: string, root: JsonObject): unknown {
	if (!reference.startsWith("#/")) return undefined;
	let value: unknown = root;
	for (const step of reference.slice(2).split("/")) {
		const name = decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
		value = isObject(value) && Object.hasOwn(value, name) ? value[name] : undefined;
	}
	return value;
}

function typeOf({ type }: JsonObject): unknown {
	if (!Array.isArray(type)) return type;
	const others = type.filter((one) => one !== "null");
	return others.length === 1 ? others[0] : undefined;
}

import { isObject } from "@/lib/core/is-object";

/** The keywords strict mode knows; any other makes the server refuse the whole request. */
const known = new Set([
	...["type", "description", "title", "enum", "const", "anyOf", "$ref", "$defs", "definitions"],
	...["properties", "required", "additionalProperties", "items", "minItems", "maxItems"],
	...["pattern", "format", "multipleOf", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"],
]);
const formats = ["date-time", "time", "date", "duration", "email", "hostname", "ipv4", "ipv6", "uuid"];
const deepest = 10;
const mostProperties = 5_000;

/**
 * Whether a function's parameters can be sent with `strict: true`, as they are: every property is required and
 * `additionalProperties` is false, in every object, and nothing stands in it that strict mode does not know. The rules
 * are those of OpenAI (platform.openai.com/docs/guides/structured-outputs, "Supported schemas"). A schema is never
 * rewritten to fit: an argument that was optional would be asked for.
 */
export function allowsStrict(parameters: Record<string, unknown>): boolean {
	let properties = 0;
	const fits = (schema: unknown, depth: number): boolean => {
		if (!isObject(schema) || depth > deepest) return false;
		if (Object.keys(schema).some((keyword) => !known.has(keyword))) return false;
		if (schema.format !== undefined && !formats.includes(String(schema.format))) return false;
		const children = [
			...values(schema.properties),
			...values(schema.$defs),
			...values(schema.definitions),
			...(Array.isArray(schema.anyOf) ? schema.anyOf : []),
			...(schema.items === undefined ? [] : [schema.items]),
		];
		return objectIsClosed(schema) && children.every((child) => fits(child, depth + 1));
	};
	const objectIsClosed = (schema: Record<string, unknown>): boolean => {
		const isOne = [schema.type].flat().includes("object") || schema.properties !== undefined;
		if (!isOne) return true;
		const names = Object.keys(isObject(schema.properties) ? schema.properties : {});
		const required = Array.isArray(schema.required) ? schema.required : [];
		properties += names.length;
		return (
			schema.additionalProperties === false &&
			properties <= mostProperties &&
			names.every((name) => required.includes(name))
		);
	};
	return parameters.anyOf === undefined && fits(parameters, 0);
}

const values = (part: unknown): unknown[] => (isObject(part) ? Object.values(part) : []);

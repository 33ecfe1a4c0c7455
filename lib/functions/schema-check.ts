import { isObject } from "@/lib/core/is-object";

/** What is wrong with a JSON Schema, and where in it. */
export type SchemaProblem = { path: (string | number)[]; message: string };

/** A schema is sent to the model with every question: a larger one would cost more than it explains. */
export const longestSchema = 64 * 1024;
const deepest = 32;

const typeNames = ["string", "number", "integer", "boolean", "object", "array", "null"];

type Check = (value: unknown, path: SchemaProblem["path"], depth: number) => SchemaProblem[];

const problem = (path: SchemaProblem["path"], message: string): SchemaProblem[] => [{ path, message }];
const expect =
	(fits: (value: unknown) => boolean, message: string): Check =>
	(value, path) =>
		fits(value) ? [] : problem(path, message);

const text = expect((value) => typeof value === "string", "This has to be text.");
const flag = expect((value) => typeof value === "boolean", "This has to be true or false.");
const number = expect((value) => typeof value === "number", "This has to be a number.");
const count = expect(
	(value) => Number.isInteger(value) && Number(value) >= 0,
	"This has to be a whole number, 0 or more.",
);
const positive = expect(
	(value) => typeof value === "number" && value > 0,
	"This has to be a number above 0.",
);
const names = expect(
	(value) => Array.isArray(value) && value.every((name) => typeof name === "string"),
	"This has to be a list of field names.",
);

const schema: Check = (value, path, depth) => {
	if (typeof value === "boolean") return [];
	if (!isObject(value)) return problem(path, "This has to be a JSON Schema, which is an object.");
	if (depth > deepest) return problem(path, `A schema may be ${deepest} levels deep.`);
	return Object.entries(value).flatMap(([keyword, part]) =>
		// A keyword may be called as what every object has, such as `toString`.
		Object.hasOwn(keywords, keyword) ? (keywords[keyword]?.(part, [...path, keyword], depth + 1) ?? []) : [],
	);
};
const schemas: Check = (value, path, depth) =>
	Array.isArray(value) && value.length > 0
		? value.flatMap((part, index) => schema(part, [...path, index], depth))
		: problem(path, "This has to be a list of schemas, at least one.");
const schemasByName: Check = (value, path, depth) =>
	isObject(value)
		? Object.entries(value).flatMap(([name, part]) => schema(part, [...path, name], depth))
		: problem(path, "This has to be an object with a schema for each name.");
const items: Check = (value, path, depth) =>
	// A list of schemas is how drafts up to 2019-09 write prefixItems.
	Array.isArray(value) ? schemas(value, path, depth) : schema(value, path, depth);

const type: Check = (value, path) => {
	const wrong = [value].flat().filter((name) => !typeNames.includes(name as string));
	return wrong.length > 0 || [value].flat().length === 0
		? problem(path, `A type is one of ${typeNames.join(", ")}.`)
		: [];
};
const pattern: Check = (value, path) => {
	try {
		if (typeof value === "string") new RegExp(value, "u");
		return text(value, path, 0);
	} catch {
		return problem(path, "This is no valid regular expression.");
	}
};
const reference = expect(
	(value) => typeof value === "string" && value.startsWith("#"),
	'A reference has to stay inside this schema: it begins with "#".',
);

/** The keywords of drafts 7 and 2020-12 by what they take. Others are annotations, and may be anything. */
const keywords: Record<string, Check> = {
	type,
	pattern,
	$ref: reference,
	$dynamicRef: reference,
	...Object.fromEntries(
		["title", "description", "format", "$comment", "$id", "$schema", "$anchor"].map((name) => [name, text]),
	),
	...Object.fromEntries(["uniqueItems", "readOnly", "writeOnly", "deprecated"].map((name) => [name, flag])),
	...Object.fromEntries(
		["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"].map((name) => [name, number]),
	),
	multipleOf: positive,
	...Object.fromEntries(
		[
			"minLength",
			"maxLength",
			"minItems",
			"maxItems",
			"minProperties",
			"maxProperties",
			"minContains",
			"maxContains",
		].map((name) => [name, count]),
	),
	required: names,
	enum: expect(
		(value) => Array.isArray(value) && value.length > 0,
		"This has to be a list of the allowed values.",
	),
	items,
	...Object.fromEntries(["allOf", "anyOf", "oneOf", "prefixItems"].map((name) => [name, schemas])),
	...Object.fromEntries(
		["properties", "patternProperties", "$defs", "definitions", "dependentSchemas"].map((name) => [
			name,
			schemasByName,
		]),
	),
	...Object.fromEntries(
		[
			"additionalProperties",
			"additionalItems",
			"unevaluatedProperties",
			"unevaluatedItems",
			"contains",
			"propertyNames",
			"not",
			"if",
			"then",
			"else",
		].map((name) => [name, schema]),
	),
};

/**
 * What is wrong with the parameters of a function (docs/contract.md, section 5): they have to be a JSON Schema, draft 7
 * or 2020-12, of type object. Checked by hand, keyword by keyword: a meta-schema's validator says less and is larger.
 */
export function parameterProblems(parameters: Record<string, unknown>): SchemaProblem[] {
	if (JSON.stringify(parameters).length > longestSchema)
		return problem([], `The schema is too long: at most ${longestSchema} characters are taken.`);
	const root =
		parameters.type === "object" ? [] : problem(["type"], 'The parameters have to be of "type": "object".');
	return [
		...root,
		...schema(parameters, [], 0).filter(({ path }) => root.length === 0 || path[0] !== "type"),
	];
}

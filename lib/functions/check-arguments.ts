import { format, type OutputUnit, type Schema, type SchemaDraft, Validator } from "@cfworker/json-schema";
import { errorText } from "@/lib/core/error-text";
import { isObject, type JsonObject } from "@/lib/core/is-object";
import { type ArgumentProblem, pointerTo } from "./argument-problem";
import { patternFormat, withBoundedPatterns } from "./patterns/bounded-patterns";
import { TooManySteps } from "./patterns/match-pattern";

/** More help nobody. */
const mostProblems = 20;

/**
 * What is wrong with arguments, by a JSON Schema of type object; empty when nothing is. The validator is an interpreter:
 * an extension page may compile no code. Names the schema tells nothing of are refused unless it allows them itself, by
 * `additionalProperties` or `unevaluatedProperties`.
 */
export function checkArguments(parameters: JsonObject, given: JsonObject): ArgumentProblem[] {
	let formats = {};
	try {
		const bounded = withBoundedPatterns(parameters, given);
		formats = Object.assign(format, bounded.formats) && bounded.formats;
		const schema = prepared(bounded.schema);
		const { valid, errors } = new Validator(schema, draftOf(parameters), false).validate(given);
		if (valid) return [];
		const problems = problemsOf(errors).slice(0, mostProblems);
		return problems.length > 0
			? problems
			: [{ pointer: "", message: "The arguments do not fit the parameters." }];
	} catch (error) {
		if (error instanceof TooManySteps)
			return [{ pointer: "", message: "The arguments are too long for the patterns they have to fit." }];
		// A reference that leads nowhere, or in a circle.
		const [detail = ""] = errorText(error).split(/\n| {2}/);
		return [{ pointer: "", message: `The function's parameters cannot be evaluated: ${detail}` }];
	} finally {
		for (const name of Object.keys(formats)) delete (format as Record<string, unknown>)[name];
	}
}

/**
 * Draft 7 where the schema says so itself, 2020-12 otherwise. To the validator they differ in one thing: what stands
 * beside a `$ref` counts in 2020-12 and is ignored in draft 7. Who wrote it meant it, and generators of today write for
 * 2020-12 without saying so.
 */
function draftOf({ $schema }: JsonObject): SchemaDraft {
	return typeof $schema === "string" && /draft-0[4-7]/.test($schema) ? "7" : "2020-12";
}

/**
 * A copy, because the validator writes into its schema and settings are frozen. The root closed, and its `$ref` taken
 * in among others, so that no draft ignores what stands beside it. With one resource, as here, `$dynamicRef` leads where
 * `$ref` does, and only that one is known to the validator.
 */
function prepared(parameters: JsonObject): Schema {
	const text = JSON.stringify(parameters);
	const copy = JSON.parse(text, (_, value: unknown) => (isObject(value) ? withPlainReference(value) : value));
	const { $ref, allOf, ...root } = copy as Schema;
	const all = [...(Array.isArray(allOf) ? allOf : []), ...($ref === undefined ? [] : [{ $ref }])];
	const isOpen = root.additionalProperties !== undefined || root.unevaluatedProperties !== undefined;
	return { ...root, ...(all.length > 0 && { allOf: all }), ...(!isOpen && { unevaluatedProperties: false }) };
}

function withPlainReference(schema: JsonObject): JsonObject {
	const { $dynamicRef, $dynamicAnchor, ...others } = schema;
	if (typeof $dynamicRef !== "string" && typeof $dynamicAnchor !== "string") return schema;
	return {
		...(typeof $dynamicRef === "string" && { $ref: $dynamicRef }),
		...(typeof $dynamicAnchor === "string" && { $anchor: $dynamicAnchor }),
		...others,
	};
}

/** Keywords whose error only says that a part did not fit; the part says why. */
const carriers = new Set([
	"properties",
	"patternProperties",
	"items",
	"prefixItems",
	"additionalItems",
	"unevaluatedItems",
	"propertyNames",
	"allOf",
	"$ref",
	"$recursiveRef",
	"if",
	"dependentSchemas",
]);

/** What the validator says, in sentences. What an alternative lacks is no problem: that none fits is. */
function problemsOf(errors: readonly OutputUnit[]): ArgumentProblem[] {
	const problems = new Map<string, ArgumentProblem>();
	for (const unit of errors) {
		if (/\/(anyOf|oneOf)\/\d+\//.test(unit.keywordLocation)) continue;
		if (carriers.has(unit.keyword) || unit.keyword === "false") continue;
		const problem = problemOf(unit);
		problems.set(`${problem.pointer} ${problem.message}`, problem);
	}
	const all = [...problems.values()];
	// A field that does not fit counts as one the schema tells nothing of.
	return all.filter(
		(one) =>
			!isUnknownName(one) ||
			!all.some(
				(other) =>
					other.pointer.startsWith(`${one.pointer}/`) ||
					(other.pointer === one.pointer && !isUnknownName(other)),
			),
	);
}

const unknownName = "There is no argument of this name.";
const isUnknownName = ({ rule }: ArgumentProblem) => rule === "unknown";

const choice = (pointer: string, before: string, wanted: string): ArgumentProblem => ({
	pointer,
	message: `This has to be ${before}${wanted}.`,
	rule: "choice",
	wanted,
});

function problemOf({ keyword, instanceLocation, error }: OutputUnit): ArgumentProblem {
	const pointer = instanceLocation.replace(/^#/, "");
	if (keyword === "format" && error.includes(`"${patternFormat}`))
		return { pointer, message: "The text does not match its pattern." };
	const [, quoted = ""] = /"(.*)"/.exec(error) ?? [];
	const below = `${pointer}${pointerTo(quoted)}`;
	switch (keyword) {
		case "anyOf":
			return { pointer, message: "This fits none of the forms that are allowed here." };
		case "oneOf":
			return { pointer, message: "This has to fit exactly one of the forms that are allowed here." };
		case "not":
			return { pointer, message: "This is what is not allowed here." };
		case "enum":
			return choice(pointer, "one of ", error.replace(/^Instance does not match any of (.*)\.$/, "$1"));
		case "const":
			return choice(pointer, "", error.replace(/^Instance does not match (.*)\.$/, "$1"));
		case "required":
			return { pointer: below, message: "This argument is missing.", rule: "missing" };
		case "additionalProperties":
		case "unevaluatedProperties":
			return { pointer: below, message: unknownName, rule: "unknown" };
		case "type": {
			const [, found, wanted = ""] =
				/^Instance type "(.*)" is invalid\. Expected "(.*)"\.$/.exec(error) ?? [];
			const types = wanted.replaceAll('", "', " or ");
			const message = `This has to be of type ${types}, not ${found}.`;
			return { pointer, message, rule: "type", wanted: types };
		}
		default:
			return {
				pointer,
				message: error
					.replace(/^Instance/, "It")
					.replace(/^String/, "The text")
					.replace(/^Array/, "The list"),
			};
	}
}

import { isObject, type JsonObject } from "@/lib/core/is-object";
import { compilePattern, type Program } from "./compile-pattern";
import { matchPattern, type Steps } from "./match-pattern";
import { holdsByName, holdsValues } from "./schema-parts";

/** About a second; arguments for which it is too little are refused. Enough for a plain pattern and the longest text. */
const mostSteps = 4_000_000;
/** Of names of fields, in characters: the browser compiles no longer list of them. */
const longestNames = 20_000;

/** A schema without patterns, and the formats that stand for them. */
export type BoundedSchema = { schema: JsonObject; formats: Record<string, (text: string) => boolean> };

/** Begins the names of those formats. */
export const patternFormat = "pattern:";

/**
 * A schema that says the same of `given` and has no pattern of its own: the browser's matching can take longer than
 * anybody lives (`^(a+)+$`). A pattern of texts becomes a format, one of names a list of the names it fits. Throws where
 * a pattern cannot be matched in a bounded time; so do the formats.
 */
export function withBoundedPatterns(schema: JsonObject, given: JsonObject): BoundedSchema {
	const steps: Steps = { left: mostSteps };
	const formats: BoundedSchema["formats"] = {};
	let names: string[] | undefined;
	let number = 0;

	function formatOf(pattern: string): string {
		const program = programOf(pattern);
		const format = `${patternFormat}${number++}`;
		formats[format] = (text) => matchPattern(program, text, steps);
		return format;
	}

	/** The end tells two patterns apart that fit the same names. */
	function listOf(pattern: string): string {
		const program = programOf(pattern);
		names ??= namesIn(given);
		const fitting = names.filter((name) => matchPattern(program, name, steps)).map(escaped);
		return `^(?:${fitting.length > 0 ? fitting.join("|") : "(?!)"})$(?:){${number++}}`;
	}

	function schemaOf(value: unknown): unknown {
		if (Array.isArray(value)) return value.map(schemaOf);
		if (!isObject(value)) return value;
		const { pattern, ...others } = value;
		const parts = Object.fromEntries(
			Object.entries(others).map(([keyword, part]) => [keyword, partOf(keyword, part)]),
		);
		if (typeof pattern !== "string") return { ...parts, ...(pattern !== undefined && { pattern }) };
		const format = { format: formatOf(pattern) };
		return { ...parts, allOf: [...(Array.isArray(parts.allOf) ? parts.allOf : []), format] };
	}

	function partOf(keyword: string, part: unknown): unknown {
		if (holdsValues.has(keyword)) return part;
		if (!holdsByName.has(keyword) || !isObject(part)) return schemaOf(part);
		const isPattern = keyword === "patternProperties";
		return Object.fromEntries(
			Object.entries(part).map(([name, inner]) => [isPattern ? listOf(name) : name, schemaOf(inner)]),
		);
	}

	return { schema: schemaOf(schema) as JsonObject, formats };
}

const refusals = {
	"refers-back": "refers back to what it found, and that cannot be checked in a bounded time",
	"changes-flags": "sets flags for a part of it, which is not supported",
	"too-large": "is too large",
} as const;

function programOf(pattern: string): Program {
	// Throws the browser's own error where it is none.
	new RegExp(pattern, "u");
	const program = compilePattern(pattern);
	if (program.ok) return program.value;
	throw new Error(`The pattern ${pattern} ${refusals[program.failure.reason]}.`);
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&");

/** The name of every field. */
function namesIn(given: JsonObject): string[] {
	const names = new Set<string>();
	const waiting: unknown[] = [given];
	while (waiting.length > 0) {
		const value = waiting.pop();
		if (typeof value !== "object" || value === null) continue;
		if (!Array.isArray(value)) for (const name of Object.keys(value)) names.add(name);
		waiting.push(...Object.values(value));
	}
	const all = [...names];
	if (all.join("|").length > longestNames)
		throw new Error("The arguments' names are too long to be checked.");
	return all;
}

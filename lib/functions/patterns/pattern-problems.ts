import { isObject } from "@/lib/core/is-object";
import type { SchemaProblem } from "../schema-check";
import { holdsByName, holdsValues } from "./schema-parts";

/**
 * Patterns of a function's parameters that are valid and will not be checked, because nobody can say how long that takes
 * (lib/functions/patterns/read-pattern.ts): told when the function is written, before a call is refused for them.
 */
export function patternProblems(schema: unknown, path: SchemaProblem["path"] = []): SchemaProblem[] {
	if (Array.isArray(schema)) return schema.flatMap((part, index) => patternProblems(part, [...path, index]));
	if (!isObject(schema)) return [];
	return Object.entries(schema).flatMap(([keyword, part]) => {
		const place = [...path, keyword];
		if (keyword === "pattern" && typeof part === "string") return problemOf(part, place);
		if (holdsValues.has(keyword)) return [];
		if (!holdsByName.has(keyword) || !isObject(part)) return patternProblems(part, place);
		return Object.entries(part).flatMap(([name, inner]) => [
			...(keyword === "patternProperties" ? problemOf(name, [...place, name]) : []),
			...patternProblems(inner, [...place, name]),
		]);
	});
}

function problemOf(pattern: string, path: SchemaProblem["path"]): SchemaProblem[] {
	const bare = pattern.replace(/\\\\|\[(?:\\.|[^\]\\])*\]/g, "");
	if (/\\(?:[1-9]|k)/.test(bare))
		return [{ path, message: "A pattern may not refer back to what it found: that can take forever." }];
	return /\(\?[ims-]/.test(bare) ? [{ path, message: "A pattern may not set flags for a part of it." }] : [];
}

import { isObject } from "@/lib/core/is-object";
import type { SourcePath } from "@/lib/mapping/assignment";
import { valueAt } from "@/lib/mapping/value-at";
import { isTextList, isThingList } from "./answer-fields";

/**
 * The path that fills a field when somebody points at `path` of an `answer`: for a list the one that it leads into, for
 * one value of a list of values its first. Undefined when a field cannot be filled from there.
 */
export function fittingPath(field: string, path: SourcePath, answer: unknown): SourcePath | undefined {
	const value = valueAt(answer, path);
	if (isThingList(field)) return Array.isArray(value) ? path : listAround(path);
	if (isObject(value)) return undefined;
	if (isTextList(field)) {
		if (Array.isArray(value)) return value.some(isObject) ? undefined : path;
		return typeof path.at(-1) === "number" ? path.slice(0, -1) : path;
	}
	if (!Array.isArray(value)) return path;
	const [first] = value;
	return first === undefined || isObject(first) || Array.isArray(first) ? undefined : [...path, 0];
}

function listAround(path: SourcePath): SourcePath | undefined {
	const place = path.findLastIndex((step) => typeof step === "number");
	return place < 1 ? undefined : path.slice(0, place);
}

import type { ModelFunction } from "@/lib/assistant/model";
import { isObject, type JsonObject } from "@/lib/core/is-object";
import type { CustomFunction } from "./definition";

/** A function as a model is told of it: without its fixed arguments, and without where it is called. */
export function modelFunctionOf(definition: CustomFunction): ModelFunction {
	const { name, description } = definition;
	return { name, description, parameters: chosenParameters(definition) };
}

/** The schema of the arguments that are chosen: without those that are fixed. */
export function chosenParameters({
	parameters,
	fixed,
}: Pick<CustomFunction, "parameters" | "fixed">): JsonObject {
	const names = new Set(Object.keys(fixed ?? {}));
	return names.size === 0 ? parameters : (withoutNames(parameters, names) as JsonObject);
}

/** Schemas that say something of the same object, not of a field of it. */
const lists = ["allOf", "anyOf", "oneOf"];
const branches = ["if", "then", "else"];

function withoutNames(schema: unknown, names: ReadonlySet<string>): unknown {
	if (!isObject(schema)) return schema;
	const kept = ([name]: [string, unknown]) => !names.has(name);
	const entries = Object.entries(schema).map(([keyword, part]): [string, unknown] => {
		if (keyword === "properties" && isObject(part))
			return [keyword, Object.fromEntries(Object.entries(part).filter(kept))];
		if (keyword === "required" && Array.isArray(part))
			return [keyword, part.filter((name) => !names.has(name))];
		if (keyword === "dependentRequired" && isObject(part))
			return [
				keyword,
				Object.fromEntries(
					Object.entries(part)
						.filter(kept)
						.map(([name, needed]) => [
							name,
							Array.isArray(needed) ? needed.filter((one) => !names.has(one)) : needed,
						]),
				),
			];
		if (lists.includes(keyword) && Array.isArray(part))
			return [keyword, part.map((one) => withoutNames(one, names))];
		return [keyword, branches.includes(keyword) ? withoutNames(part, names) : part];
	});
	return Object.fromEntries(entries);
}

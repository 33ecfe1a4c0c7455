import { isObject } from "@/lib/core/is-object";
import { placeholdersIn } from "./definition";

/** The names that stand in the path of an address: without a value for each there is nothing to call. */
export const pathNames = (endpoint: unknown): string[] =>
	typeof endpoint === "string" ? placeholdersIn(endpoint.split(/[?#]/)[0] ?? "") : [];

/** A function as it is written, whatever it holds. */
type Written = Record<string, unknown>;

/** What was written, with the parameters required that have just come to stand in the path. Once: a person may undo it. */
export function requiringPathNames(before: Written, after: Written): Written {
	const { parameters } = after;
	if (!isObject(parameters)) return after;
	const required: unknown[] = Array.isArray(parameters.required) ? parameters.required : [];
	const known = parametersInPath(before);
	const added = parametersInPath(after).filter((name) => !known.includes(name) && !required.includes(name));
	return added.length === 0
		? after
		: { ...after, parameters: { ...parameters, required: [...required, ...added] } };
}

function parametersInPath({ endpoint, parameters }: Written): string[] {
	const properties = isObject(parameters) && isObject(parameters.properties) ? parameters.properties : {};
	return pathNames(endpoint).filter((name) => Object.hasOwn(properties, name));
}

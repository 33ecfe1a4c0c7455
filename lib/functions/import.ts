import { isObject, type JsonObject } from "@/lib/core/is-object";
import type { z } from "@/lib/core/schema";
import { type CustomFunction, customFunctionSchema, type FunctionProblem } from "./definition";
import { patternProblems } from "./patterns/pattern-problems";

/** One function of an import: as it will be stored, or as far as it was understood, with what is wrong. */
export type ReadFunction =
	| { ok: true; definition: CustomFunction }
	| { ok: false; draft: Record<string, unknown>; issues: z.core.$ZodIssue[] };

/**
 * Reads functions in every documented form (docs/contract.md, section 5): as stored, OpenAI's wrapper, the older form
 * with the endpoint among the parameters, a list of these, or an object with such a list as `tools` or `functions`.
 * Paths of issues lead through the definition as it is stored. Two of the same name are refused.
 */
export function readFunctions(input: unknown): ReadFunction[] {
	const seen = new Set<unknown>();
	return listFunctions(input).map((one) => {
		const draft = asStored(one);
		const parsed = customFunctionSchema.safeParse(draft);
		const issues: z.core.$ZodIssue[] = parsed.error?.issues ?? [];
		if (isObject(draft) && typeof draft.name === "string" && seen.has(draft.name))
			issues.push({
				code: "custom",
				path: ["name"],
				input: draft.name,
				message: `There are two functions of the name "${draft.name}".`,
				params: { reason: "name-twice" } satisfies FunctionProblem,
			});
		if (isObject(draft)) seen.add(draft.name);
		// Not asked of what is stored: a function must not become unreadable by it.
		for (const { path, message } of parsed.success ? patternProblems(parsed.data.parameters) : [])
			issues.push({ code: "custom", path: ["parameters", ...path], input: undefined, message });
		return parsed.success && issues.length === 0
			? { ok: true, definition: parsed.data }
			: { ok: false, draft: isObject(draft) ? draft : {}, issues };
	});
}

/** The functions of an import one by one, each as it came. */
export function listFunctions(input: unknown): unknown[] {
	if (Array.isArray(input)) return input;
	if (isObject(input))
		for (const list of [input.tools, input.functions]) if (Array.isArray(list)) return list;
	return [input];
}

/** Where a function is to be called. */
export type FunctionAddress = { endpoint: string; method: string };

/** Whether a function as it came does not say where to call, as OpenAI's tools do not. */
export function lacksAddress(given: unknown): boolean {
	const draft = asStored(given);
	return isObject(draft) && draft.endpoint === undefined;
}

/** A function as it came, with the address it did not have. */
export const withAddress = (given: unknown, address: FunctionAddress): unknown =>
	isObject(given) && address.endpoint !== "" ? { ...given, ...address } : given;

/** The address of one function of many that are called at one place: its name stands for `{name}`, or at the end. */
export function addressAt({ endpoint, method }: FunctionAddress, given: unknown): FunctionAddress {
	const draft = asStored(given);
	const name = isObject(draft) && typeof draft.name === "string" ? draft.name : "";
	const place = endpoint.trim();
	if (place === "" || place.includes("{name}")) return { endpoint: place.replaceAll("{name}", name), method };
	return { endpoint: `${place.replace(/\/+$/, "")}/${name}`, method };
}

function asStored(input: unknown): unknown {
	if (!isObject(input)) return input;
	return withoutOldEndpoint(withoutWrapper(input));
}

/** `{ type: "function", function: { … } }`, or the same without the inner object. `strict` is the model's business. */
function withoutWrapper(input: JsonObject): JsonObject {
	if (input.type !== "function") return input;
	const { type: _, function: inner, ...outer } = input;
	const { strict: __, ...definition } = { ...(isObject(inner) ? inner : {}), ...outer };
	return definition;
}

/** The older form names where to call in `parameters.properties.endpoint`: `{ url, method, format, auth }`. */
function withoutOldEndpoint(input: JsonObject): JsonObject {
	const { parameters } = input;
	if (!isObject(parameters) || !isObject(parameters.properties)) return input;
	const { endpoint, ...properties } = parameters.properties;
	if (!isObject(endpoint) || typeof endpoint.url !== "string") return input;
	const { required } = parameters;
	return {
		...input,
		endpoint: input.endpoint ?? endpoint.url,
		...(endpoint.method !== undefined && { method: upperCase(endpoint.method) }),
		...(endpoint.auth !== undefined && { auth: endpoint.auth }),
		parameters: {
			...parameters,
			properties,
			...(Array.isArray(required) && { required: required.filter((name) => name !== "endpoint") }),
		},
	};
}

const upperCase = (value: unknown) => (typeof value === "string" ? value.toUpperCase() : value);

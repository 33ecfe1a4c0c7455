import { isObject } from "@/lib/core/is-object";
import { masked } from "./auth-field";
import { isSecretText } from "./secret-name";
import { keepUrl, maskUrl, withoutMaskedQuery } from "./secret-url";

type Texts = Readonly<Record<string, string>>;

/**
 * What of a request may hold a secret under a name that says so, beside its credentials: its address, which is called
 * `endpoint` of a function, fixed headers and query entries, its JSON body, and the fixed arguments of a function.
 */
export type WithTexts = {
	url?: string;
	endpoint?: string;
	headers?: Texts;
	query?: Texts;
	body?: unknown;
	fixed?: unknown;
};

/** A request whose texts may hold secrets, and those after it. */
export type WithSteps = WithTexts & { steps?: readonly (WithTexts & { url: string })[] };

const addresses = ["url", "endpoint"] as const;
const values = ["headers", "query", "body", "fixed"] as const;

/** A request with the texts masked whose name says that they are a secret. A placeholder alone holds none. */
export const maskTexts = <T extends WithSteps>(request: T): T =>
	mapTexts(
		request,
		(url) => maskUrl(url),
		(value) => mapFields(value, (name, text) => (isSecretText(name, text) ? masked : text)),
		(step) => maskTexts(step),
	);

/**
 * The request with the stored texts in the place of masked ones; `missing` is told the name of each that is not stored.
 * A step's are those of the stored step at the same address, or in the same place.
 */
export const keepTexts = <T extends WithSteps>(
	request: T,
	stored: WithSteps | undefined,
	missing: (name: string) => void,
): T =>
	mapTexts(
		request,
		(url, field) => keepUrl(url, stored?.[field], missing),
		(value, field) => keepFields(value, stored?.[field], missing),
		(step, index) =>
			keepTexts(
				step,
				stored?.steps?.find(({ url }) => maskUrl(url) === maskUrl(step.url)) ?? stored?.steps?.[index],
				missing,
			),
	);

/** The request without its masked texts. A body and arguments keep the names, which something may need, with nothing. */
export const withoutMaskedTexts = <T extends WithSteps>(request: T): T =>
	mapTexts(
		request,
		withoutMaskedQuery,
		(value, field) =>
			field === "headers" || field === "query"
				? Object.fromEntries(Object.entries(value as Texts).filter(([, text]) => text !== masked))
				: mapFields(value, (_, text) => (text === masked ? "" : text)),
		(step) => withoutMaskedTexts(step),
	);

function mapTexts<T extends WithSteps>(
	request: T,
	address: (url: string, field: (typeof addresses)[number]) => string,
	value: (value: unknown, field: (typeof values)[number]) => unknown,
	step: (step: WithTexts & { url: string }, index: number) => unknown,
): T {
	// Of the settings some are a text and no request.
	if (!isObject(request)) return request;
	const changed: Record<string, unknown> = {};
	for (const field of addresses) {
		const url: unknown = request[field];
		if (typeof url === "string") changed[field] = address(url, field);
	}
	for (const field of values) if (request[field] !== undefined) changed[field] = value(request[field], field);
	if (request.steps) changed.steps = request.steps.map(step);
	return { ...request, ...changed };
}

/** Changes every text that has a name, however deep. */
function mapFields(value: unknown, change: (name: string, text: string) => string, name = ""): unknown {
	if (typeof value === "string") return name === "" ? value : change(name, value);
	if (Array.isArray(value)) return value.map((one) => mapFields(one, change, name));
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([field, inner]) => [field, mapFields(inner, change, field)]),
	);
}

function keepFields(value: unknown, stored: unknown, missing: (name: string) => void, name = ""): unknown {
	if (value === masked && name !== "") {
		if (typeof stored === "string") return stored;
		missing(name);
		return value;
	}
	if (Array.isArray(value)) {
		const known: unknown[] = Array.isArray(stored) ? stored : [];
		return value.map((one, index) => keepFields(one, known[index], missing, name));
	}
	if (!isObject(value)) return value;
	return Object.fromEntries(
		Object.entries(value).map(([field, inner]) => [
			field,
			keepFields(
				inner,
				isObject(stored) && Object.hasOwn(stored, field) ? stored[field] : undefined,
				missing,
				field,
			),
		]),
	);
}

import { isObject } from "@/lib/core/is-object";

/**
 * The parameters of a call that may stand in braces: `{phone_digits}` is the phone without its `+`, `{phone_national}`
 * without its country code too.
 */
export const placeholderNames = [
	"phone",
	"phone_digits",
	"phone_national",
	"query",
	"customer_id",
	"limit",
] as const;
export type PlaceholderName = (typeof placeholderNames)[number];

/** What the placeholders of a request stand for; undefined where there is nothing. */
export type FindValue = (name: string) => unknown;

/** A value to send, and whether one of the placeholders in it stands for nothing. */
export type Filled<T> = { value: T; lacks: boolean };

/** In a URL every brace is a placeholder's. */
const inUrl = /\{([^{}]*)\}/g;
/** Elsewhere braces may mean something else, as in GraphQL: only a single word in them is a name. */
const inText = /\{([A-Za-z_][^{}\s]*)\}/g;
const fromAnswer = /^(?:answer|answers\.\d+)(?:\.[^.]+)*$/;

/** The names in braces of a URL. */
export const namesInUrl = (url: string): string[] => [...url.matchAll(inUrl)].map(([, name = ""]) => name);

/** The names in braces of any other text. */
export const namesInText = (text: string): string[] =>
	[...text.matchAll(inText)].map(([, name = ""]) => name);

/** Whether there is a placeholder of that name. Only a step has answers before it. */
export const isPlaceholder = (name: string, hasAnswers: boolean): boolean =>
	(placeholderNames as readonly string[]).includes(name) || (hasAnswers && isOfAnswer(name));

/** Whether a placeholder is filled from an answer before it: `answer.customer.id`, `answers.0.results.0.id`. */
export const isOfAnswer = (name: string): boolean => fromAnswer.test(name);

/** A text that stands for a credential of the endpoint, `{auth.password}`: the credential's name. */
export const credentialIn = (text: string): string | undefined => /^\{auth\.([^{}\s]+)\}$/.exec(text)?.[1];

/** The texts of a JSON value, names of fields left out. */
export function textsIn(value: unknown): string[] {
	if (typeof value === "string") return [value];
	if (Array.isArray(value)) return value.flatMap(textsIn);
	return isObject(value) ? Object.values(value).flatMap(textsIn) : [];
}

/** A value of an answer by its dotted path; undefined when it is not there, null, an empty text or an empty list. */
export function valueAt(answers: readonly unknown[], name: string): unknown {
	const [first, ...path] = name.split(".");
	let value: unknown = first === "answer" ? answers.at(-1) : answers;
	for (const step of path)
		value =
			typeof value === "object" && value !== null && Object.hasOwn(value, step)
				? (value as Record<string, unknown>)[step]
				: undefined;
	return isNothing(value) ? undefined : value;
}

const isNothing = (value: unknown): boolean =>
	value === undefined || value === null || value === "" || (Array.isArray(value) && value.length === 0);

/**
 * A URL with its placeholders filled in, URL-encoded, so that no value can end its place. An entry of the query whose
 * value is not there is left out; elsewhere nothing stands in its place.
 */
export function fillUrl(url: string, find: FindValue): string {
	const [path = "", ...behind] = url.split("#")[0]?.split("?") ?? [];
	const filled = (text: string) =>
		text.replace(inUrl, (_, name: string) => encodeURIComponent(asText(find(name))));
	const hasAll = (entry: string) => namesInUrl(entry).every((name) => !isNothing(find(name)));
	const query = behind.join("?").split("&").filter(hasAll).map(filled).join("&");
	return query === "" ? filled(path) : `${filled(path)}?${query}`;
}

/** A text with its placeholders filled in; braces around anything else stay as they are. */
export function fillText(text: string, find: FindValue, hasAnswers: boolean): Filled<string> {
	let lacks = false;
	const value = text.replace(inText, (whole, name: string) => {
		if (!isPlaceholder(name, hasAnswers)) return whole;
		const filled = find(name);
		lacks ||= isNothing(filled);
		return asText(filled);
	});
	return { value, lacks };
}

/** A JSON value with the placeholders in its texts filled in. A text that is one placeholder becomes its value: a number. */
export function fillJson(value: unknown, find: FindValue, hasAnswers: boolean): unknown {
	if (Array.isArray(value)) return value.map((item) => fillJson(item, find, hasAnswers));
	if (isObject(value))
		return Object.fromEntries(
			Object.entries(value).map(([name, inner]) => [name, fillJson(inner, find, hasAnswers)]),
		);
	if (typeof value !== "string") return value;
	const [name] = namesInText(value);
	if (name !== undefined && value === `{${name}}` && isPlaceholder(name, hasAnswers)) return find(name) ?? "";
	return fillText(value, find, hasAnswers).value;
}

/** Several values in one text are separated by commas, as APIs take a list of ids. */
function asText(value: unknown): string {
	if (value === undefined || value === null) return "";
	if (Array.isArray(value) && !value.some(isObject)) return value.map(asText).join(",");
	return typeof value === "object" ? JSON.stringify(value) : String(value);
}

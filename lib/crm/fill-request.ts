import type { HttpRequest } from "@/lib/core/http";
import { isObject } from "@/lib/core/is-object";
import { authFieldProblem } from "./auth-field";
import { authenticate, setHeader } from "./authenticate";
import type { Auth, Endpoint } from "./endpoint";
import {
	credentialIn,
	type FindValue,
	fillJson,
	fillText,
	fillUrl,
	namesInText,
	namesInUrl,
	textsIn,
} from "./placeholders";
import type { Parameters } from "./request";

/** What a request is made of; texts may hold placeholders. */
export type Template = Pick<Endpoint, "url" | "method" | "query" | "headers" | "body">;
/** Where the values come from, and whether there are answers among them. */
type Filling = { find: FindValue; hasAnswers: boolean; timeoutMs: number };

/** The names in braces anywhere in a request. */
export const namesIn = (template: Template): string[] => [
	...namesInUrl(template.url),
	...textsOf(template).flatMap(namesInText),
];

const textsOf = ({ query = {}, headers = {}, body }: Template): string[] => [
	...Object.values(query),
	...Object.values(headers),
	...textsIn(body),
];

/**
 * A request with its placeholders filled in and its credentials added. `parameters` go into the query of a GET and the
 * body of a POST that has none of its own.
 */
export function fillRequest(
	template: Template,
	auth: Auth | undefined,
	parameters: Parameters,
	{ find, hasAnswers, timeoutMs }: Filling,
): HttpRequest {
	const url = new URL(fillUrl(template.url, find));
	const headers: Record<string, string> = { Accept: "application/json" };
	for (const [name, text] of Object.entries(template.query ?? {})) {
		const { value, lacks } = fillText(text, find, hasAnswers);
		if (!lacks) url.searchParams.append(name, value);
	}
	const body = bodyOf(template, parameters, auth, (value) => fillJson(value, find, hasAnswers));
	if (template.method === "GET") appendAll(url, parameters);
	else if (body !== undefined) headers["Content-Type"] = "application/json";
	for (const [name, text] of Object.entries(template.headers ?? {}))
		setHeader(headers, name, sendable(fillText(text, find, hasAnswers).value));
	if (auth) authenticate(auth, url, headers);
	return { url: url.href, method: template.method, headers, body, timeoutMs };
}

function bodyOf(
	{ method, body }: Template,
	parameters: Parameters,
	auth: Auth | undefined,
	fill: (value: unknown) => unknown,
): string | undefined {
	if (method === "GET") return undefined;
	const credentials: Record<string, string> = auth?.type === "body" ? auth.fields : {};
	if (body !== undefined) {
		const filled = fillBody(body, credentials, fill);
		const placed = textsIn(body).map(credentialIn);
		const beside = Object.entries(credentials).filter(([name]) => !placed.includes(name));
		return JSON.stringify(isObject(filled) ? { ...filled, ...Object.fromEntries(beside) } : filled);
	}
	const fields = { ...parameters, ...credentials };
	return Object.values(fields).some((value) => value !== undefined) ? JSON.stringify(fields) : undefined;
}

/** A body with its texts filled in; where one stands for a credential, with that as it is. */
function fillBody(
	body: unknown,
	credentials: Readonly<Record<string, string>>,
	fill: (value: unknown) => unknown,
): unknown {
	if (Array.isArray(body)) return body.map((item) => fillBody(item, credentials, fill));
	if (isObject(body))
		return Object.fromEntries(
			Object.entries(body).map(([name, inner]) => [name, fillBody(inner, credentials, fill)]),
		);
	const name = typeof body === "string" ? credentialIn(body) : undefined;
	return name !== undefined && name in credentials ? credentials[name] : fill(body);
}

function appendAll(url: URL, parameters: Parameters): void {
	for (const [name, value] of Object.entries(parameters))
		for (const one of typeof value === "object" ? value : [value])
			if (one !== undefined) url.searchParams.append(name, String(one));
}

/** What was filled in may hold what a header cannot carry. */
const sendable = (value: string): string =>
	authFieldProblem("header", "x", value) === null ? value : encodeURIComponent(value);

import type { HttpRequest } from "@/lib/core/http";
import type { JsonObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import { authenticate, maskAuth, readableMask } from "@/lib/crm/authenticate";
import { maxTimeoutMs } from "@/lib/crm/endpoint-type";
import { fillUrl } from "@/lib/crm/placeholders";
import { type ArgumentProblem, pointerTo } from "./argument-problem";
import { type CustomFunction, placeholdersIn, sendsBody } from "./definition";

/** Why a function cannot be called with these arguments. */
export type RequestFailure =
	| { reason: "arguments-invalid"; problems: ArgumentProblem[] }
	| { reason: "phone-unknown" };

/** The arguments of a call: what the model chose, and what the user fixed. Never a name in both. */
export type CallArguments = { chosen: JsonObject; fixed: JsonObject };

/**
 * The fixed arguments of a function as they are sent. `phone` is that of the conversation, E.164; without it a function
 * that needs it cannot be called.
 */
export function fixedArguments(
	{ fixed = {} }: CustomFunction,
	phone: string | undefined,
): Result<JsonObject, { reason: "phone-unknown" }> {
	const needsPhone = Object.values(fixed).some((value) => typeof value === "object");
	if (needsPhone && phone === undefined) return fail({ reason: "phone-unknown" });
	return ok(
		Object.fromEntries(
			Object.entries(fixed).map(([name, value]) => [name, typeof value === "object" ? phone : value]),
		),
	);
}

/**
 * The HTTP request of a call (docs/contract.md, section 5). An argument that stands in the address is not sent a second
 * time; no argument takes the place of one the address has already, of a fixed one or of a credential, and none leaves
 * its place in the path.
 */
export function buildFunctionRequest(
	definition: CustomFunction,
	{ chosen, fixed }: CallArguments,
): Result<HttpRequest, RequestFailure> {
	const { endpoint, method, auth } = definition;
	const all: JsonObject = { ...chosen, ...fixed };
	const find = (name: string) => (Object.hasOwn(all, name) ? wellFormed(all[name]) : undefined);
	const placed = new Set(placeholdersIn(endpoint));
	const problems = [
		...pathProblems(endpoint, find),
		...Object.keys(chosen)
			.filter((name) => !placed.has(name) && !sendsBody(method) && hasQuery(endpoint, name))
			.map((name) => ({
				pointer: pointerTo(name),
				message: `"${name}" is part of the function's address and cannot be chosen.`,
				rule: "fixed" as const,
			})),
	];
	if (problems.length > 0) return fail({ reason: "arguments-invalid", problems });

	const url = new URL(fillUrl(endpoint, find));
	const headers: Record<string, string> = { Accept: "application/json, */*;q=0.5" };
	const sent = Object.entries(all).filter(([name]) => !placed.has(name));
	let body: string | undefined;
	if (sendsBody(method)) {
		const credentials = auth?.type === "body" ? auth.fields : {};
		body = JSON.stringify({ ...Object.fromEntries(sent), ...credentials });
		headers["Content-Type"] = "application/json";
	} else for (const [name, value] of sent) appendTo(url, name, value);
	if (auth) authenticate(auth, url, headers);
	return ok({ url: url.href, method, headers, ...(body !== undefined && { body }), timeoutMs: maxTimeoutMs });
}

/** The same request for people to read, with every secret masked. */
export function maskedFunctionRequest(
	definition: CustomFunction,
	given: CallArguments,
): Result<HttpRequest, RequestFailure> {
	const { auth } = definition;
	const built = buildFunctionRequest({ ...definition, ...(auth && { auth: maskAuth(auth) }) }, given);
	return built.ok ? ok(readableMask(auth, built.value)) : built;
}

/** A list repeats its name; an object is sent as JSON; null is not sent. */
function appendTo(url: URL, name: string, value: unknown): void {
	for (const one of Array.isArray(value) ? value : [value])
		if (one !== null && one !== undefined)
			url.searchParams.append(name, typeof one === "object" ? JSON.stringify(one) : String(one));
}

/** What an argument would do to the path: leave nothing where something has to be, or lead to another place of it. */
function pathProblems(endpoint: string, find: (name: string) => unknown): ArgumentProblem[] {
	const [path = ""] = endpoint.split(/[?#]/);
	return path.split(/[/\\]/).flatMap((segment): ArgumentProblem[] => {
		const names = placeholdersIn(segment);
		const empty = names
			.filter((name) => fillUrl(`{${name}}`, find) === "")
			.map(
				(name): ArgumentProblem => ({
					pointer: pointerTo(name),
					message: "This argument is needed for the address, and cannot be empty.",
					rule: "missing",
				}),
			);
		if (names.length === 0 || empty.length > 0) return empty;
		const filled = fillUrl(segment, find).replace(/%2e/gi, ".");
		// Some servers, nginx among them, unpack `%2F` before they follow the dots of a path.
		return filled.split(/%2f|%5c/i).some((part) => part === "." || part === "..")
			? names.map((name) => ({
					pointer: pointerTo(name),
					message: "This argument stands in the address, and would lead to another place.",
					rule: "place" as const,
				}))
			: [];
	});
}

function hasQuery(endpoint: string, name: string): boolean {
	const [, query = ""] = (endpoint.split("#")[0] ?? "").split(/\?(.*)/s);
	return new URLSearchParams(query).has(name);
}

/** Half a surrogate pair cannot stand in a URL. */
function wellFormed(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(wellFormed);
	return typeof value === "string" ? value.replace(/\p{Surrogate}/gu, "\ufffd") : value;
}

import type { HttpRequest } from "@/lib/core/http";
import { masked } from "./auth-field";
import type { Auth, Endpoint } from "./endpoint";
import { defaultTimeoutMs } from "./endpoint-type";

/** Parameters of a call by name. An absent value is left out; an array repeats its name in a query. */
export type Parameters = Record<string, string | number | readonly string[] | undefined>;

/** What the panel asks a customer endpoint for, by phone (E.164), by the id of a linked customer, or both. */
export type CustomerQuery = { phone?: string; relatedPhones: readonly string[]; customerId?: string };

/** The parameters of `sidePanel_CustomerInfo`, docs/contract.md, section 2. A `token` is an auth field of that name. */
export function customerParameters(query: CustomerQuery): Parameters {
	return {
		phone: query.phone,
		relatedphones: query.relatedPhones.length > 0 ? query.relatedPhones : undefined,
		customer_id: query.customerId,
	};
}

/**
 * The HTTP request for one call: GET sends parameters in the query, POST as a JSON body. The endpoint's URL must
 * already be valid (`endpointSchema`).
 */
export function buildRequest(endpoint: Endpoint, parameters: Parameters): HttpRequest {
	const url = new URL(endpoint.url);
	url.hash = "";
	const headers: Record<string, string> = { Accept: "application/json" };
	const present = Object.entries(parameters).filter(
		(entry): entry is [string, string | number | string[]] => entry[1] !== undefined,
	);
	let body: string | undefined;
	if (endpoint.method === "GET") {
		for (const [name, value] of present)
			for (const one of Array.isArray(value) ? value : [value]) url.searchParams.append(name, String(one));
	} else {
		headers["Content-Type"] = "application/json";
		const authFields = endpoint.auth?.type === "body" ? endpoint.auth.fields : {};
		body = JSON.stringify({ ...Object.fromEntries(present), ...authFields });
	}
	if (endpoint.auth) authenticate(endpoint.auth, url, headers);
	return {
		url: url.href,
		method: endpoint.method,
		headers,
		body,
		timeoutMs: endpoint.timeout_ms ?? defaultTimeoutMs,
	};
}

function authenticate(auth: Auth, url: URL, headers: Record<string, string>) {
	if (auth.type === "header") Object.assign(headers, auth.fields);
	if (auth.type === "query")
		for (const [name, value] of Object.entries(auth.fields)) url.searchParams.set(name, value);
	if (auth.type === "basic") {
		// UTF-8 as RFC 7617 recommends; btoa alone takes only Latin-1.
		const bytes = new TextEncoder().encode(`${auth.fields.username}:${auth.fields.password}`);
		headers.Authorization = `Basic ${btoa(String.fromCharCode(...bytes))}`;
	}
}

/** Masks the values of an auth for people and tools to read: names stay, secrets do not. */
export function maskAuth(auth: Auth): Auth {
	return {
		type: auth.type,
		fields: Object.fromEntries(
			Object.entries(auth.fields).map(([name, value]) => [
				name,
				auth.type === "basic" && name === "username" ? value : masked,
			]),
		),
	};
}

/** The same request as it was sent, with every secret of the endpoint masked. */
export function maskedRequest(endpoint: Endpoint, parameters: Parameters): HttpRequest {
	const request = buildRequest(
		endpoint.auth ? { ...endpoint, auth: maskAuth(endpoint.auth) } : endpoint,
		parameters,
	);
	if (endpoint.auth?.type === "basic") request.headers.Authorization = `Basic ${masked}`;
	return { ...request, url: request.url.replaceAll(encodeURIComponent(masked), masked) };
}

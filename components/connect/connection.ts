import { originOf } from "@/lib/core/origin-of";
import { type AuthType, masked } from "@/lib/crm/auth-field";
import type { Auth, Endpoint } from "@/lib/crm/endpoint";

/** One header, query parameter or body field that signs in. */
export type AuthFieldValue = { name: string; value: string };

/** The connection form's values. Fields of each kind of auth are kept apart, so that trying one loses nothing. */
export type Connection = {
	url: string;
	method: Endpoint["method"];
	authType: AuthType | "none";
	/** Header, body or query fields. */
	fields: AuthFieldValue[];
	username: string;
	password: string;
	/** As typed; empty for the default. */
	timeoutS: string;
	cacheTtlS: string;
	/** Fixed entries by name. */
	query: Record<string, string>;
	headers: Record<string, string>;
	/** JSON as typed; empty for none. */
	body: string;
	steps: string;
	/** Empty for none. */
	mapping: string;
};

export const emptyConnection: Connection = {
	url: "",
	method: "POST",
	authType: "none",
	fields: [{ name: "", value: "" }],
	username: "",
	password: "",
	timeoutS: "",
	cacheTtlS: "",
	query: {},
	headers: {},
	body: "",
	steps: "",
	mapping: "",
};

/** The name most servers expect, offered when a kind of auth is chosen. */
export const usualFieldName: Record<Exclude<AuthType, "basic">, string> = {
	header: "Authorization",
	body: "token",
	query: "token",
};

/** What is known of a connection already set; its secrets are masked, and stay as they are while they are. */
export function connectionOf(endpoint: Endpoint): Connection {
	const { url, method, auth, timeout_ms, cache_ttl_s, query, headers, body, steps, mapping } = endpoint;
	const fields = Object.entries(auth?.fields ?? {}).map(([name, value]) => ({ name, value }));
	const basic = auth?.type === "basic";
	return {
		url,
		method,
		authType: auth?.type ?? "none",
		fields: auth && !basic && fields.length > 0 ? fields : emptyConnection.fields,
		username: (basic && auth.fields.username) || "",
		password: (basic && auth.fields.password) || "",
		timeoutS: timeout_ms === undefined ? "" : String(timeout_ms / 1000),
		cacheTtlS: cache_ttl_s === undefined ? "" : String(cache_ttl_s),
		query: query ?? {},
		headers: headers ?? {},
		body: jsonAsTyped(body),
		steps: jsonAsTyped(steps),
		mapping: mapping ?? "",
	};
}

const jsonAsTyped = (value: unknown): string => (value === undefined ? "" : JSON.stringify(value, null, 2));

const isTyped = (text: string): boolean => text.trim() !== "";

/** The endpoint a form describes. Its JSON must be JSON. A body that was typed waits while the method is GET. */
export function endpointOf(type: Endpoint["type"], values: Connection): Endpoint {
	const auth = authOf(values);
	return {
		type,
		url: values.url.trim(),
		method: values.method,
		...(auth && { auth }),
		...(Object.keys(values.query).length > 0 && { query: values.query }),
		...(Object.keys(values.headers).length > 0 && { headers: values.headers }),
		...(values.method === "POST" && isTyped(values.body) && { body: JSON.parse(values.body) }),
		...(isTyped(values.steps) && { steps: JSON.parse(values.steps) }),
		...(isTyped(values.mapping) && { mapping: values.mapping }),
		...(isTyped(values.timeoutS) && { timeout_ms: Math.round(Number(values.timeoutS) * 1000) }),
		...(isTyped(values.cacheTtlS) && { cache_ttl_s: Number(values.cacheTtlS) }),
	};
}

function authOf({ authType, fields, username, password }: Connection): Auth | undefined {
	if (authType === "none") return undefined;
	if (authType === "basic") return { type: "basic", fields: { username, password } };
	return {
		type: authType,
		fields: Object.fromEntries(fields.map(({ name, value }) => [name.trim(), value])),
	};
}

/** Whether a stored secret would have to follow to another server, which it never does. */
export function leavesServer(
	values: Connection,
	current: Endpoint | undefined,
	others: readonly Endpoint[] = [],
): boolean {
	const keeps =
		values.authType === "basic"
			? values.password === masked
			: values.authType !== "none" && values.fields.some(({ value }) => value === masked);
	if (!keeps) return false;
	const server = originOf(values.url);
	return [current, ...others].every(
		(one) => one?.auth?.type !== values.authType || server === undefined || originOf(one.url) !== server,
	);
}

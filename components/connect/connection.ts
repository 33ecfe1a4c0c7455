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
};

/** The name most servers expect, offered when a kind of auth is chosen. */
export const usualFieldName: Record<Exclude<AuthType, "basic">, string> = {
	header: "Authorization",
	body: "token",
	query: "token",
};

/** What is known of a connection already set; its secrets are masked, and stay as they are while they are. */
export function connectionOf({ url, method, auth, timeout_ms, cache_ttl_s }: Endpoint): Connection {
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
	};
}

/** The endpoint a form describes. */
export function endpointOf(type: Endpoint["type"], values: Connection): Endpoint {
	const auth = authOf(values);
	return {
		type,
		url: values.url.trim(),
		method: values.method,
		...(auth && { auth }),
		...(values.timeoutS.trim() !== "" && { timeout_ms: Math.round(Number(values.timeoutS) * 1000) }),
		...(values.cacheTtlS.trim() !== "" && { cache_ttl_s: Number(values.cacheTtlS) }),
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
export function leavesServer(values: Connection, current: Endpoint | undefined): boolean {
	const keeps =
		values.authType === "basic"
			? values.password === masked
			: values.authType !== "none" && values.fields.some(({ value }) => value === masked);
	if (!keeps) return false;
	if (!current || current.auth?.type !== values.authType) return true;
	return !URL.canParse(values.url) || new URL(values.url).origin !== new URL(current.url).origin;
}

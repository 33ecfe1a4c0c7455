import type { AuthType } from "@/lib/crm/auth-field";
import type { Endpoint } from "@/lib/crm/endpoint";

/** The connection form's values. Fields of each kind of auth are kept apart, so that trying one loses nothing. */
export type Connection = {
	url: string;
	method: Endpoint["method"];
	authType: AuthType | "none";
	/** Header, body or query field. */
	fieldName: string;
	fieldValue: string;
	username: string;
	password: string;
};

export const emptyConnection: Connection = {
	url: "",
	method: "POST",
	authType: "none",
	fieldName: "",
	fieldValue: "",
	username: "",
	password: "",
};

/** The name most servers expect, offered when a kind of auth is chosen. */
export const usualFieldName: Record<Exclude<AuthType, "basic">, string> = {
	header: "Authorization",
	body: "token",
	query: "token",
};

/** What is known of a connection already set; its secrets never reach the form. */
export function connectionOf({ url, method, auth }: Endpoint): Connection {
	const fieldName = auth && auth.type !== "basic" ? (Object.keys(auth.fields)[0] ?? "") : "";
	return {
		...emptyConnection,
		url,
		method,
		authType: auth?.type ?? "none",
		fieldName,
		username: auth?.fields.username ?? "",
	};
}

/** The endpoint a form describes. */
export function endpointOf(values: Connection): Endpoint {
	return {
		type: "sidePanel_CustomerInfo",
		url: values.url.trim(),
		method: values.method,
		...(values.authType === "basic" && {
			auth: { type: "basic", fields: { username: values.username, password: values.password } },
		}),
		...(values.authType !== "basic" &&
			values.authType !== "none" && {
				auth: { type: values.authType, fields: { [values.fieldName.trim()]: values.fieldValue } },
			}),
	};
}

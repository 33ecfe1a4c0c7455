/** Where credentials go: request headers, HTTP basic, the JSON body, or the query. */
export const authTypes = ["header", "basic", "body", "query"] as const;
export type AuthType = (typeof authTypes)[number];

/** Why a name and value cannot be sent as credentials. */
export type AuthFieldProblem =
	| "no-name"
	| "invalid-header-name"
	| "forbidden-header"
	| "invalid-header-value";

/** What stands in the place of a secret, in what is read as well as in what is written back (lib/settings/secrets). */
export const masked = "••••••";

/** RFC 9110, section 5.6.2. */
const token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/;
/** Set by the browser itself and silently dropped from a request (Fetch standard, forbidden request headers). */
const forbiddenHeader =
	/^(accept-(charset|encoding)|access-control-request-.*|connection|content-length|(set-)?cookie2?|date|dnt|expect|host|keep-alive|origin|referer|te|trailer|transfer-encoding|upgrade|user-agent|via|(proxy|sec)-.*)$/i;
/** Fetch sends header values as Latin-1 and refuses control characters. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters a header cannot carry
const unsendable = /[\u0000-\u001f\u007f]|[^\u0000-\u00ff]/;

/** Checks one field of an auth; null when it can be sent. */
export function authFieldProblem(type: AuthType, name: string, value: string): AuthFieldProblem | null {
	if (name.trim() === "") return "no-name";
	if (type !== "header") return null;
	if (!token.test(name)) return "invalid-header-name";
	if (forbiddenHeader.test(name)) return "forbidden-header";
	return value !== masked && unsendable.test(value) ? "invalid-header-value" : null;
}

/** The same in a sentence for tool answers; the interface has its own words in each language. */
export function authFieldSentence(type: AuthType, name: string, value: string): string | null {
	switch (authFieldProblem(type, name, value)) {
		case "no-name":
			return "A field needs a name.";
		case "invalid-header-name":
			return `"${name}" is not a valid header name.`;
		case "forbidden-header":
			return `The browser does not let an extension set the header "${name}".`;
		case "invalid-header-value":
			return `The value of "${name}" holds a character a header cannot carry.`;
		case null:
			return null;
	}
}

import { type EgressEntry, plainPath } from "./entry";

/** What a call is told by in the log. */
type LoggedCall = Pick<EgressEntry, "method" | "host" | "path">;

/** Braces of a placeholder, as a URL writes them. */
const placeholder = /%7B[^/]*?%7D/gi;

/**
 * Tells the logged calls of an endpoint, or of one of its steps, from others under its name: another URL or method is
 * another endpoint, as for its health. The URL may hold placeholders, in whose place anything was sent.
 */
export function createCallMatcher({
	url,
	method,
}: {
	url: string;
	method: string;
}): (call: LoggedCall) => boolean {
	const { host, pathname } = new URL(url);
	const parts = pathname.split("/").map(matcherOf);
	return (call) => {
		const logged = call.path.split("/");
		return (
			call.method === method &&
			call.host === host &&
			logged.length === parts.length &&
			parts.every((fits, index) => fits(logged[index] ?? ""))
		);
	};
}

function matcherOf(part: string): (logged: string) => boolean {
	const fixed = part.split(placeholder);
	if (fixed.length === 1) return (logged) => logged === plainPath(part);
	const [before = ""] = fixed;
	const after = fixed.at(-1) ?? "";
	// What looks like a value was left out of the log as a whole.
	return (logged) => logged === plainPath("000000") || (logged.startsWith(before) && logged.endsWith(after));
}

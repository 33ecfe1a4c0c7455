import { fail, ok, type Result } from "@/lib/core/result";
import type { CrmFailure, UrlDefect } from "./failure";

/**
 * Reads the URL of an endpoint. Accepted: `https` anywhere, `http` to local hosts only, because a customer's data
 * and the credentials would otherwise travel in the clear. Refused: other schemes, credentials inside the URL.
 */
export function readEndpointUrl(text: string): Result<URL, CrmFailure> {
	const invalid = (detail: UrlDefect) => fail({ reason: "invalid-url", detail, url: text } as const);
	let url: URL;
	try {
		url = new URL(text.trim());
	} catch {
		return invalid(/^[a-z][a-z0-9+.-]*:/i.test(text.trim()) ? "malformed" : "no-scheme");
	}
	// `crm.example.com:8080/…` parses as a URL whose scheme is the host.
	if (/^[a-z0-9.-]+\.[a-z]+:\d*(\/|$)|^localhost:/i.test(text.trim())) return invalid("no-scheme");
	// A placeholder can stand in the path and the query; here it would decide who gets the data.
	if (/[{}]/.test(url.host)) return invalid("placeholder-in-host");
	if (url.protocol !== "https:" && url.protocol !== "http:") return invalid("unsupported-scheme");
	if (url.username || url.password) {
		// The failure is shown and logged, so the password must not be in it.
		url.username = url.password = "";
		return fail({ reason: "invalid-url", detail: "credentials", url: url.href });
	}
	if (url.protocol === "http:" && !isLocalHost(url.hostname))
		return fail({ reason: "insecure-url", host: url.hostname });
	url.hash = "";
	return ok(url);
}

/** Names that never leave the office network: RFC 6761 (localhost), 6762 (local), 8375 (home.arpa), ICANN's `internal`. */
const localNames = /(^|\.)(localhost|local|internal|lan|intranet|home\.arpa)$/;

/**
 * True for a host name, as in `URL.hostname`, that is on this computer or in a private network: loopback and
 * link-local addresses, RFC 1918 and RFC 4193 ranges, reserved local names, and names without a dot.
 */
export function isLocalHost(hostname: string): boolean {
	const host = hostname.toLowerCase();
	if (host.startsWith("[")) return /^\[(::1|f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*)\]$/.test(host);
	const octets = /^(\d+)\.(\d+)\.\d+\.\d+$/.exec(host);
	if (octets) {
		const [first, second] = [Number(octets[1]), Number(octets[2])];
		return (
			first === 127 ||
			first === 10 ||
			(first === 192 && second === 168) ||
			(first === 172 && second >= 16 && second <= 31) ||
			(first === 169 && second === 254)
		);
	}
	return !host.includes(".") || localNames.test(host);
}

/** The match pattern to ask the user's permission for: this scheme, host and port alone. */
export function permissionPattern(url: URL): string {
	return `${url.protocol}//${url.host}/*`;
}

/** The host (with its port) of such a match pattern. */
export const hostOfPattern = (pattern: string): string => pattern.replace(/^\w+:\/\/|\/\*$/g, "");

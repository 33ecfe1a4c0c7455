import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";

/** What a request is refused with: a status and a sentence. */
export type Refusal = { status: 401 | 403 | 404; message: string; headers?: Record<string, string> };

/** The only path that is served. */
export const endpointPath = "/mcp";

/**
 * Whether a request comes from a program that the user gave the token. Pages of the web have their requests refused by
 * any one of the three checks (MCP, Streamable HTTP, "Security Warning"):
 *
 * - `Host` has to be this computer, so that no name of an attacker's leads here (DNS rebinding).
 * - `Origin` must not be there: browsers add it for pages, and no page has business here.
 * - The token has to be right.
 *
 * @returns undefined if it may be served
 */
export function refuse(
	url: string | undefined,
	headers: IncomingHttpHeaders,
	port: number,
	token: string,
): Refusal | undefined {
	if (!isLoopback(headers.host, port))
		return { status: 403, message: "This server answers under 127.0.0.1, [::1] and localhost alone." };
	if (headers.origin !== undefined) return { status: 403, message: "Web pages may not call this server." };
	if (!isBearer(headers.authorization, token))
		return {
			status: 401,
			message: "Send the token: Authorization: Bearer … (`chatside-mcp http` shows it when it starts).",
			headers: { "WWW-Authenticate": 'Bearer realm="chatside-mcp"' },
		};
	const path = url?.split("?", 1)[0];
	if (path !== endpointPath) return { status: 404, message: `There is ${endpointPath} and nothing else.` };
	return undefined;
}

function isLoopback(host: string | undefined, port: number): boolean {
	return [`127.0.0.1:${port}`, `localhost:${port}`, `[::1]:${port}`].includes(host?.toLowerCase() ?? "");
}

function isBearer(authorization: string | undefined, token: string): boolean {
	const given = /^bearer +(\S+) *$/i.exec(authorization ?? "")?.[1];
	// Of the hashes, which are equally long whatever was given: the time tells nothing.
	return given !== undefined && timingSafeEqual(hash(given), hash(token));
}

function hash(text: string): Buffer {
	return createHash("sha256").update(text).digest();
}

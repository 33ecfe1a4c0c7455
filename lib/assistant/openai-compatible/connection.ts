import type { Clock } from "@/lib/core/clock";
import type { Purpose, StreamHttp } from "@/lib/core/http";
import type { Assistant } from "../settings";

/** What it takes to reach a model server. */
export type ServerConnection = Pick<Assistant, "base_url" | "api_key" | "headers">;

/** What it takes to ask one of its models. */
export type ModelConnection = ServerConnection & Pick<Assistant, "model" | "streaming" | "functions">;

export type ServerPorts = {
	http: StreamHttp;
	/** Whether Chatside may reach the hosts of a match pattern. */
	hasPermission(pattern: string): Promise<boolean>;
	now: Clock;
	randomId(): string;
	/** Why it is asked, for the log of requests. */
	purpose: Purpose["kind"];
};

/** The largest answer that is read, in bytes: a long one with every token in an event of its own, and some. */
export const maxAnswerBytes = 8 * 1024 * 1024;

/** A local model may have to be loaded from a disk before it says its first word. */
export const beginsWithinMs = 120_000;
export const pieceWithinMs = 60_000;

/** A path under the base URL. Its query stays, because some servers want their version there. */
export function addressOf({ base_url }: ServerConnection, path: string): URL {
	const url = new URL(base_url);
	// Pasted as it stands in a curl example, the base URL is longer than it should be.
	const base = url.pathname.replace(/\/+$/, "").replace(/\/(chat\/completions|models)$/, "");
	url.pathname = `${base}/${path}`;
	return url;
}

/** The headers of a request; the user's own replace those of the same name. */
export function headersOf({ api_key, headers }: ServerConnection): Record<string, string> {
	const own = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
	const usual = {
		"Content-Type": "application/json",
		...(api_key !== "" && { Authorization: `Bearer ${api_key}` }),
	};
	return {
		...Object.fromEntries(Object.entries(usual).filter(([name]) => !own.has(name.toLowerCase()))),
		...headers,
	};
}

import { CLIENT_INFO_META_KEY, type Server, type ServerContext } from "@modelcontextprotocol/server";
import { isObject } from "../shapes";
import type { BridgeClient } from "../wire";

/** In characters: it is shown to the user. */
const longestName = 100;

/**
 * Who asks, as it named itself: with each request from version 2026-07-28 of the protocol on, before that once, in
 * `initialize`.
 */
export function clientOf(
	context: ServerContext,
	server: Server,
	transport: BridgeClient["transport"],
	session: (name: string) => string,
): BridgeClient {
	const envelope: Record<string, unknown> = context.mcpReq.envelope ?? {};
	const info = envelope[CLIENT_INFO_META_KEY] ?? server.getClientVersion();
	const name = (isObject(info) && shortText(info.name)) || "unnamed client";
	const version = isObject(info) ? shortText(info.version) : undefined;
	return { session: session(name), name, ...(version ? { version } : {}), transport };
}

function shortText(value: unknown): string | undefined {
	return typeof value === "string" ? value.trim().slice(0, longestName) : undefined;
}

import type { BridgeClient } from "@/bridge/src/wire";
import { longestClientName } from "./settings";

/** A program at the bridge, as it is kept and shown. Nothing proves the name: it is what the program says of itself. */
export type NamedClient = Pick<BridgeClient, "name" | "version" | "transport">;

/** The program with a name that can stand in a list: one line, not too long, never empty. */
export function readable(client: BridgeClient): BridgeClient {
	const name = oneLine(client.name).slice(0, longestClientName).trim() || "unnamed";
	const { version, ...rest } = client;
	return { ...rest, name, ...(version !== undefined && { version: oneLine(version).slice(0, 40) }) };
}

/** What settings are kept under. */
export const clientKey = ({ transport, name }: NamedClient): string => `${transport}:${name}`;

/** The connection to the bridge a session is of: what the host has put before it (bridge/src/host/relay.ts). */
export const connectionOf = ({ session }: Pick<BridgeClient, "session">): string =>
	session.split("/", 1)[0] ?? session;

/** The way back from `clientKey`. */
export function clientOfKey(key: string): NamedClient {
	const colon = key.indexOf(":");
	return { transport: key.slice(0, colon) === "http" ? "http" : "stdio", name: key.slice(colon + 1) };
}

/** Without control characters and those that turn a text around, which could make one name look like another. */
export const oneLine = (text: string) => text.replace(/[\p{C}\p{Zl}\p{Zp}]+/gu, " ");

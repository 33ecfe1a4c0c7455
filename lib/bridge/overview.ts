import type { BridgeClient } from "@/bridge/src/wire";
import type { BridgeCallEntry } from "./call-log";
import { clientKey, clientOfKey, type NamedClient } from "./client";
import type { BridgeState } from "./connection";
import { type BridgeSettings, defaultAccess } from "./settings";
import type { ClientAccess } from "./settings-schema";

/** A connection of a program that is open now, or was. */
export type ClientSession = {
	session: string;
	/** Until when a person has agreed to all of it, ms since the epoch. */
	grantedUntil?: number;
};

/** A program that has called, is connected, or has something set for it. */
export type ClientOverview = NamedClient & {
	key: string;
	access: ClientAccess;
	calls: number;
	/** ms since the epoch. */
	lastAt?: number;
	sessions: ClientSession[];
};

/** All that the page of the bridge shows, but for its log. */
export type BridgeOverview = {
	state: BridgeState;
	settings: BridgeSettings;
	profile: { id: string; name: string };
	/** Those that called last go first. */
	clients: ClientOverview[];
	/** Of the log. */
	amount: { count: number; newest?: number };
};

type Known = {
	log: readonly BridgeCallEntry[];
	/** Of the connections of this worker's life. */
	seen: readonly BridgeClient[];
	set: Readonly<Record<string, ClientAccess>>;
	grantedUntil(session: string): number | undefined;
};

/** The programs there are, from all that knows of them. */
export function clientOverviews({ log, seen, set, grantedUntil }: Known): ClientOverview[] {
	const clients = new Map<string, ClientOverview>();
	function of(client: NamedClient): ClientOverview {
		const key = clientKey(client);
		const { name, version, transport } = client;
		const known = clients.get(key) ?? {
			key,
			name,
			transport,
			access: set[key] ?? defaultAccess,
			calls: 0,
			sessions: [],
		};
		if (version !== undefined) known.version = version;
		clients.set(key, known);
		return known;
	}
	for (const key of Object.keys(set)) of(clientOfKey(key));
	for (const { client, at } of log) {
		const known = of(client);
		known.calls += 1;
		known.lastAt = Math.max(known.lastAt ?? 0, at);
	}
	for (const client of seen) {
		const until = grantedUntil(client.session);
		of(client).sessions.push({
			session: client.session,
			...(until !== undefined && { grantedUntil: until }),
		});
	}
	return [...clients.values()].toSorted(
		(one, other) => (other.lastAt ?? 0) - (one.lastAt ?? 0) || one.key.localeCompare(other.key),
	);
}

/** What programs know this profile by: what the user calls it, or a name of its own making. */
export const profileName = ({ profile_name }: BridgeSettings, id: string): string =>
	profile_name.trim() || `profile-${id.slice(0, 4)}`;

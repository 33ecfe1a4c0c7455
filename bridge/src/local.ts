import type { BridgeClient, BridgeError, BridgeMethod } from "./wire";

/**
 * What passes between the host, which the browser starts, and the programs that serve MCP clients, over a socket of this
 * computer. Both are of this package, but perhaps not of the same version.
 */

/** Raised when an older other side would misunderstand. */
export const localVersion = 1;

export type Profile = { id: string; name: string };

/** How the host stands with the extension. */
export type HostState =
	/** The extension has not said hello yet. */
	| { kind: "starting" }
	| { kind: "ready"; profile: Profile; extension: string }
	/** The extension speaks another version of the wire. */
	| { kind: "other-wire"; theirs: number; ours: number };

export type ToHost =
	/**
	 * The first message. `secret` is the registration's: who can read that file may talk to the host. `starter`: the
	 * process that has started this one, where one program alone is served.
	 */
	| { type: "hello"; local: number; version: string; secret: string; starter?: number }
	| { type: "request"; id: number; client: BridgeClient; method: BridgeMethod; params?: unknown }
	| { type: "cancel"; id: number }
	/** A client has gone, of several that one program serves; `session` as in its requests. */
	| { type: "ended"; session: string }
	/** The bridge is being uninstalled. */
	| { type: "stop" };

export type FromHost =
	/** The first message. */
	| { type: "hello"; local: number; version: string; state: HostState }
	| { type: "state"; state: HostState }
	| { type: "response"; id: number; result: unknown }
	| { type: "response"; id: number; error: BridgeError }
	| { type: "progress"; id: number; progress: number; message: string; waiting?: true };

/** How a host makes itself known: a file of its own in the folder of the running ones. */
export type Registration = {
	pid: number;
	/** Path of the socket, or name of the pipe. */
	socket: string;
	secret: string;
	/** In milliseconds since 1970. */
	started: number;
	/** Once the extension has said hello. */
	profile?: Profile;
};

/**
 * What passes between the bridge and the extension, over Chrome's Native Messaging: each message is one JSON value.
 * Types alone, so that the extension may use them too; each side checks what it receives.
 */

/** The name under which the browser finds the bridge. */
export const hostName = "io.chatside.bridge";

/** Raised when an older other side would misunderstand. */
export const wireVersion = 1;

/** In bytes of UTF-8: the browser closes the connection at a longer message from the bridge (Native Messaging). */
export const longestToExtension = 1024 * 1024;

/** A program that speaks MCP with the bridge. Its name is what it says of itself: nothing proves it. */
export type BridgeClient = {
	/**
	 * Drawn for each connection; ends with it. The host puts before it, and a slash between, what tells apart who has
	 * started the bridge: that is the same however often it connects, and whatever names it gives itself.
	 */
	session: string;
	/** As it named itself in `initialize`. */
	name: string;
	version?: string;
	transport: "stdio" | "http";
};

/** The methods of MCP that the extension answers, with MCP's own `params` and `result`. */
export type BridgeMethod = "tools/list" | "tools/call" | "resources/list" | "resources/read";

/** From the bridge. */
export type ToExtension =
	/** The first message. */
	| { type: "hello"; wire: number; version: string }
	| { type: "request"; id: string; client: BridgeClient; method: BridgeMethod; params?: unknown }
	/** Nobody waits for that answer any more: the client cancelled it, or has gone. None is sent. */
	| { type: "cancel"; id: string }
	/** A program has gone, and its connection with it. An extension that does not know this ignores it. */
	| { type: "ended"; session: string };

/** A JSON-RPC error (-32601 unknown tool or method, -32602 bad arguments, -32002 unknown resource, -32603 a bug). */
export type BridgeError = { code: number; message: string; data?: unknown };

/** From the extension. */
export type FromExtension =
	/** The first message. `profile.name` is what the user calls this browser profile; its id never changes. */
	| { type: "hello"; wire: number; version: string; profile: { id: string; name: string } }
	| { type: "response"; id: string; result: unknown }
	| { type: "response"; id: string; error: BridgeError }
	/**
	 * For a request whose client asked for progress (MCP's `progressToken` stays with the bridge). `waiting`: nothing has
	 * been done so far, and nothing will be before a person agrees; without it, it runs.
	 */
	| { type: "progress"; id: string; progress: number; message: string; waiting?: true };

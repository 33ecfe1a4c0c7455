/** How the connection to the bridge is, for people. */
export type BridgeState =
	| { state: "off" }
	/** The browser has to be asked whether Chatside may talk to programs. */
	| { state: "permission-missing" }
	/** It was given in this worker's life, which does not get what comes with it: the next one does. */
	| { state: "starting-anew" }
	| { state: "connecting" }
	/** `since`: ms since the epoch. */
	| { state: "connected"; version: string; since: number }
	/** It speaks an older or a newer wire than this extension. */
	| { state: "bridge-older" | "bridge-newer"; version: string }
	| { state: ConnectionFailure; detail: string };

/**
 * Why there is no connection: the browser knows no bridge; it knows one that was installed for another extension; it
 * ended; it could not be started, or does not speak as it should.
 */
export type ConnectionFailure = "not-installed" | "other-extension" | "ended" | "failed";

/** What the browser means by its words (Chromium, native_message_process_host.cc and its messages in English). */
export function failureOf(detail: string): ConnectionFailure {
	if (/host not found/i.test(detail)) return "not-installed";
	if (/is forbidden/i.test(detail)) return "other-extension";
	if (/has exited/i.test(detail)) return "ended";
	return "failed";
}

/** In ms; longer than the browser lets a worker live that has nothing to do. */
export const nextWorkerMs = 45_000;

const waitsMs = [2_000, 10_000, 30_000, 60_000, 120_000, 300_000] as const;

/** How long to wait before the next attempt, after so many failures in a row. */
export const retryMs = (failures: number): number =>
	waitsMs[Math.min(Math.max(failures, 1), waitsMs.length) - 1] ?? 300_000;

/** A connection that held for so long, in ms, was a good one: the next failure is the first again. */
export const steadyMs = 60_000;

/** The connection keeps the worker alive; if it ends all the same, the next one is started after so long, in ms. */
export const lookAgainMs = 30_000;

/** A bridge that has not greeted by then, in ms, is none. */
export const greetWithinMs = 10_000;

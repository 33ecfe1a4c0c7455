import { encodeFrame } from "../frames";
import type { FromHost, HostState, ToHost } from "../local";
import { longestToExtension, type ToExtension, wireVersion } from "../wire";
import { readFromExtension, wireOfHello } from "./read-from-extension";

/** A program on the other end of the socket. */
export type Program = { send(message: FromHost): void };

export type Relay = {
	state(): HostState;
	/** Anything the extension sent. @returns why it was not understood, for the log */
	fromExtension(message: unknown): string | undefined;
	fromProgram(program: Program, message: Extract<ToHost, { type: "request" | "cancel" }>): void;
	/** The program has ended: nobody waits for its answers any more. */
	gone(program: Program): void;
};

type Options = {
	/** Takes a whole frame. */
	toExtension(frame: Buffer): void;
	onState(state: HostState): void;
};

/** Gives each request an id of its own, so that several programs can share one extension, and finds the way back. */
export function createRelay({ toExtension, onState }: Options): Relay {
	const waiting = new Map<string, { program: Program; id: number }>();
	/** The connections each program has asked for. */
	const sessions = new Map<Program, Set<string>>();
	let state: HostState = { kind: "starting" };
	let lastId = 0;

	function set(next: HostState) {
		state = next;
		onState(next);
	}

	function cancel(wireId: string) {
		waiting.delete(wireId);
		toExtension(encodeFrame({ type: "cancel", id: wireId } satisfies ToExtension));
	}

	function request(program: Program, { id, client, method, params }: Extract<ToHost, { type: "request" }>) {
		lastId += 1;
		const wireId = String(lastId);
		const frame = encodeFrame({ type: "request", id: wireId, client, method, params } satisfies ToExtension);
		if (frame.length - 4 > longestToExtension) {
			// Sent, it would end the connection for everybody.
			const message = `That is too long: ${megabytes(frame.length)} MB, and a browser takes 1 MB at most. Send less at once.`;
			program.send({ type: "response", id, error: { code: -32602, message } });
			return;
		}
		waiting.set(wireId, { program, id });
		sessions.set(program, (sessions.get(program) ?? new Set()).add(client.session));
		toExtension(frame);
	}

	return {
		state: () => state,
		fromExtension(raw) {
			const theirs = wireOfHello(raw);
			if (theirs !== undefined && theirs !== wireVersion) {
				set({ kind: "other-wire", theirs, ours: wireVersion });
				return undefined;
			}
			const message = readFromExtension(raw);
			if (!message) return "a message that this version does not know";
			if (message.type === "hello") {
				set({ kind: "ready", profile: message.profile, extension: message.version });
				return undefined;
			}
			const found = waiting.get(message.id);
			// An answer that crossed its cancellation is nobody's.
			if (!found) return undefined;
			if (message.type === "response") waiting.delete(message.id);
			found.program.send({ ...message, id: found.id });
			return undefined;
		},
		fromProgram(program, message) {
			if (message.type === "request") return request(program, message);
			for (const [wireId, { program: owner, id }] of waiting)
				if (owner === program && id === message.id) return cancel(wireId);
		},
		gone(program) {
			for (const [wireId, { program: owner }] of [...waiting]) if (owner === program) cancel(wireId);
			for (const session of sessions.get(program) ?? [])
				toExtension(encodeFrame({ type: "ended", session } satisfies ToExtension));
			sessions.delete(program);
		},
	};
}

function megabytes(bytes: number): string {
	return (bytes / 1024 / 1024).toFixed(1);
}

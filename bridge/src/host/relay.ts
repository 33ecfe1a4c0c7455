import { encodeFrame } from "../frames";
import type { FromHost, HostState, ToHost } from "../local";
import { longestToExtension, type ToExtension, wireVersion } from "../wire";
import { readFromExtension, wireOfHello } from "./read-from-extension";

/** A program on the other end of the socket; `name` tells apart who has started it. */
export type Program = { name: string; send(message: FromHost): void };

export type Relay = {
	state(): HostState;
	/** Anything the extension sent. @returns why it was not understood, for the log */
	fromExtension(message: unknown): string | undefined;
	fromProgram(program: Program, message: Extract<ToHost, { type: "request" | "cancel" | "ended" }>): void;
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
	const waiting = new Map<string, { program: Program; id: number; session: string }>();
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

	/** Nothing a program says of its sessions can make them another's. */
	const sessionOf = (program: Program, session: string) => `${program.name}/${session}`;

	function ended(program: Program, session: string) {
		if (!sessions.get(program)?.delete(session)) return;
		for (const [wireId, { program: owner, session: its }] of [...waiting])
			if (owner === program && its === session) cancel(wireId);
		toExtension(encodeFrame({ type: "ended", session: sessionOf(program, session) } satisfies ToExtension));
	}

	function request(
		program: Program,
		{ id, client: given, method, params }: Extract<ToHost, { type: "request" }>,
	) {
		lastId += 1;
		const wireId = String(lastId);
		const { session } = given;
		const client = { ...given, session: sessionOf(program, session) };
		const frame = encodeFrame({ type: "request", id: wireId, client, method, params } satisfies ToExtension);
		if (frame.length - 4 > longestToExtension) {
			// Sent, it would end the connection for everybody.
			const message = `That is too long: ${megabytes(frame.length)} MB, and a browser takes 1 MB at most. Send less at once.`;
			program.send({ type: "response", id, error: { code: -32602, message } });
			return;
		}
		waiting.set(wireId, { program, id, session });
		sessions.set(program, (sessions.get(program) ?? new Set()).add(session));
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
			if (message.type === "ended") return ended(program, message.session);
			for (const [wireId, { program: owner, id }] of waiting)
				if (owner === program && id === message.id) return cancel(wireId);
		},
		gone(program) {
			for (const session of [...(sessions.get(program) ?? [])]) ended(program, session);
			sessions.delete(program);
		},
	};
}

function megabytes(bytes: number): string {
	return (bytes / 1024 / 1024).toFixed(1);
}

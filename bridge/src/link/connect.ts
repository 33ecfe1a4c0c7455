import { connect as connectSocket, type Socket } from "node:net";
import { encodeFrame, frameReader } from "../frames";
import { type HostState, localVersion, type Registration, type ToHost } from "../local";
import { version } from "../version";
import type { BridgeClient, BridgeError, BridgeMethod } from "../wire";
import { isState, readFromHost } from "./read-from-host";

/** A host that listens answers at once; only one that hangs does not. */
const helloMs = 5_000;

export type Answer =
	| { kind: "result"; result: unknown }
	| { kind: "error"; error: BridgeError }
	/** The connection ended before the answer came. Unless it still waited for a person, it may have been done. */
	| { kind: "lost"; waiting: boolean }
	/** The asker does not wait any more. */
	| { kind: "cancelled" };

export type Question = {
	client: BridgeClient;
	method: BridgeMethod;
	params?: unknown;
	signal?: AbortSignal;
	onProgress?(message: string): void;
};

export type Connection = {
	registration: Registration;
	state(): HostState;
	ask(question: Question): Promise<Answer>;
	/** A client that has asked something under that session has gone. */
	ended(session: string): void;
	/** Tells the host to end. */
	stop(): void;
	close(): void;
};

export type Connected =
	| { ok: true; connection: Connection }
	/** Nobody listens there. */
	| { ok: false; reason: "refused" }
	/** It ended the connection before it said hello. */
	| { ok: false; reason: "gone" }
	| { ok: false; reason: "silent" }
	| { ok: false; reason: "other-local"; theirs: number };

type Options = {
	onState(state: HostState): void;
	onClose(): void;
	/** The process that has started this one, where one program alone is served. */
	starter?: number;
};

/** Connects to a host and says hello. */
export function connect(
	registration: Registration,
	{ onState, onClose, starter }: Options,
): Promise<Connected> {
	return new Promise((resolve) => {
		const socket = connectSocket(registration.socket);
		const reader = frameReader();
		const asked = askedOver(socket);
		let state: HostState | undefined;

		const timer = setTimeout(() => give({ ok: false, reason: "silent" }), helloMs);
		let given = false;
		function give(connected: Connected) {
			if (given) return;
			given = true;
			clearTimeout(timer);
			if (!connected.ok) socket.destroy();
			resolve(connected);
		}

		function handle(raw: unknown) {
			const message = readFromHost(raw);
			if (!message) return;
			switch (message.type) {
				case "hello":
					if (message.local !== localVersion || !isState(message.state))
						return give({ ok: false, reason: "other-local", theirs: message.local });
					state = message.state;
					return give({ ok: true, connection });
				case "state":
					state = message.state;
					return onState(message.state);
				default:
					asked.answered(message);
			}
		}

		const connection: Connection = {
			registration,
			state: () => state ?? { kind: "starting" },
			ask: asked.ask,
			ended: (session) => send(socket, { type: "ended", session }),
			stop: () => send(socket, { type: "stop" }),
			close: () => socket.destroy(),
		};
		socket.on("connect", () =>
			send(socket, {
				type: "hello",
				local: localVersion,
				version,
				secret: registration.secret,
				...(starter !== undefined && { starter }),
			}),
		);
		socket.on("data", (chunk) => {
			for (const frame of reader.push(chunk)) {
				if (frame.kind === "message") handle(frame.message);
				else socket.destroy();
			}
		});
		socket.on("error", (error: NodeJS.ErrnoException) => {
			if (error.code === "ECONNREFUSED" || error.code === "ENOENT") give({ ok: false, reason: "refused" });
		});
		socket.on("close", () => {
			asked.lost();
			if (state) onClose();
			give({ ok: false, reason: "gone" });
		});
	});
}

function send(socket: Socket, message: ToHost) {
	socket.write(encodeFrame(message));
}

/** The questions that wait for their answer. */
function askedOver(socket: Socket) {
	const open = new Map<
		number,
		{ settle(answer: Answer): void; onProgress?(message: string): void; waiting: boolean }
	>();
	let lastId = 0;

	return {
		ask({ signal, onProgress, ...question }: Question): Promise<Answer> {
			if (signal?.aborted) return Promise.resolve({ kind: "cancelled" });
			if (socket.destroyed) return Promise.resolve({ kind: "lost", waiting: false });
			lastId += 1;
			const id = lastId;
			return new Promise((resolve) => {
				const cancel = () => {
					send(socket, { type: "cancel", id });
					settle({ kind: "cancelled" });
				};
				const settle = (answer: Answer) => {
					open.delete(id);
					signal?.removeEventListener("abort", cancel);
					resolve(answer);
				};
				open.set(id, { settle, onProgress, waiting: false });
				signal?.addEventListener("abort", cancel);
				send(socket, { type: "request", id, ...question });
			});
		},
		answered(message: { type: "response" | "progress"; id: number } & Record<string, unknown>) {
			const question = open.get(message.id);
			if (!question) return;
			if (message.type === "progress") {
				question.waiting = message.waiting === true;
				question.onProgress?.(message.message as string);
			} else if ("error" in message) question.settle({ kind: "error", error: message.error as BridgeError });
			else question.settle({ kind: "result", result: message.result });
		},
		lost() {
			for (const { settle, waiting } of [...open.values()]) settle({ kind: "lost", waiting });
		},
	};
}

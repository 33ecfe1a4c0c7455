import { timingSafeEqual } from "node:crypto";
import type { Socket } from "node:net";
import { encodeFrame, frameReader } from "../frames";
import { type FromHost, type HostState, localVersion } from "../local";
import { readFromProgram } from "./read-from-program";
import type { Program, Relay } from "./relay";

/** In bytes, waiting for a program that does not read: it is let go. */
const longestBacklog = 64 * 1024 * 1024;

type Options = {
	relay: Relay;
	version: string;
	secret: string;
	onStop(): void;
	log(line: string): void;
};

/** The programs that have connected and said who they are. */
export function createPrograms({ relay, version, secret, onStop, log }: Options) {
	const sockets = new Map<Socket, Program>();
	let count = 0;

	/** @returns why the program is let go */
	function handle(socket: Socket, raw: unknown): string | undefined {
		const message = readFromProgram(raw);
		if (!message) return "it sent what this version does not know";
		const program = sockets.get(socket);
		if (message.type === "hello") {
			if (program) return "it said hello twice";
			if (!isSame(message.secret, secret)) return "it does not know the secret";
			const send = (answer: FromHost) => {
				if (socket.writableLength > longestBacklog) socket.destroy();
				else socket.write(encodeFrame(answer));
			};
			count += 1;
			sockets.set(socket, {
				send,
				name: message.starter === undefined ? `c${count}` : `p${message.starter}`,
			});
			send({ type: "hello", local: localVersion, version, state: relay.state() });
			return undefined;
		}
		if (!program) return "it did not say hello first";
		if (message.type === "stop") onStop();
		else relay.fromProgram(program, message);
		return undefined;
	}

	return {
		connected(socket: Socket) {
			const reader = frameReader();
			const letGo = (reason: string) => {
				log(`A program is let go: ${reason}.`);
				socket.destroy();
			};
			socket.on("data", (chunk) => {
				for (const frame of reader.push(chunk)) {
					if (socket.destroyed) return;
					const reason =
						frame.kind === "message"
							? handle(socket, frame.message)
							: `it sent a frame that is ${frame.kind}`;
					if (reason) letGo(reason);
				}
			});
			// Without a listener an error would end the host; `close` follows it.
			socket.on("error", () => undefined);
			socket.on("close", () => {
				const program = sockets.get(socket);
				sockets.delete(socket);
				if (program) relay.gone(program);
			});
		},
		tell(state: HostState) {
			for (const { send } of sockets.values()) send({ type: "state", state });
		},
		/** While the browser does not take what is sent to it, nothing more is read. */
		pause: () => {
			for (const socket of sockets.keys()) socket.pause();
		},
		resume: () => {
			for (const socket of sockets.keys()) socket.resume();
		},
	};
}

function isSame(given: string, wanted: string): boolean {
	const [a, b] = [Buffer.from(given), Buffer.from(wanted)];
	return a.length === b.length && timingSafeEqual(a, b);
}

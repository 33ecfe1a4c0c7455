import { readdirSync, readFileSync } from "node:fs";
import { connect, type Socket } from "node:net";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { encodeFrame, frameReader } from "../../../../bridge/src/frames";
import { type FromHost, localVersion, type Registration, type ToHost } from "../../../../bridge/src/local";
import type { Home } from "./home";
import { until } from "./until";

/** What is registered now. */
export function registrations(home: Home): Registration[] {
	return filesOf(home)
		.filter((name) => name.endsWith(".json"))
		.map((name) => JSON.parse(readFileSync(join(home.running, name), "utf8")));
}

/** Names in the folder of the running hosts. */
export function filesOf(home: Home): string[] {
	try {
		return readdirSync(home.running).sort();
	} catch {
		return [];
	}
}

export const someClient = { session: "s-1", name: "Program", transport: "stdio" } as const;

/** A program that speaks with a host itself, and may say what no program of ours would. */
export async function connectTo(home: Home) {
	const registration = await until(() => registrations(home)[0]);
	const socket: Socket = connect(registration.socket);
	onTestFinished(() => {
		socket.destroy();
	});
	const received: FromHost[] = [];
	const reader = frameReader();
	let closed = false;
	socket.on("data", (chunk) => {
		for (const frame of reader.push(chunk))
			if (frame.kind === "message") received.push(frame.message as FromHost);
	});
	socket.on("error", () => undefined);
	socket.on("close", () => {
		closed = true;
	});
	const send = (message: ToHost | object) => socket.write(encodeFrame(message));
	return {
		registration,
		socket,
		received,
		send,
		sayHello: (secret = registration.secret, starter?: number) =>
			send({ type: "hello", local: localVersion, version: "1.0.0", secret, ...(starter && { starter }) }),
		isClosed: () => closed,
		message: <T extends FromHost["type"]>(type: T, count = 1) =>
			until(
				() => received.filter((one): one is Extract<FromHost, { type: T }> => one.type === type)[count - 1],
			),
	};
}

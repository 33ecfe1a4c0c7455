import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Readable, Writable } from "node:stream";
import { onTestFinished } from "vitest";
import { encodeFrame, frameReader } from "../../../../bridge/src/frames";
import { type FromExtension, type ToExtension, wireVersion } from "../../../../bridge/src/wire";
import { built, type Home } from "./home";
import { until } from "./until";

export type Request = Extract<ToExtension, { type: "request" }>;

/** A browser with an extension that says what the test wants: it starts the host as Chrome does, and speaks with it. */
export type Browser = {
	pid: number;
	/** What the host sent, in its order. */
	received: ToExtension[];
	requests(): Request[];
	/** Waits for the request of that number, counted from one. */
	request(count?: number): Promise<Request>;
	send(message: FromExtension): void;
	sendBytes(bytes: Buffer): void;
	answer(request: Request, result: unknown): void;
	/** The user closes the browser. @returns the host's exit code */
	close(): Promise<number | null>;
	/** The host's exit code, once it has ended by itself. */
	ended(): Promise<number | null>;
	/** What the host wrote to standard error. */
	log(): string;
	/** The browser stops reading, and goes on. */
	pause(): void;
	resume(): void;
};

export type BrowserOptions = {
	profile?: { id: string; name: string };
	wire?: number;
	/** False for an extension that never says hello. */
	says?: boolean;
	/** Answers each request at once. */
	answers?(request: Request): unknown;
};

export const shop = { id: "p-shop", name: "Shop" };

export async function openBrowser(home: Home, options: BrowserOptions = {}): Promise<Browser> {
	const { profile = shop, wire = wireVersion, says = true, answers } = options;
	const child = spawn(
		process.execPath,
		[built.host, "chrome-extension://abcdefghijklmnopabcdefghijklmnop/"],
		{
			env: home.env,
			stdio: ["pipe", "pipe", "pipe"],
		},
	) as ChildProcess & { stdin: Writable; stdout: Readable; stderr: Readable };
	const exit = once(child, "exit").then(([code]) => code as number | null);
	onTestFinished(async () => {
		child.kill();
		await exit;
	});
	let log = "";
	child.stderr.on("data", (chunk) => {
		log += chunk;
	});
	child.stdin.on("error", () => undefined);

	const received: ToExtension[] = [];
	const send = (message: FromExtension) => child.stdin.write(encodeFrame(message));
	const reader = frameReader();
	child.stdout.on("data", (chunk: Buffer) => {
		for (const frame of reader.push(chunk)) {
			if (frame.kind !== "message") throw new Error(`The host sent a frame that is ${frame.kind}`);
			const message = frame.message as ToExtension;
			received.push(message);
			if (message.type === "hello" && says) send({ type: "hello", wire, version: "9.9.9", profile });
			if (message.type === "request" && answers)
				send({ type: "response", id: message.id, result: answers(message) });
		}
	});
	const requests = () => received.filter((message) => message.type === "request");
	await until(() => received[0]?.type === "hello");
	return {
		pid: child.pid as number,
		received,
		requests,
		request: (count = 1) => until(() => requests()[count - 1]),
		send,
		sendBytes: (bytes) => child.stdin.write(bytes),
		answer: ({ id }, result) => send({ type: "response", id, result }),
		close() {
			child.stdin.end();
			return exit;
		},
		ended: () => exit,
		log: () => log,
		pause: () => child.stdout.pause(),
		resume: () => child.stdout.resume(),
	};
}

import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BridgeClient, FromExtension } from "../../../bridge/src/wire";
import { hostName, wireVersion } from "../../../bridge/src/wire";
import { extensionIdOf } from "../../../demo/browser/extension-id";

const deadlineMs = 20_000;

export const someone: BridgeClient = {
	session: "s1",
	name: "desk-assistant",
	version: "2.1.0",
	transport: "stdio",
};

type Hello = Extract<FromExtension, { type: "hello" }>;

/** The bridge as the extension sees it, with a test in the place of the programs behind it. */
export type StandInBridge = {
	/** Sends a message as it is, whether it fits the wire or not. */
	send(message: unknown): void;
	/** Calls a tool as a program does; gives the answer to it. */
	call(name: string, args?: Record<string, unknown>, client?: BridgeClient): Promise<Answer>;
	/** Asks anything, under an id of its own. */
	request(method: string, params?: unknown, client?: BridgeClient): Pending;
	/** The extension's first message. */
	greeted(): Promise<Hello>;
	/** Everything that came so far. */
	received: FromExtension[];
	/** Ends the connection, as a bridge does that dies. */
	die(): void;
	close(): Promise<void>;
};

export type Answer = {
	result?: {
		content?: { text: string }[];
		isError?: boolean;
		structuredContent?: unknown;
		[key: string]: unknown;
	};
	error?: { code: number; message: string };
};
export type Pending = { id: string; answer: Promise<Answer> };

/** A copy of the build that may talk to programs without asking: nobody answers the prompt in a headless browser. */
export async function withNativeMessaging(build: string, dir: string): Promise<string> {
	const copy = join(dir, "extension");
	await cp(build, copy, { recursive: true });
	const path = join(copy, "manifest.json");
	const manifest = JSON.parse(await readFile(path, "utf8"));
	manifest.permissions.push("nativeMessaging", "notifications");
	manifest.optional_permissions = [];
	await writeFile(path, JSON.stringify(manifest));
	return copy;
}

/** Installs the stand-in for a browser of that profile, before or after it was started. */
export async function startStandInBridge(
	userDataDir: string,
	extensionDir: string,
	hello: unknown = { type: "hello", wire: wireVersion, version: "0.1.0" },
): Promise<StandInBridge> {
	const dir = await mkdtemp(join(tmpdir(), "chatside-bridge-"));
	const socketPath = join(dir, "test.sock");
	const received: FromExtension[] = [];
	const waiting = new Map<string, (answer: Answer) => void>();
	let socket: Socket | undefined;
	let count = 0;
	let greet: (hello: Hello) => void = () => undefined;
	const greeting = new Promise<Hello>((resolve) => {
		greet = resolve;
	});
	const server = createServer((opened) => {
		socket = opened;
		let rest = "";
		opened.write(`${JSON.stringify(hello)}\n`);
		opened.on("error", () => undefined);
		opened.on("data", (piece) => {
			rest += piece.toString("utf8");
			const lines = rest.split("\n");
			rest = lines.pop() ?? "";
			for (const line of lines) {
				const message: FromExtension = JSON.parse(line);
				received.push(message);
				if (message.type === "hello") greet(message);
				if (message.type === "response") waiting.get(message.id)?.(message as Answer);
			}
		});
	});
	await new Promise<void>((done) => server.listen(socketPath, done));
	const launcher = join(dir, "host.sh");
	const script = join(import.meta.dirname, "native-host.mjs");
	await writeFile(
		launcher,
		`#!/bin/sh\nCHATSIDE_TEST_SOCKET='${socketPath}' exec '${process.execPath}' '${script}'\n`,
	);
	await chmod(launcher, 0o755);
	const hosts = join(userDataDir, "NativeMessagingHosts");
	await mkdir(hosts, { recursive: true });
	const manifest = join(hosts, `${hostName}.json`);
	await writeFile(
		manifest,
		JSON.stringify({
			name: hostName,
			description: "Stands in for the bridge in tests",
			path: launcher,
			type: "stdio",
			allowed_origins: [`chrome-extension://${extensionIdOf(extensionDir)}/`],
		}),
	);
	const send = (message: unknown) => void socket?.write(`${JSON.stringify(message)}\n`);
	const request: StandInBridge["request"] = (method, params, client = someone) => {
		const id = `r${++count}`;
		const answer = new Promise<Answer>((resolve, reject) => {
			const timer = setTimeout(() => reject(new Error(`${method} was not answered.`)), deadlineMs);
			waiting.set(id, (given) => {
				clearTimeout(timer);
				resolve(given);
			});
		});
		// A call nobody asks about any more may stay without an answer.
		answer.catch(() => undefined);
		send({ type: "request", id, client, method, ...(params !== undefined && { params }) });
		return { id, answer };
	};
	return {
		send,
		request,
		received,
		call: (name, args = {}, client) => request("tools/call", { name, arguments: args }, client).answer,
		greeted: () => greeting,
		die: () => socket?.destroy(),
		async close() {
			socket?.destroy();
			await rm(manifest, { force: true });
			await new Promise<void>((done) => server.close(() => done()));
			await rm(dir, { recursive: true, force: true });
		},
	};
}

import { randomBytes } from "node:crypto";
import { createServer } from "node:net";
import { encodeFrame, frameReader } from "../frames";
import type { Registration } from "../local";
import { placesOf } from "../places";
import { runningHosts } from "../registered";
import { thisComputer } from "../this-computer";
import { version } from "../version";
import { type ToExtension, wireVersion } from "../wire";
import { createPrograms } from "./programs";
import { registrationIn } from "./registration";
import { createRelay } from "./relay";
import { socketPlace } from "./socket-path";

/** Lives as long as the browser's end of standard input, and leaves nothing behind. */
export function runHost() {
	const computer = thisComputer();
	if (!computer) throw new Error(`Chatside's bridge was not made for ${process.platform}.`);
	process.umask(0o077);
	const log = (line: string) => process.stderr.write(`chatside-mcp host: ${line}\n`);

	const { running } = placesOf(computer);
	const registration = registrationIn(running, process.pid);
	void runningHosts(running);
	const place = socketPlace(running, process.pid, process.platform);
	const base: Registration = {
		pid: process.pid,
		socket: place.path,
		secret: randomBytes(32).toString("base64url"),
		started: Date.now(),
	};

	const end = (reason: string, code = 0) => {
		log(reason);
		process.exit(code);
	};
	process.on("exit", () => {
		registration.remove();
		place.remove();
	});
	for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) process.on(signal, () => end(`${signal}.`));
	process.on("uncaughtException", (error) => end(`It failed: ${error.stack}`, 1));

	const relay = createRelay({
		toExtension(frame) {
			if (!process.stdout.write(frame)) programs.pause();
		},
		onState(state) {
			if (state.kind === "ready") registration.write({ ...base, profile: state.profile });
			programs.tell(state);
		},
	});
	const programs = createPrograms({
		relay,
		version,
		secret: base.secret,
		onStop: () => end("The bridge is being uninstalled."),
		log,
	});
	process.stdout.on("drain", programs.resume);
	process.stdout.on("error", () => end("The browser does not listen any more."));

	const reader = frameReader();
	process.stdin.on("data", (chunk: Buffer) => {
		for (const frame of reader.push(chunk)) {
			if (frame.kind === "too-long") return end(`The browser sent a frame of ${frame.length} bytes.`, 1);
			const problem = frame.kind === "malformed" ? "not JSON" : relay.fromExtension(frame.message);
			if (problem) log(`The extension sent ${problem}; it is ignored.`);
		}
	});
	process.stdin.on("end", () =>
		end(`The browser has closed the connection${reader.halfWay() ? ", amid a message" : ""}.`),
	);
	process.stdin.on("error", () => end("The browser's end is broken."));

	const server = createServer((socket) => programs.connected(socket));
	server.on("error", (error) => end(`It cannot listen: ${error.message}`, 1));
	server.listen(place.path, () => {
		place.restrict();
		registration.write(base);
		// Only now, so that whoever reads the hello finds the socket.
		process.stdout.write(encodeFrame({ type: "hello", wire: wireVersion, version } satisfies ToExtension));
	});
}

import { type ChildProcess, spawn } from "node:child_process";
import type { Readable } from "node:stream";
import { findVirtualDisplay } from "../../../scripts/setup/virtual-display.mjs";

export type VirtualDisplay = { display: string; close: () => Promise<void> };

/**
 * Starts an X server of its own on a free display number. Throws with a sentence that says what to install when
 * there is no Xvfb or no xdotool.
 */
export async function startVirtualDisplay(size = { width: 1400, height: 900 }): Promise<VirtualDisplay> {
	const found = findVirtualDisplay();
	if (!found.available) throw new Error(found.reason);
	// Xvfb picks the number itself and writes it to file descriptor 3 once it listens: no guessing, no race.
	const server = spawn(
		"Xvfb",
		["-displayfd", "3", "-screen", "0", `${size.width}x${size.height}x24`, "-nolisten", "tcp"],
		{ stdio: ["ignore", "ignore", "ignore", "pipe"] },
	);
	const number = await displayNumber(server);
	return { display: `:${number}`, close: () => stop(server) };
}

function displayNumber(server: ChildProcess): Promise<string> {
	return new Promise((resolve, reject) => {
		let written = "";
		const pipe = server.stdio[3] as Readable;
		pipe.on("data", (chunk: Buffer) => {
			written += chunk.toString();
			if (written.includes("\n")) resolve(written.trim());
		});
		server.once("error", reject);
		server.once("exit", (code) => reject(new Error(`Xvfb ended with code ${code} before it was ready.`)));
	});
}

function stop(server: ChildProcess): Promise<void> {
	return new Promise((resolve) => {
		if (server.exitCode !== null || server.signalCode !== null) return resolve();
		server.once("exit", () => resolve());
		server.kill();
	});
}

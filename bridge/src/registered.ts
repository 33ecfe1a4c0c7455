import { readdirSync, readFileSync, rmSync } from "node:fs";
import { connect } from "node:net";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import type { Registration } from "./local";
import { isObject, isProfile } from "./shapes";

/** How the folders begin that hold a socket alone, below the system's temporary folder. */
export const ownFolder = "chatside-";

/**
 * The hosts that run now, the newest first. What dead ones left behind (their process was killed, or the computer lost
 * power) is removed on the way.
 */
export async function runningHosts(folder: string): Promise<Registration[]> {
	const found: Registration[] = [];
	for (const name of filesIn(folder)) {
		const pid = Number(/^(\d+)\.(?:json|sock|draft)$/.exec(name)?.[1]);
		if (!pid) continue;
		const path = join(folder, name);
		const registration = read(path);
		if (isAlive(pid) || (await isListening(registration?.socket ?? path))) {
			if (registration) found.push(registration);
		} else clear(path, registration);
	}
	return found.sort((a, b) => b.started - a.started);
}

/** For one whose process number is another program's by now: nobody listens at its socket. */
export function forget(folder: string, { pid }: Registration) {
	for (const ending of ["json", "sock"]) rmSync(join(folder, `${pid}.${ending}`), { force: true });
}

function clear(path: string, registration: Registration | undefined) {
	const elsewhere = dirname(registration?.socket ?? "");
	if (basename(elsewhere).startsWith(ownFolder) && dirname(elsewhere) === tmpdir())
		rmSync(elsewhere, { recursive: true, force: true });
	rmSync(path, { force: true });
}

/** A program in a container sees the folder and the socket, and not the process. */
function isListening(socket: string): Promise<boolean> {
	return new Promise((resolve) => {
		const tried = connect(socket);
		tried.on("connect", () => {
			tried.destroy();
			resolve(true);
		});
		tried.on("error", () => resolve(false));
	});
}

function filesIn(folder: string): string[] {
	try {
		return readdirSync(folder);
	} catch {
		return [];
	}
}

function read(path: string): Registration | undefined {
	try {
		const value: unknown = JSON.parse(readFileSync(path, "utf8"));
		return isRegistration(value) ? value : undefined;
	} catch {
		return undefined;
	}
}

function isRegistration(value: unknown): value is Registration {
	return (
		isObject(value) &&
		Number.isInteger(value.pid) &&
		typeof value.socket === "string" &&
		typeof value.secret === "string" &&
		typeof value.started === "number" &&
		(value.profile === undefined || isProfile(value.profile))
	);
}

function isAlive(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch {
		// EPERM: it runs, as somebody else, and so is not one of ours.
		return false;
	}
}

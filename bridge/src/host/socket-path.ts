import { randomBytes } from "node:crypto";
import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ownFolder } from "../registered";

/** In bytes; the address of a Unix socket has no more room (104 on macOS, 108 on Linux, with the closing zero). */
const longestPath = 103;

/** Where a host listens, and what removes it. */
export type SocketPlace = {
	path: string;
	/** For this user alone, once it is there; its folder is so from the beginning. */
	restrict(): void;
	remove(): void;
};

/**
 * A Unix socket in a folder of the user's own, or a pipe on Windows, whose name nobody can guess.
 *
 * @param folder of the running hosts; where its path is too long for a socket, one in the system's temporary folder
 */
export function socketPlace(folder: string, pid: number, platform: NodeJS.Platform): SocketPlace {
	if (platform === "win32") {
		// A pipe goes with its process.
		const path = `\\\\.\\pipe\\chatside-${pid}-${randomBytes(16).toString("hex")}`;
		return { path, restrict: () => undefined, remove: () => undefined };
	}
	const path = join(folder, `${pid}.sock`);
	if (Buffer.byteLength(path) <= longestPath) {
		const remove = () => rmSync(path, { force: true });
		// A dead host with the same number may have left it.
		remove();
		return { path, restrict: () => chmodSync(path, 0o600), remove };
	}
	const own = mkdtempSync(join(tmpdir(), ownFolder));
	const inside = join(own, "host.sock");
	return {
		path: inside,
		restrict: () => chmodSync(inside, 0o600),
		remove: () => rmSync(own, { recursive: true, force: true }),
	};
}

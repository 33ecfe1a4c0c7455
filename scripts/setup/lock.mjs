import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** How long a lock without an owner's id (its owner died between two steps) is respected. */
const NAMELESS_LOCK_MS = 5_000;

/**
 * The lock of one checkout. It lies outside node_modules because `npm ci` deletes that folder first.
 *
 * @param {string} root the project's folder
 */
export function lockPath(root) {
	const name = createHash("sha256").update(root).digest("hex").slice(0, 16);
	return join(tmpdir(), `chatside-setup-${name}.lock`);
}

/**
 * Runs `task` while no other process on this machine runs one under the same lock. A lock whose owner is gone is
 * taken over.
 *
 * @template T
 * @param {string} path a path that does not exist while nobody holds the lock
 * @param {() => Promise<T>} task
 * @param {{ onWait?: (owner: number | undefined) => void, pollMs?: number }} [options]
 * @returns {Promise<T>}
 */
export async function withLock(path, task, { onWait, pollMs = 250 } = {}) {
	let told = false;
	while (!tryLock(path)) {
		if (isStale(path)) {
			discard(path);
			continue;
		}
		if (!told) onWait?.(ownerOf(path));
		told = true;
		await new Promise((resolve) => setTimeout(resolve, pollMs));
	}
	try {
		return await task();
	} finally {
		rmSync(path, { recursive: true, force: true });
	}
}

/** A folder, because making one either succeeds or says that it exists, on every file system. @param {string} path */
function tryLock(path) {
	try {
		mkdirSync(path);
	} catch (error) {
		if (errorCode(error) === "EEXIST") return false;
		throw error;
	}
	writeFileSync(join(path, "owner"), String(process.pid));
	return true;
}

/**
 * Removes a lock that was found stale. Between finding and removing, somebody else may have done the same and
 * locked anew: what was taken away is looked at again, and put back when its owner lives.
 *
 * @param {string} path
 */
function discard(path) {
	const aside = `${path}.${process.pid}`;
	try {
		renameSync(path, aside);
		if (!isStale(aside)) return renameSync(aside, path);
	} catch {
		// Gone already.
	}
	rmSync(aside, { recursive: true, force: true });
}

/** @param {string} path @returns {number | undefined} */
function ownerOf(path) {
	try {
		return Number(readFileSync(join(path, "owner"), "utf8")) || undefined;
	} catch {
		return undefined;
	}
}

/** @param {string} path */
function isStale(path) {
	const owner = ownerOf(path);
	if (owner !== undefined) return !isRunning(owner);
	try {
		return Date.now() - statSync(path).mtimeMs > NAMELESS_LOCK_MS;
	} catch {
		return false;
	}
}

/** @param {number} pid */
function isRunning(pid) {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as somebody else.
		return errorCode(error) === "EPERM";
	}
}

/** @param {unknown} error @returns {unknown} */
function errorCode(error) {
	return error instanceof Error && "code" in error ? error.code : undefined;
}

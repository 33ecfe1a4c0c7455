import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { runWithProgress } from "./run.mjs";

/** Holds the fingerprint of what was installed. Inside node_modules, so that it goes when they go. */
const STAMP = "node_modules/.chatside-setup";

/**
 * Installs the packages of package-lock.json with `npm ci`, unless exactly they are there already.
 *
 * @param {string} root the project's folder
 * @param {{ say: (line: string) => void, nodeVersion?: string }} options
 * @returns {Promise<string | undefined>} a sentence for the user when the packages could not be installed
 */
export async function ensureNpmPackages(root, { say, nodeVersion = process.version }) {
	if (npmPackagesAreCurrent(root, nodeVersion)) return undefined;
	// `npm ci` would also do when they match, but it starts by deleting a folder that a running
	// development server may be using.
	if (!installedMatchesLock(root)) {
		const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
		const { code } = await runWithProgress("Installing npm packages", "npm", args, { cwd: root, say });
		if (code !== 0)
			return "The npm packages could not be installed; the lines above say why. Run `npm ci` to try again.";
	}
	writeFileSync(join(root, STAMP), fingerprint(root, nodeVersion));
	return undefined;
}

/** @param {string} root @param {string} nodeVersion */
export function npmPackagesAreCurrent(root, nodeVersion) {
	const stamp = readIfThere(join(root, STAMP));
	return stamp !== undefined && stamp === fingerprint(root, nodeVersion);
}

/**
 * True when node_modules holds the lock file's packages although no stamp says so, as after an `npm install` by
 * hand: npm keeps a lock file of what it really installed inside node_modules.
 *
 * @param {string} root
 */
export function installedMatchesLock(root) {
	const wanted = packagesOf(join(root, "package-lock.json"));
	const installed = packagesOf(join(root, "node_modules/.package-lock.json"));
	if (!wanted || !installed) return false;
	const allWanted = Object.entries(wanted).every(([path, entry]) => {
		if (path === "") return true;
		const present = installed[path];
		// Packages for other platforms are optional and rightly absent.
		if (!present) return entry.optional === true;
		return present.version === entry.version && present.integrity === entry.integrity;
	});
	return allWanted && Object.keys(installed).every((path) => path in wanted);
}

/**
 * @param {string} lockFile
 * @returns {Record<string, { version?: string, integrity?: string, optional?: boolean }> | undefined}
 */
function packagesOf(lockFile) {
	const text = readIfThere(lockFile);
	if (text === undefined) return undefined;
	try {
		return JSON.parse(text).packages;
	} catch {
		return undefined;
	}
}

/** The Node version counts because packages with native parts are chosen by it. @param {string} root @param {string} nodeVersion */
function fingerprint(root, nodeVersion) {
	const hash = createHash("sha256").update(nodeVersion);
	for (const name of ["package.json", "package-lock.json"])
		hash.update("\0").update(readIfThere(join(root, name)) ?? "");
	return hash.digest("hex");
}

/** @param {string} path @returns {string | undefined} */
function readIfThere(path) {
	return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

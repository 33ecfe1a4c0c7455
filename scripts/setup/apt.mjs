import { existsSync, readFileSync } from "node:fs";
import { run, runWithProgress } from "./run.mjs";

/** @typedef {{ id: string, debianLike: boolean }} Distribution `id` as in os-release, e.g. `debian`, `ubuntu` */

/**
 * @param {string} [osRelease] the text of /etc/os-release
 * @returns {Distribution}
 */
export function distribution(osRelease = readOsRelease()) {
	/** @param {string} key */
	const field = (key) => new RegExp(`^${key}="?([^"\n]*)"?$`, "m").exec(osRelease)?.[1] ?? "";
	const id = field("ID");
	return {
		id,
		debianLike: [id, ...field("ID_LIKE").split(" ")].some((name) => /^(debian|ubuntu)$/.test(name)),
	};
}

/** Whether packages can be installed without asking anybody for a password. */
export function canInstallWithApt() {
	return process.platform === "linux" && process.getuid?.() === 0 && distribution().debianLike;
}

/** So that no package stops to ask a question nobody will answer. */
const quietly = () => ({ ...process.env, DEBIAN_FRONTEND: "noninteractive", NEEDRESTART_SUSPEND: "1" });

/**
 * Installs packages of Debian or Ubuntu; those the distribution does not have are left out.
 *
 * @param {string[]} packages
 * @param {{ say: (line: string) => void }} options
 * @returns {Promise<boolean>} true when every package is there afterwards
 */
export async function installWithApt(packages, { say }) {
	const env = quietly();
	// A container image comes without package lists: without this, nothing is known.
	await runWithProgress("Refreshing the package lists", "apt-get", ["update"], { env, say });
	const known = [];
	for (const name of packages) if (await hasCandidate(name)) known.push(name);
	if (known.length === 0) return false;
	// Another installation on the same machine may be under way.
	const args = ["install", "-o", "DPkg::Lock::Timeout=300", "-y", "--no-install-recommends", ...known];
	const { code } = await runWithProgress(`Installing ${known.join(", ")}`, "apt-get", args, { env, say });
	return code === 0 && known.length === packages.length;
}

/** @param {string} name */
async function hasCandidate(name) {
	const { code, output } = await run("apt-cache", ["policy", name], { env: { ...process.env, LC_ALL: "C" } });
	return code === 0 && /Candidate: (?!\(none\))/.test(output);
}

function readOsRelease() {
	return existsSync("/etc/os-release") ? readFileSync("/etc/os-release", "utf8") : "";
}

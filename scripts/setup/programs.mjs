import { canInstallWithApt, installWithApt } from "./apt.mjs";
import { onPath } from "./chromium-places.mjs";

/** @typedef {Record<string, string>} Programs programs by the name they are called by, with Debian's package of each */

/** What the code shown to users for verifying a webhook is written in; the tests run it. */
export const LANGUAGES = { python3: "python3", php: "php-cli", go: "golang-go" };

/**
 * @param {Programs} programs
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {string[]} the names of those that are not there
 */
export function missingPrograms(programs, env = process.env) {
	return Object.keys(programs).filter((name) => onPath(name, env) === undefined);
}

/**
 * Installs what is missing, where that is possible.
 *
 * @param {Programs} programs
 * @param {{ say: (line: string) => void }} options
 * @returns {Promise<string[]>} the names of those that are still not there
 */
export async function ensurePrograms(programs, { say }) {
	const missing = missingPrograms(programs);
	if (missing.length === 0 || !canInstallWithApt()) return missing;
	const packages = missing.map((name) => programs[name] ?? name);
	await installWithApt(packages, { say });
	return missingPrograms(programs);
}

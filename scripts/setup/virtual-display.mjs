import { ensurePrograms, missingPrograms } from "./programs.mjs";

/** @typedef {{ available: true } | { available: false, reason: string }} VirtualDisplay `reason`: a sentence for the user */

/** The programs needed to show a real browser window to nobody and press keys in it, and Debian's names for them. */
const PROGRAMS = { Xvfb: "xvfb", xdotool: "xdotool" };

/**
 * Whether a browser window can be shown on a display of its own and given key presses, as the tests of native
 * prompts need.
 *
 * @param {{ platform?: NodeJS.Platform, env?: NodeJS.ProcessEnv }} [options]
 * @returns {VirtualDisplay}
 */
export function findVirtualDisplay({ platform = process.platform, env = process.env } = {}) {
	if (platform !== "linux")
		return {
			available: false,
			reason: "Native prompts are tested on Linux only, where Xvfb gives a display of its own.",
		};
	const missing = missingPrograms(PROGRAMS, env);
	if (missing.length === 0) return { available: true };
	return {
		available: false,
		reason: `Native prompts cannot be tested without ${missing.join(" and ")} (Debian: apt install ${Object.values(PROGRAMS).join(" ")}).`,
	};
}

/**
 * The same, after installing what is missing where that is possible.
 *
 * @param {{ say: (line: string) => void }} options
 * @returns {Promise<VirtualDisplay>}
 */
export async function ensureVirtualDisplay({ say }) {
	if (process.platform === "linux") await ensurePrograms(PROGRAMS, { say });
	return findVirtualDisplay();
}

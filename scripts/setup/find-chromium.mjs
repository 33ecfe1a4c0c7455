import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromiumPlaces } from "./chromium-places.mjs";
import { run } from "./run.mjs";

/**
 * @typedef {{ ok: true, path: string, version: string } | { ok: false, reason: string }} FoundChromium `reason`: a
 *   sentence for the user
 */

/** Side panels opened by an extension (`chrome.sidePanel.open`) came with this version. */
const OLDEST_CHROMIUM = 121;

export const projectRoot = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** @param {string} root */
const recordPath = (root) => join(root, "node_modules", ".chatside-chromium.json");

/**
 * Finds a Chromium that loads unpacked extensions. CHROME_PATH decides when it is set: if it is unusable, nothing
 * else is tried, because somebody meant that one. Otherwise the one found last time, else a search.
 *
 * @param {{ root?: string, env?: NodeJS.ProcessEnv, platform?: NodeJS.Platform }} [options]
 * @returns {Promise<FoundChromium>}
 */
export async function findChromium({
	root = projectRoot,
	env = process.env,
	platform = process.platform,
} = {}) {
	if (env.CHROME_PATH) {
		const chosen = await examineChromium(env.CHROME_PATH, platform);
		if (chosen.ok) return chosen;
		return { ok: false, reason: `CHROME_PATH cannot be used: ${chosen.reason}` };
	}
	const remembered = rememberedChromium(root);
	if (remembered) return remembered;
	const passedOver = [];
	for (const path of chromiumPlaces({ platform, env, playwrightPath: await playwrightsOwn() })) {
		const found = await examineChromium(path, platform);
		if (found.ok) return found;
		passedOver.push(found.reason);
	}
	return { ok: false, reason: ["No Chromium was found.", ...passedOver].join(" ") };
}

/**
 * Starts the program at `path` just to ask its version.
 *
 * @param {string} path
 * @param {NodeJS.Platform} platform
 * @returns {Promise<FoundChromium>}
 */
export async function examineChromium(path, platform) {
	if (!existsSync(path)) return { ok: false, reason: `${path} does not exist.` };
	// On Windows `--version` prints nothing and opens a window instead.
	if (platform === "win32") return { ok: true, path, version: "" };
	const { code, output } = await run(path, ["--version"], { timeoutMs: 20_000 });
	if (code !== 0) return { ok: false, reason: `${path} does not run.` };
	const version = /\b(\d+)\.\d+\.\d+(\.\d+)?\b/.exec(output);
	if (!version || !/chrom/i.test(output)) return { ok: false, reason: `${path} is not a Chromium.` };
	if (/google chrome (?!for testing)/i.test(output))
		return {
			ok: false,
			reason: `${path} is Google Chrome, which takes no extension on its command line (--load-extension); Chromium and Chrome for Testing do.`,
		};
	if (Number(version[1]) < OLDEST_CHROMIUM)
		return {
			ok: false,
			reason: `${path} is version ${version[0]}; ${OLDEST_CHROMIUM} is the oldest that will do.`,
		};
	return { ok: true, path, version: version[0] };
}

/**
 * Remembers a find inside node_modules, so that the next start need not run the browser to ask its version.
 *
 * @param {{ path: string, version: string }} found
 * @param {string} [root]
 */
export function recordChromium({ path, version }, root = projectRoot) {
	writeFileSync(recordPath(root), `${JSON.stringify({ path, version }, null, "\t")}\n`);
}

/**
 * @param {string} [root]
 * @returns {FoundChromium | undefined} the find of an earlier setup, while its file is still there
 */
export function rememberedChromium(root = projectRoot) {
	try {
		const { path, version } = JSON.parse(readFileSync(recordPath(root), "utf8"));
		return typeof path === "string" && typeof version === "string" && existsSync(path)
			? { ok: true, path, version }
			: undefined;
	} catch {
		return undefined;
	}
}

/** Where Playwright keeps the Chromium it downloads, if Playwright is installed. */
async function playwrightsOwn() {
	try {
		const { chromium } = await import("@playwright/test");
		return chromium.executablePath();
	} catch {
		return undefined;
	}
}

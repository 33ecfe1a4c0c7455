/**
 * Makes a fresh checkout ready to build, run and test: `node scripts/setup/setup.mjs [--tests]`. Plain JavaScript on
 * Node alone, because it runs before any package is installed. Running it again costs next to nothing.
 */
import { pathToFileURL } from "node:url";
import { ensureChromium } from "./ensure-chromium.mjs";
import { projectRoot } from "./find-chromium.mjs";
import { lockPath, withLock } from "./lock.mjs";
import { nodeTooOld } from "./node-version.mjs";
import { ensureNpmPackages } from "./npm-packages.mjs";
import { ensurePrograms, LANGUAGES } from "./programs.mjs";
import { run } from "./run.mjs";
import { ensureVirtualDisplay } from "./virtual-display.mjs";

/**
 * @typedef {{ ok: true, chromium: string, notes: string[] } | { ok: false, reason: string }} SetUp `notes`: what the
 *   tests will miss. That is no failure here; the tests that need it say so themselves
 */

/**
 * @param {{ tests?: boolean, root?: string, say?: (line: string) => void }} [options]
 * @returns {Promise<SetUp>}
 */
export async function setUp({ tests = false, root = projectRoot, say = console.log } = {}) {
	const tooOld = nodeTooOld(process.versions.node);
	if (tooOld) return { ok: false, reason: tooOld };
	/** @param {number | undefined} owner */
	const onWait = (owner) =>
		say(`Waiting for another setup of this folder to end (process ${owner ?? "unknown"}) …`);
	return withLock(
		lockPath(root),
		async () => {
			const npmFailure = await ensureNpmPackages(root, { say });
			if (npmFailure) return { ok: false, reason: npmFailure };
			const bridgeFailure = await buildBridge(root);
			if (bridgeFailure) return { ok: false, reason: bridgeFailure };
			const chromium = await ensureChromium({ root, say });
			if (!chromium.ok) return chromium;
			return { ok: true, chromium: chromium.path, notes: tests ? await ensureTestPrograms(say) : [] };
		},
		{ onWait },
	);
}

/**
 * Every time, since it costs a tenth of a second and nothing else notices that its sources changed.
 *
 * @param {string} root
 * @returns {Promise<string | undefined>} a sentence for the user when it failed
 */
async function buildBridge(root) {
	const { code, output } = await run(process.execPath, ["bridge/build.mjs"], { cwd: root });
	return code === 0 ? undefined : `The MCP bridge could not be built: ${output.trim()}`;
}

/**
 * @param {(line: string) => void} say
 * @returns {Promise<string[]>} a sentence for everything that could not be had
 */
async function ensureTestPrograms(say) {
	const display = await ensureVirtualDisplay({ say });
	const languages = await ensurePrograms(LANGUAGES, { say });
	return [
		...(display.available ? [] : [display.reason]),
		...(languages.length === 0
			? []
			: [`The code for verifying webhooks cannot be tested without ${languages.join(" and ")}: install it.`]),
	];
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const result = await setUp({ tests: process.argv.includes("--tests") });
	if (!result.ok) {
		console.error(result.reason);
		process.exitCode = 1;
	} else for (const note of result.notes) console.log(note);
}

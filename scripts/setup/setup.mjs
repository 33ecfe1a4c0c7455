/**
 * Makes a fresh checkout ready to build, run and test: `node scripts/setup/setup.mjs [--xvfb]`. Plain JavaScript on
 * Node alone, because it runs before any package is installed. Running it again costs next to nothing.
 */
import { pathToFileURL } from "node:url";
import { ensureChromium } from "./ensure-chromium.mjs";
import { projectRoot } from "./find-chromium.mjs";
import { lockPath, withLock } from "./lock.mjs";
import { nodeTooOld } from "./node-version.mjs";
import { ensureNpmPackages } from "./npm-packages.mjs";
import { ensureVirtualDisplay } from "./virtual-display.mjs";

/**
 * @typedef {{ ok: true, chromium: string, virtualDisplay?: import("./virtual-display.mjs").VirtualDisplay }
 *   | { ok: false, reason: string }} SetUp `virtualDisplay` only when it was asked for; it being unavailable is no
 *   failure, the tests that need it say so themselves
 */

/**
 * @param {{ xvfb?: boolean, root?: string, say?: (line: string) => void }} [options]
 * @returns {Promise<SetUp>}
 */
export async function setUp({ xvfb = false, root = projectRoot, say = console.log } = {}) {
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
			const chromium = await ensureChromium({ root, say });
			if (!chromium.ok) return chromium;
			if (!xvfb) return { ok: true, chromium: chromium.path };
			return { ok: true, chromium: chromium.path, virtualDisplay: await ensureVirtualDisplay({ say }) };
		},
		{ onWait },
	);
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const result = await setUp({ xvfb: process.argv.includes("--xvfb") });
	if (!result.ok) {
		console.error(result.reason);
		process.exitCode = 1;
	} else if (result.virtualDisplay && !result.virtualDisplay.available)
		console.log(result.virtualDisplay.reason);
}

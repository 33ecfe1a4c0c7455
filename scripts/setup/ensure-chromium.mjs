import { existsSync, realpathSync } from "node:fs";
import { canInstallWithApt, distribution, installWithApt } from "./apt.mjs";
import { findChromium, recordChromium, rememberedChromium } from "./find-chromium.mjs";
import { runWithProgress } from "./run.mjs";

/** @typedef {import("./find-chromium.mjs").FoundChromium} FoundChromium */

/** Debian keeps Chromium's other languages apart; without them a Spanish browser shows English. */
const DEBIAN_LANGUAGES = { package: "chromium-l10n", sample: "/usr/lib/chromium/locales/es.pak" };

/** Without a text and an emoji font, screenshots show boxes. */
const FONTS = ["fonts-inter", "fonts-noto-color-emoji"];

const INSTALL_IT =
	"Install Chromium (Debian: `apt install chromium chromium-l10n`; anywhere: `npx playwright install chromium`), or set CHROME_PATH to a Chromium or Chrome for Testing.";

/**
 * Finds a usable Chromium, installing one when there is none and that is possible, and remembers where it is.
 *
 * @param {{ root: string, say: (line: string) => void }} options
 * @returns {Promise<FoundChromium>}
 */
export async function ensureChromium({ root, say }) {
	if (process.env.CHROME_PATH) return findChromium({ root });
	const remembered = rememberedChromium(root);
	if (remembered) return remembered;
	let found = await findChromium({ root });
	if (!found.ok) {
		say(found.reason);
		found = await installChromium({ root, say });
	}
	if (!found.ok) return { ok: false, reason: `${found.reason} ${INSTALL_IT}` };
	await addLanguages(found.path, say);
	recordChromium(found, root);
	return found;
}

/** @param {{ root: string, say: (line: string) => void }} options @returns {Promise<FoundChromium>} */
async function installChromium({ root, say }) {
	const apt = canInstallWithApt();
	// Ubuntu's package is an empty one that points to a snap, which does not run in a container.
	if (apt && distribution().id !== "ubuntu") {
		await installWithApt(["chromium", DEBIAN_LANGUAGES.package], { say });
		const found = await findChromium({ root });
		if (found.ok) {
			await installWithApt(FONTS, { say });
			return found;
		}
		say(found.reason);
	}
	const systemLibraries = apt ? ["--with-deps"] : [];
	const args = ["--no-install", "playwright", "install", ...systemLibraries, "--no-shell", "chromium"];
	await runWithProgress("Downloading Playwright's Chromium", "npx", args, { cwd: root, say });
	return findChromium({ root });
}

/** @param {string} path the Chromium found @param {(line: string) => void} say */
async function addLanguages(path, say) {
	if (!isDebiansOwn(path) || existsSync(DEBIAN_LANGUAGES.sample)) return;
	if (canInstallWithApt() && (await installWithApt([DEBIAN_LANGUAGES.package], { say }))) return;
	say(
		`Chromium is here in English only; tests of other languages need its language files (apt install ${DEBIAN_LANGUAGES.package}).`,
	);
}

/** @param {string} path */
function isDebiansOwn(path) {
	return (
		process.platform === "linux" &&
		existsSync("/usr/lib/chromium/locales") &&
		realpathSync(path) === "/usr/bin/chromium"
	);
}

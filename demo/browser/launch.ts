import { existsSync, readFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Worker } from "@playwright/test";
import { findChromium } from "../../scripts/setup/find-chromium.mjs";
import { extensionIdOf } from "./extension-id";

export type LaunchOptions = {
	/** The unpacked extension, as built. */
	extensionDir: string;
	/** Default true. The native permission prompt and key presses from outside need false and a `display`. */
	headless?: boolean;
	/** The X display of a headed browser, e.g. `:7`. */
	display?: string;
	/** Kept on close, so that a second launch finds what the first one stored. Default: a new one, deleted on close. */
	userDataDir?: string;
	/** The browser's own language (`es`, `pt-BR`), which `chrome.i18n` follows. Default `en-US`. */
	locale?: string;
	colorScheme?: "light" | "dark";
	/** Size of the browser's window; the side panel takes its width from it. Default 1280 × 800. */
	viewport?: { width: number; height: number };
	/** More of the environment, such as another `HOME`. */
	env?: Record<string, string>;
	/** More command line switches. */
	args?: string[];
};

export type Launched = {
	context: BrowserContext;
	extensionId: string;
	/** The service worker; waits for one that is just starting. The object outlives a stop and a restart. */
	serviceWorker: () => Promise<Worker>;
	userDataDir: string;
	close: () => Promise<void>;
};

/**
 * Starts Chromium with one unpacked extension, its manifest untouched, and nothing that talks to the outside.
 * Throws when there is no Chromium or it does not speak the language asked for, with a sentence that says what to do.
 */
export async function launchExtension(options: LaunchOptions): Promise<Launched> {
	const { extensionDir, headless = true, display, locale = "en-US", colorScheme = "light" } = options;
	const { width, height } = options.viewport ?? { width: 1280, height: 800 };
	const found = await findChromium();
	if (!found.ok) throw new Error(found.reason);
	const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), "chatside-profile-")));

	// Playwright decides when attaching whether a target is a page, and the side panel becomes one a moment later.
	// With this it attaches to both, and the real side panel is a Page with everything a Page can do.
	process.env.PW_CHROMIUM_ATTACH_TO_OTHER = "1";
	const context = await chromium.launchPersistentContext(userDataDir, {
		executablePath: found.path,
		// Playwright's own headless mode is an older program without extensions; the switch below is the new one.
		headless: false,
		chromiumSandbox: sandboxWorks(),
		ignoreDefaultArgs: ["--disable-extensions"],
		args: [
			...(headless ? ["--headless=new"] : []),
			`--load-extension=${extensionDir}`,
			`--disable-extensions-except=${extensionDir}`,
			`--window-size=${width},${height}`,
			`--lang=${locale}`,
			"--disable-background-networking",
			"--disable-component-update",
			"--disable-sync",
			"--disable-quic",
			"--no-first-run",
			// Lets `clickAction` click the toolbar button through the debugging protocol.
			"--enable-unsafe-extension-debugging",
			// Without a sandbox Chromium puts a warning over the page, unless it is told that this is a test.
			...(sandboxWorks() ? [] : ["--test-type"]),
			...(options.args ?? []),
		],
		// On Linux Chromium takes its language from the environment and ignores `--lang`.
		env: {
			...definedOnly(process.env),
			LANGUAGE: locale.replace("-", "_"),
			...(display && { DISPLAY: display }),
			...options.env,
		},
		colorScheme,
		// A fixed viewport would be forced on the side panel too.
		viewport: null,
	});
	const extensionId = extensionIdOf(extensionDir);
	const ownWorker = (worker: Worker) => worker.url().startsWith(`chrome-extension://${extensionId}/`);
	const close = async () => {
		await context.close();
		if (!options.userDataDir) await rm(userDataDir, { recursive: true, force: true, maxRetries: 5 });
	};
	const launched: Launched = {
		context,
		extensionId,
		serviceWorker: async () =>
			context.serviceWorkers().find(ownWorker) ??
			context.waitForEvent("serviceworker", { predicate: ownWorker }),
		userDataDir,
		close,
	};
	try {
		await checkLanguage(launched, locale);
	} catch (error) {
		await close();
		throw error;
	}
	return launched;
}

/** A Chromium without language files shows English, and every test of another language would fail obscurely. */
async function checkLanguage({ serviceWorker }: Launched, locale: string): Promise<void> {
	const worker = await serviceWorker();
	const shown = await worker.evaluate(() => chrome.i18n.getUILanguage());
	if (shown.split("-")[0] === locale.split("-")[0]) return;
	throw new Error(
		`Chromium shows ${shown} instead of ${locale}: its language files are missing (Debian: apt install chromium-l10n).`,
	);
}

/** Chromium refuses to sandbox for root; Ubuntu since 23.10 forbids it the namespaces it needs. */
function sandboxWorks(): boolean {
	if (process.getuid?.() === 0) return false;
	const restriction = "/proc/sys/kernel/apparmor_restrict_unprivileged_userns";
	return !(existsSync(restriction) && readFileSync(restriction, "utf8").trim() === "1");
}

function definedOnly(env: NodeJS.ProcessEnv): Record<string, string> {
	return Object.fromEntries(
		Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
	);
}

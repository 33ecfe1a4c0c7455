import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { pressKeys } from "./xdotool";

/** Long enough for a busy machine; reached only when something is wrong. */
const DEADLINE_MS = 15_000;
const POLL_MS = 50;
/**
 * For half a second after it appeared the prompt ignores every key but Escape, so that nobody allows anything by
 * accident (measured: at 400 ms never, at 500 ms always). Twice that, because what can be seen is the moment it
 * took the focus, and on a busy machine it is drawn later.
 */
const PROTECTED_MS = 1_000;
const PRESS_AGAIN_MS = 700;

/**
 * Says yes to the native permission prompt that `page`, a page of the extension (the side panel too), has just asked
 * for in a headed browser on `display`. Returns once the permission is there. Throws when no prompt appears.
 */
export async function acceptPermissionPrompt(display: string, page: Page): Promise<void> {
	await promptHasFocus(page);
	const before = await grantedOrigins(page);
	await delay(PROTECTED_MS);
	// "Deny" has the focus at first, "Allow" is next to it.
	await pressKeys(display, "Tab");
	let pressed = Number.NEGATIVE_INFINITY;
	await waitUntil(async () => {
		if ((await grantedOrigins(page)) !== before) return true;
		if (performance.now() - pressed < PRESS_AGAIN_MS) return false;
		await pressKeys(display, "Return");
		pressed = performance.now();
		return false;
	}, "The permission prompt was not accepted.");
}

/**
 * Says no to it. Returns when the key is pressed; the page's own reaction is the sign that the answer arrived, for
 * nothing else changes.
 */
export async function denyPermissionPrompt(display: string, page: Page): Promise<void> {
	await promptHasFocus(page);
	await pressKeys(display, "Escape");
}

/**
 * The prompt is drawn inside the browser's window, so the X server knows nothing of it, but it takes the focus from
 * the page. Playwright makes every page believe it has the focus; here the truth is wanted for a moment.
 */
async function promptHasFocus(page: Page): Promise<void> {
	const session = await page.context().newCDPSession(page);
	try {
		await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
		const hasFocus = () => page.evaluate(() => document.hasFocus());
		await waitUntil(async () => !(await hasFocus()), "No permission prompt appeared.");
	} finally {
		await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
		await session.detach();
	}
}

async function grantedOrigins(page: Page): Promise<string> {
	return page.evaluate(async () => JSON.stringify((await chrome.permissions.getAll()).origins));
}

async function waitUntil(condition: () => Promise<boolean>, otherwise: string): Promise<void> {
	const deadline = performance.now() + DEADLINE_MS;
	while (!(await condition())) {
		if (performance.now() > deadline) throw new Error(otherwise);
		await delay(POLL_MS);
	}
}

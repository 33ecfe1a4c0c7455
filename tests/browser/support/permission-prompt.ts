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
const PRESS_AGAIN_MS = 1_000;

/**
 * Says yes to the native permission prompt that `page`, a page of the extension (the side panel too), has just asked
 * for in a headed browser on `display`. Returns once the prompt is gone. Throws when none appears.
 */
export async function acceptPermissionPrompt(display: string, page: Page): Promise<void> {
	await waitUntil(() => promptIsOpen(page), "No permission prompt appeared.");
	await delay(PROTECTED_MS);
	// "Deny" has the focus at first, "Allow" is next to it.
	await pressKeys(display, "Tab");
	await pressUntilGone(display, page, "Return");
}

/** Says no to it, likewise. */
export async function denyPermissionPrompt(display: string, page: Page): Promise<void> {
	await waitUntil(() => promptIsOpen(page), "No permission prompt appeared.");
	await pressUntilGone(display, page, "Escape");
}

/** Keys are pressed only while the prompt is there, so that none ends up in the page. */
async function pressUntilGone(display: string, page: Page, key: string): Promise<void> {
	let pressed = Number.NEGATIVE_INFINITY;
	await waitUntil(async () => {
		if (!(await promptIsOpen(page))) return true;
		if (performance.now() - pressed > PRESS_AGAIN_MS) {
			await pressKeys(display, key);
			pressed = performance.now();
		}
		return false;
	}, "The permission prompt did not go away.");
}

/**
 * The prompt is drawn inside the browser's window, so the X server knows nothing of it. But while it is there the
 * browser says that its window is not the focused one; on a display of its own nothing else takes the focus away.
 */
async function promptIsOpen(page: Page): Promise<boolean> {
	return page.evaluate(async () => !(await chrome.windows.getCurrent()).focused);
}

async function waitUntil(condition: () => Promise<boolean>, otherwise: string): Promise<void> {
	const deadline = performance.now() + DEADLINE_MS;
	while (!(await condition())) {
		if (performance.now() > deadline) throw new Error(otherwise);
		await delay(POLL_MS);
	}
}

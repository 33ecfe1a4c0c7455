import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession, Page } from "@playwright/test";
import { pressKeys } from "./xdotool";

/** Long enough for a busy machine; reached only when something is wrong. */
const DEADLINE_MS = 15_000;
const POLL_MS = 50;
/** A prompt ignores keys for half a second after it appeared, so that nobody answers it by accident. */
const PRESS_AGAIN_MS = 700;

/**
 * Says yes to the native permission prompt that `page` has just asked for, in a headed browser on `display`. Returns
 * once the prompt is gone. Throws when none appears.
 */
export async function acceptPermissionPrompt(display: string, page: Page): Promise<void> {
	// "Deny" has the focus at first, "Allow" is next to it.
	await answer(display, page, ["Tab"], "Return");
}

/** Says no, likewise. */
export async function denyPermissionPrompt(display: string, page: Page): Promise<void> {
	await answer(display, page, [], "Escape");
}

/**
 * The prompt is drawn inside the browser's window, so the X server knows nothing of it. But it takes the focus from
 * the page, and gives it back when it is answered: that is what is watched. Keys are pressed only while the page is
 * without focus, so they never end up in it.
 */
async function answer(display: string, page: Page, before: string[], key: string): Promise<void> {
	const focus = await watchFocus(page);
	try {
		await waitUntil(async () => !(await focus.hasFocus()), "No permission prompt appeared.");
		if (before.length > 0) await pressKeys(display, ...before);
		let pressed = Number.NEGATIVE_INFINITY;
		await waitUntil(async () => {
			if (await focus.hasFocus()) return true;
			if (performance.now() - pressed > PRESS_AGAIN_MS) {
				await pressKeys(display, key);
				pressed = performance.now();
			}
			return false;
		}, "The permission prompt did not go away.");
	} finally {
		await focus.stop();
	}
}

type FocusWatch = { hasFocus: () => Promise<boolean>; stop: () => Promise<void> };

/** Playwright makes every page believe it has the focus; here the truth is wanted. */
async function watchFocus(page: Page): Promise<FocusWatch> {
	const session: CDPSession = await page.context().newCDPSession(page);
	await session.send("Emulation.setFocusEmulationEnabled", { enabled: false });
	return {
		hasFocus: () => page.evaluate(() => document.hasFocus()),
		stop: async () => {
			await session.send("Emulation.setFocusEmulationEnabled", { enabled: true });
			await session.detach();
		},
	};
}

async function waitUntil(condition: () => Promise<boolean>, otherwise: string): Promise<void> {
	const deadline = performance.now() + DEADLINE_MS;
	while (!(await condition())) {
		if (performance.now() > deadline) throw new Error(otherwise);
		await delay(POLL_MS);
	}
}

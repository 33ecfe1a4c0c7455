import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext, Page } from "@playwright/test";

const longestMs = 30_000;

/**
 * Waits for a page that is opened from now on and is the one meant, and for it to have loaded. The pages there are are
 * asked again and again: a page is announced once, perhaps with another address, and its loading may be over by then.
 */
export async function awaitPage(
	context: BrowserContext,
	isMeant: (page: Page) => boolean | Promise<boolean>,
): Promise<Page> {
	const before = new Set(context.pages());
	const givenUpAt = Date.now() + longestMs;
	while (Date.now() < givenUpAt) {
		for (const page of context.pages()) if (!before.has(page) && (await isMeant(page))) return loaded(page);
		await wait(20);
	}
	throw new Error("The page that should have opened did not.");
}

async function loaded(page: Page): Promise<Page> {
	// Not by frames: a page in the background draws none.
	await page.waitForFunction(() => document.readyState === "complete", undefined, { polling: 20 });
	return page;
}

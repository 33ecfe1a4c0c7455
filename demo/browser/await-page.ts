import { setTimeout as wait } from "node:timers/promises";
import type { BrowserContext, Page } from "@playwright/test";

const longestMs = 30_000;

/**
 * Waits for a page that is opened from now on and is the one meant. The pages there are, asked again and again: the
 * address a page is announced with may still be another, and it is announced only once.
 */
export async function awaitPage(
	context: BrowserContext,
	isMeant: (page: Page) => boolean | Promise<boolean>,
): Promise<Page> {
	const before = new Set(context.pages());
	const givenUpAt = Date.now() + longestMs;
	while (Date.now() < givenUpAt) {
		for (const page of context.pages()) if (!before.has(page) && (await isMeant(page))) return page;
		await wait(20);
	}
	throw new Error("The page that should have opened did not.");
}

import type { Page } from "@playwright/test";

/** tsx wraps functions with a name in a call of `__name`, which what runs in a page has to find there. */
export async function keepNames(page: Page): Promise<void> {
	await page.evaluate("globalThis.__name ??= (value) => value");
}

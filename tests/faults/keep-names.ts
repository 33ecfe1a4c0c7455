import type { Page, Worker } from "@playwright/test";

/** tsx wraps functions with a name in a call of `__name`, which what runs in a page has to find there. */
export const keepNames = (page: Page | Worker): Promise<unknown> =>
	page.evaluate("globalThis.__name ??= (value) => value");

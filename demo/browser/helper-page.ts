import type { BrowserContext, Page } from "@playwright/test";
import { awaitPage } from "./await-page";
import { withBrowserSession } from "./browser-session";

/**
 * Opens a page in a background tab, so that the active tab (and with it what the extension believes the user is
 * looking at) stays the same.
 */
export async function openHelperPage(context: BrowserContext, url: string): Promise<Page> {
	const opened = awaitPage(context, (page) => page.url() === url);
	opened.catch(() => undefined);
	await withBrowserSession(context, (session) =>
		session.send("Target.createTarget", { url, background: true }),
	);
	return opened;
}

/** Opens a helper page, runs `use` on it and closes it again. */
export async function withHelperPage<T>(
	context: BrowserContext,
	url: string,
	use: (page: Page) => Promise<T>,
): Promise<T> {
	const page = await openHelperPage(context, url);
	try {
		return await use(page);
	} finally {
		await page.close();
	}
}

/**
 * A page of the extension that runs none of its code, yet has every API of an extension page: its manifest, shown as
 * text. Playwright evaluates with a user gesture, so `permissions.request` and `sidePanel.open` work in it.
 */
export function extensionHelperUrl(extensionId: string): string {
	return `chrome-extension://${extensionId}/manifest.json`;
}

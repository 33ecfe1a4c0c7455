import type { BrowserContext, Page } from "@playwright/test";
import { awaitPage } from "./await-page";
import { extensionHelperUrl, withHelperPage } from "./helper-page";
import type { Launched } from "./launch";

/**
 * Opens the real side panel beside `tab`, as `chrome.sidePanel.open` in a click does, and returns it as a Playwright
 * page: locators, screenshots, `setViewportSize` and `emulateMedia` work as on any page. A panel that is already open
 * is returned as it is. `tab` is in front afterwards.
 */
export async function openSidePanel(launched: Launched, tab: Page): Promise<Page> {
	const { context, extensionId } = launched;
	await tab.bringToFront();
	const open = await findSidePanel(context, extensionId);
	if (open) return open;
	const appeared = waitForSidePanel(context, extensionId);
	// When opening it fails, that is the error; this one would end the whole run.
	appeared.catch(() => undefined);
	await withHelperPage(context, extensionHelperUrl(extensionId), (helper) =>
		helper.evaluate(async () => {
			const [active] = await chrome.tabs.query({ active: true, currentWindow: true });
			if (active?.id === undefined) throw new Error("No tab is active.");
			await chrome.sidePanel.open({ tabId: active.id });
		}),
	);
	return appeared;
}

/** Waits for the side panel to be opened by what the test does next; start waiting before doing it. */
export async function waitForSidePanel(context: BrowserContext, extensionId: string): Promise<Page> {
	return awaitPage(
		context,
		async (page) => isExtensionPage(page, extensionId) && (await isOutsideTabs(page)),
	);
}

/** The side panel that is open now, if one is. */
export async function findSidePanel(context: BrowserContext, extensionId: string): Promise<Page | undefined> {
	for (const page of context.pages())
		if (isExtensionPage(page, extensionId) && (await isOutsideTabs(page))) return page;
	return undefined;
}

/** Closes the panel, as its cross does. */
export async function closeSidePanel(panel: Page): Promise<void> {
	await panel.close();
}

function isExtensionPage(page: Page, extensionId: string): boolean {
	return (
		page.url().startsWith(`chrome-extension://${extensionId}/`) &&
		page.url() !== extensionHelperUrl(extensionId)
	);
}

/** The panel's page may also be open as an ordinary tab; only that one is in a tab. */
async function isOutsideTabs(page: Page): Promise<boolean> {
	return page.evaluate(async () => (await chrome.tabs.getCurrent()) === undefined).catch(() => false);
}

import { browser } from "./browser";

export const whatsappPattern = "https://web.whatsapp.com/*";
export const whatsappUrl = "https://web.whatsapp.com/";

/** The ids of the open WhatsApp tabs. */
export async function whatsappTabs(): Promise<number[]> {
	const tabs = await browser.tabs.query({ url: whatsappPattern });
	return tabs.flatMap(({ id }) => id ?? []);
}

export function onTabClosed(listener: (tabId: number) => void): void {
	browser.tabs.onRemoved.addListener(listener);
}

/**
 * Opens the options page: the tab that shows it already, or a new one. `place` is the hash of a page of it, such as
 * `#/deliveries`; without one the tab stays where it is.
 */
export async function openOptionsPage(place?: string): Promise<void> {
	if (place === undefined) return browser.runtime.openOptionsPage();
	const url = browser.runtime.getURL("options.html");
	const contexts = await chrome.runtime.getContexts({ contextTypes: ["TAB"] });
	const shown = contexts.find(({ documentUrl }) => documentUrl?.startsWith(url));
	if (!shown) {
		await browser.tabs.create({ url: `${url}${place}` });
		return;
	}
	await browser.tabs.update(shown.tabId, { active: true, url: `${url}${place}` });
	await browser.windows.update(shown.windowId, { focused: true });
}

/** Opens a page of the web in a tab of its own. */
export async function openUrl(url: string, { active = true } = {}): Promise<void> {
	await browser.tabs.create({ url, active });
}

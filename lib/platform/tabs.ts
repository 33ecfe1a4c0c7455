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

/** Opens the options page, or one place of it (`#/webhooks`) in a tab of its own. */
export async function openOptionsPage(place = ""): Promise<void> {
	if (place === "") await browser.runtime.openOptionsPage();
	else await browser.tabs.create({ url: browser.runtime.getURL(`options.html${place}`) });
}

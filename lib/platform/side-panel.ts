import { browser } from "./browser";
import { whatsappPattern, whatsappUrl } from "./tabs";

const panelPath = (tabId: number) => `sidepanel.html?tab=${tabId}`;

/**
 * Shows the panel only beside WhatsApp: disabled everywhere, enabled tab by tab, each tab with a panel of its own that
 * knows its tab from the URL. The toolbar button and the keyboard shortcut open and close it.
 */
export function enablePanelOnlyOnWhatsapp(): void {
	void chrome.sidePanel.setOptions({ enabled: false });
	void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
	// A tab's URL is visible to us only where we have host access, so any other page has none: disabled.
	browser.tabs.onUpdated.addListener((tabId, changed, tab) => {
		if (changed.status === "loading" || changed.url)
			enableFor(tabId, tab.url?.startsWith(whatsappUrl) ?? false);
	});
	void browser.tabs.query({ url: whatsappPattern }).then((tabs) => {
		for (const { id } of tabs) if (id !== undefined) enableFor(id, true);
	});
}

function enableFor(tabId: number, enabled: boolean): void {
	// The tab may be gone by now, and then there is nothing to enable.
	chrome.sidePanel.setOptions({ tabId, path: panelPath(tabId), enabled }).catch(() => undefined);
}

/** The tab this panel belongs to. */
export function panelTabId(location: Location): number {
	return Number(new URLSearchParams(location.search).get("tab"));
}

import { browser } from "./browser";
import { whatsappPattern, whatsappUrl } from "./tabs";

const panelPath = (tabId: number) => `sidepanel.html?tab=${tabId}`;

/**
 * Shows the panel only beside WhatsApp: disabled everywhere, enabled tab by tab, each tab with a panel of its own that
 * knows its tab from the URL. The toolbar button and the keyboard shortcut open and close it; on any other page they lead
 * to WhatsApp.
 */
export function enablePanelOnlyOnWhatsapp(): void {
	void chrome.sidePanel.setOptions({ enabled: false });
	void chrome.sidePanel.setPanelBehavior({ openPanelOnActionClick: true });
	// Fired only where the panel is disabled: elsewhere the button belongs to the panel.
	chrome.action.onClicked.addListener(() => void showWhatsapp());
	// A tab's URL is visible to us only where we have host access, so any other page has none: disabled.
	browser.tabs.onUpdated.addListener((tabId, changed, tab) => {
		if (changed.status === "loading" || changed.url)
			enableFor(tabId, tab.url?.startsWith(whatsappUrl) ?? false);
	});
	void browser.tabs.query({ url: whatsappPattern }).then((tabs) => {
		for (const { id } of tabs) if (id !== undefined) enableFor(id, true);
	});
}

/** Brings the last used WhatsApp tab to the front, or opens one. */
async function showWhatsapp(): Promise<void> {
	const tabs = await browser.tabs.query({ url: whatsappPattern });
	const [latest] = tabs.sort((a, b) => (b.lastAccessed ?? 0) - (a.lastAccessed ?? 0));
	if (latest?.id === undefined) {
		await browser.tabs.create({ url: whatsappUrl });
		return;
	}
	await browser.tabs.update(latest.id, { active: true });
	if (latest.windowId !== undefined) await browser.windows.update(latest.windowId, { focused: true });
}

function enableFor(tabId: number, enabled: boolean): void {
	// The tab may be gone by now, and then there is nothing to enable.
	chrome.sidePanel.setOptions({ tabId, path: panelPath(tabId), enabled }).catch(() => undefined);
}

/** The tab this panel belongs to. */
export function panelTabId(location: Pick<Location, "search">): number {
	return Number(new URLSearchParams(location.search).get("tab"));
}

/** Whether a side panel of ours, or our page of the bridge, shows beside or in a tab that is in front. */
export async function askingPageShows(): Promise<boolean> {
	const contextTypes = ["SIDE_PANEL", "TAB"] as chrome.runtime.ContextType[];
	const [contexts, tabs] = await Promise.all([
		chrome.runtime.getContexts({ contextTypes }),
		browser.tabs.query({ active: true }),
	]);
	const inFront = (tabId: number) => tabs.some(({ id }) => id === tabId);
	return contexts.some(({ contextType, documentUrl = "", tabId }) =>
		contextType === "TAB"
			? documentUrl.endsWith("#/mcp-bridge") && inFront(tabId)
			: // It lives on, unseen, while its tab is behind another.
				URL.canParse(documentUrl) && inFront(panelTabId(new URL(documentUrl))),
	);
}

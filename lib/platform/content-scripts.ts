import { browser } from "./browser";

export function onInstalled(listener: () => void): void {
	browser.runtime.onInstalled.addListener(listener);
}

/** Calls `listener` when the browser was started with this profile: a worker that is wanted then has to listen for it. */
export function onBrowserStarted(listener: () => void): void {
	browser.runtime.onStartup.addListener(listener);
}

/** Runs the manifest's content scripts in the tabs that were open before this version was installed. */
export async function runContentScriptsInOpenTabs(): Promise<void> {
	const scripts = chrome.runtime.getManifest().content_scripts ?? [];
	const tabs = await browser.tabs.query({ url: scripts.flatMap(({ matches }) => matches ?? []) });
	for (const { id } of tabs)
		for (const { js = [], world = "ISOLATED" } of scripts as ContentScript[])
			if (id !== undefined)
				// A tab may close, or show an error page that takes no scripts.
				await chrome.scripting
					.executeScript({ target: { tabId: id }, files: js, world })
					.catch(() => undefined);
}

/** As in the manifest; the type of `getManifest` does not know `world` yet. */
type ContentScript = { js?: string[]; world?: "ISOLATED" | "MAIN" };

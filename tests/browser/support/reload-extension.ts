import { expect, type Page } from "@playwright/test";
import { withHelperPage } from "../../../demo/browser/helper-page";
import type { Launched } from "../../../demo/browser/launch";

/**
 * Reloads the extension as an update does: its worker and pages end, open web pages keep the old content scripts.
 * Returns once `panel`, its side panel, is gone and can be opened again.
 */
export async function reloadExtension({ context }: Launched, panel: Page): Promise<void> {
	// Without developer mode Chromium switches an unpacked extension off instead of loading it again.
	await withHelperPage(context, "chrome://extensions/", (page) =>
		page.evaluate(async () => {
			const developerPrivate: { updateProfileConfiguration(change: object): Promise<void> } = Reflect.get(
				chrome,
				"developerPrivate",
			);
			await developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
		}),
	);
	const ended = Promise.all([panel.waitForEvent("close"), context.waitForEvent("serviceworker")]);
	// Never returns: what it runs in ends.
	void panel.evaluate(() => chrome.runtime.reload()).catch(() => undefined);
	await ended;
	// The old worker may still be listed for a moment, and ends while it is asked: the newest one counts.
	const isEnabled = async () =>
		context
			.serviceWorkers()
			.at(-1)
			?.evaluate(async () => {
				const [tab] = await chrome.tabs.query({ url: "https://web.whatsapp.com/*" });
				return (await chrome.sidePanel.getOptions({ tabId: tab?.id })).enabled;
			})
			.catch(() => "the worker ended");
	await expect.poll(isEnabled).toBe(true);
}

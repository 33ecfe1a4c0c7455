import type { Page } from "@playwright/test";
import { extensionHelperUrl } from "../../../demo/browser/helper-page";
import type { Launched } from "../../../demo/browser/launch";

declare global {
	interface Window {
		/** When the page was painted, in ms since its navigation began, and whether its control reacted then. */
		interactive: Promise<{ painted: number; reacts: boolean }>;
	}
}

/** An extension's page in a tab of its own, ready to be opened again and again. */
export type OpenedPage = { tab: Page; url: string; home: string };

/** Watches for the heading and the first control; with `content`, for an element of that selector as well. */
export async function preparePage(
	{ context, extensionId }: Launched,
	{ place = "", content = "h1" }: { place?: string; content?: string } = {},
): Promise<OpenedPage> {
	const tab = await context.newPage();
	await tab.addInitScript(watchPage, content);
	const home = extensionHelperUrl(extensionId);
	return { tab, home, url: `chrome-extension://${extensionId}/options.html${place}` };
}

/**
 * Opens the page anew and gives the time, in ms, from the start of the navigation until its heading and its first
 * control are on the screen and the page has nothing left to do before it reacts. Throws when it does not react.
 */
export async function measureOpening({ tab, url, home }: OpenedPage): Promise<number> {
	// Another page of the extension in between keeps its process, as the worker does.
	await tab.goto(home);
	await tab.goto(url);
	const { painted, reacts } = await tab.evaluate(() => window.interactive);
	if (!reacts) throw new Error(`${url} was painted, but its first control did not react.`);
	return painted;
}

/** Runs in the page before its own code. Stands alone: Playwright sends its text. */
function watchPage(content: string): void {
	window.interactive = new Promise((resolve) => {
		const observer = new MutationObserver(() => {
			const found = document.querySelector<HTMLInputElement>('input[type="search"]');
			if (!found || !document.querySelector("h1")?.textContent || !document.querySelector(content)) return;
			observer.disconnect();
			// A frame is on the screen when a task runs behind its animation callback.
			requestAnimationFrame(() => {
				const { port1, port2 } = new MessageChannel();
				port1.onmessage = async () => {
					const painted = performance.now();
					let reacts = false;
					const reaction = new MutationObserver(() => {
						reacts = true;
					});
					reaction.observe(document.body, { subtree: true, childList: true, characterData: true });
					Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value")?.set?.call(found, "webhook");
					found.dispatchEvent(new Event("input", { bubbles: true }));
					await new Promise((done) => setTimeout(done));
					resolve({ painted, reacts });
				};
				port2.postMessage(null);
			});
		});
		observer.observe(document, { subtree: true, childList: true });
	});
}

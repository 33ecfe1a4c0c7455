import { fileURLToPath } from "node:url";
import type { Page } from "@playwright/test";
import { extensionHelperUrl, openHelperPage } from "../../../demo/browser/helper-page";
import { type Launched, launchExtension } from "../../../demo/browser/launch";
import { stopServiceWorker } from "../../browser/support/service-worker";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { storeRealisticSettings } from "../settings-read/realistic-settings";

const rounds = 30;
const warmUp = 4;
const emptyDir = fileURLToPath(new URL("./empty", import.meta.url));

/** What a panel asks first; the answer needs the settings and the tab's state. */
const message = { message: "getConversation", data: { tabId: 1 } };

/**
 * From a page's request until its answer when the worker has ended, as it does after half a minute without work:
 * Chromium starts it, it registers what it listens to, and answers. Against a worker that does nothing but answer.
 */
export const workerWake: Measurement = {
	rows: ["worker-wake"],
	async run({ buildDir }) {
		const browsers: Launched[] = [];
		try {
			const chatside = await launchExtension({ extensionDir: buildDir });
			browsers.push(chatside);
			await storeRealisticSettings(chatside);
			const empty = await launchExtension({ extensionDir: emptyDir });
			browsers.push(empty);
			const pages = await Promise.all(
				browsers.map(({ context, extensionId }) => openHelperPage(context, extensionHelperUrl(extensionId))),
			);
			const times: [number[], number[]] = [[], []];
			for (let round = -warmUp; round < rounds; round++)
				for (const [index, browser] of browsers.entries()) {
					await stopServiceWorker(browser);
					const took = await timeAnswer(pages[index] as Page);
					if (round >= 0) times[index]?.push(took);
				}
			const [ours, baseline] = times;
			// What a person takes for at once. An empty worker is faster in any case: it has no code to start.
			const goal = { of: "ours", at: "p50", atMost: 100 } as const;
			return { judged: [judge({ name: "worker-wake", unit: "ms", ours, baseline, goal })] };
		} finally {
			for (const browser of browsers) await browser.close();
		}
	},
};

const timeAnswer = (page: Page): Promise<number> =>
	page.evaluate(async (envelope) => {
		const start = performance.now();
		const reply = await chrome.runtime.sendMessage(envelope);
		if (!reply?.value) throw new Error(`No answer: ${JSON.stringify(reply)}`);
		return performance.now() - start;
	}, message);

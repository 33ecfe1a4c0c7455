import { extensionHelperUrl, withHelperPage } from "../../../demo/browser/helper-page";
import { grantHost } from "../../../demo/browser/host-permission";
import { launchExtension } from "../../../demo/browser/launch";
import { callTool } from "../../../demo/connect";
import { stopServiceWorker } from "../../browser/support/service-worker";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { cardsLeft } from "./cards-left";
import { type Amount, type GrowingSubject, measureGrowth } from "./growth";
import { measureLookups } from "./measure-lookups";
import { storeCards } from "./store-cards";

const perBlock = 25;
/** Kept by the worker (lib/platform/database.ts). */
const mostCards = 2_000;
/** Nobody answers there: what is shown comes from the cache. */
const crm = "http://127.0.0.1:9";

/**
 * From the page's report of a chat until its cached card is pointed to, for somebody who has opened few or many chats:
 * when it starts, the worker drops all but the newest cards (lib/platform/database.ts).
 */
export const customerCache: Measurement = {
	rows: ["growth-customer-cache"],
	async run({ buildDir }) {
		const { judged, note } = await measureGrowth(
			"growth-customer-cache",
			(amount) => open(buildDir, amount),
			{ blocks: 4 },
		);
		return { judged: [judged], notes: note };
	},
};

async function open(buildDir: string, amount: Amount): Promise<GrowingSubject> {
	const browser = await launchExtension({ extensionDir: buildDir });
	const { context, extensionId, close } = browser;
	await grantHost(context, extensionId, `${crm}/*`);
	const endpoint = { type: "sidePanel_CustomerInfo", url: `${crm}/customer-info`, method: "POST" };
	await callTool(browser, "update_crm_endpoints", { add_crm_endpoint: endpoint });
	await withHelperPage(context, extensionHelperUrl(extensionId), async (page) => {
		await page.evaluate(nameHelper);
		// The worker makes the database when it is first asked.
		await page.evaluate(() => chrome.runtime.sendMessage({ message: "getStoredData" }));
		await page.evaluate(storeCards, { count: amount, endpoint });
	});
	// It reads once a life which cards there are.
	await stopServiceWorker(browser);
	const kept = await withHelperPage(context, extensionHelperUrl(extensionId), async (page) => {
		await page.evaluate(nameHelper);
		return page.evaluate(cardsLeft, mostCards);
	});
	const worker = await browser.serviceWorker();
	await worker.evaluate(nameHelper);
	const step = Math.floor(kept / perBlock);
	return {
		close,
		measure: (block) => {
			const first = amount - kept + (block % step);
			const indices = Array.from({ length: perBlock }, (_, index) => first + index * step);
			return worker.evaluate(measureLookups, { indices, wanted: "card" as const });
		},
	};
}

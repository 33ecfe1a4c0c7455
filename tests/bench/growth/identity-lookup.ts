import { extensionHelperUrl, withHelperPage } from "../../../demo/browser/helper-page";
import { launchExtension } from "../../../demo/browser/launch";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { type Amount, type GrowingSubject, measureGrowth } from "./growth";
import { measureLookups } from "./measure-lookups";
import { storeLinks } from "./store-links";

const perBlock = 30;

/** What it takes to know whom somebody is linked to when their chat is opened, with few and many linked identities. */
export const identityLookup: Measurement = {
	rows: ["identity-lookup", "growth-identity-lookup"],
	async run({ buildDir }) {
		const { judged, most, least, note } = await measureGrowth(
			"growth-identity-lookup",
			(amount) => open(buildDir, amount),
			{ blocks: 4 },
		);
		return {
			judged: [
				judge({
					name: "identity-lookup",
					unit: "ms",
					ours: most,
					baseline: least,
					goal: { of: "ours", at: "p95", atMost: 5 },
				}),
				judged,
			],
			notes: note,
		};
	},
};

async function open(buildDir: string, links: Amount): Promise<GrowingSubject> {
	const browser = await launchExtension({ extensionDir: buildDir });
	const { context, extensionId, close } = browser;
	const worker = await browser.serviceWorker();
	await worker.evaluate(nameHelper);
	await withHelperPage(context, extensionHelperUrl(extensionId), async (page) => {
		await page.evaluate(nameHelper);
		// The worker makes the database when it is first asked.
		await page.evaluate(() => chrome.runtime.sendMessage({ message: "getStoredData" }));
		await page.evaluate(storeLinks, links);
		// And forgets that there was nobody, by a write of its own.
		await page.evaluate(() => chrome.runtime.sendMessage({ message: "undoDecision", data: { records: [] } }));
	});
	// Numbers spread over all of them, others in each block; a third of the records is not a number.
	const step = Math.floor(links / perBlock / 3) * 3;
	return {
		close,
		measure: (block) => {
			const shift = (block % Math.floor(step / 3)) * 3;
			const indices = Array.from({ length: perBlock }, (_, index) => index * step + shift);
			return worker.evaluate(measureLookups, { indices, wanted: "link" as const });
		},
	};
}

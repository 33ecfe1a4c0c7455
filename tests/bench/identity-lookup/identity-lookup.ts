import { extensionHelperUrl, withHelperPage } from "../../../demo/browser/helper-page";
import { type Launched, launchExtension } from "../../../demo/browser/launch";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { measureLookups } from "./measure-lookups";
import { storeLinks } from "./store-links";

const blocks = 6;
const perBlock = 30;

/**
 * What it takes to know whom somebody is linked to when their chat is opened, with a hundred thousand linked identities
 * against a thousand. In turn, because the machine may be busy for a while.
 */
export const identityLookup: Measurement = {
	rows: ["identity-lookup", "identity-lookup-many"],
	async run({ buildDir }) {
		const subjects: Launched[] = [];
		try {
			const many = await open(buildDir, 100_000);
			subjects.push(many);
			const few = await open(buildDir, 1_000);
			subjects.push(few);
			const [ours, baseline]: [number[], number[]] = [[], []];
			for (let block = -1; block < blocks; block++) {
				const mine = await measure(many, 100_000, block);
				const other = await measure(few, 1_000, block);
				if (block < 0) continue;
				ours.push(...mine);
				baseline.push(...other);
			}
			const measured = { unit: "ms", ours, baseline };
			return {
				judged: [
					judge({ name: "identity-lookup", ...measured, goal: { of: "ours", at: "p95", atMost: 5 } }),
					judge({ name: "identity-lookup-many", ...measured, goal: { of: "ratio", at: "p50", atMost: 1.5 } }),
				],
			};
		} finally {
			for (const subject of subjects) await subject.close();
		}
	},
};

async function open(buildDir: string, links: number): Promise<Launched> {
	const browser = await launchExtension({ extensionDir: buildDir });
	const { context, extensionId } = browser;
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
	return browser;
}

/** Numbers spread over all of them, others in each block; a third of the records is not a number. */
async function measure(browser: Launched, links: number, block: number): Promise<number[]> {
	const worker = await browser.serviceWorker();
	const step = Math.floor(links / perBlock / 3) * 3;
	const indices = Array.from(
		{ length: perBlock },
		(_, index) => index * step + ((block + 1) % Math.floor(step / 3)) * 3,
	);
	return worker.evaluate(measureLookups, { indices, tabId: 1 });
}

import { launchExtension } from "../../../demo/browser/launch";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { measureReads } from "./measure-reads";
import { storeRealisticSettings } from "./realistic-settings";

/**
 * What it takes the worker to read the settings, parsed and with the policy laid over them, against reading the same
 * bytes from storage and trusting them. With 100 functions and 5 endpoints; as usual, and right after a change.
 */
export const settingsRead: Measurement = {
	rows: ["settings-read", "settings-read-changed"],
	async run({ buildDir }) {
		const browser = await launchExtension({ extensionDir: buildDir });
		try {
			await storeRealisticSettings(browser);
			const worker = await browser.serviceWorker();
			await worker.evaluate(nameHelper);
			const { kept, changed, bare, bytes } = await worker.evaluate(measureReads, {
				rounds: 150,
				warmUp: 20,
			});
			return {
				judged: [
					judge({
						name: "settings-read",
						unit: "ms",
						ours: kept,
						baseline: bare,
						goal: { of: "ours", at: "p95", atMost: 5 },
					}),
					judge({
						name: "settings-read-changed",
						unit: "ms",
						ours: changed,
						baseline: bare,
						goal: { of: "ratio", at: "p50", atMost: 2.5 },
					}),
				],
				notes: `${(bytes / 1024).toFixed(0)} KB of settings`,
			};
		} finally {
			await browser.close();
		}
	},
};

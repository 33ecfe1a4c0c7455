import { rm } from "node:fs/promises";
import { type Launched, launchExtension } from "../../../demo/browser/launch";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { storeRealisticSettings } from "../settings-read/realistic-settings";
import { buildEmptyExtension } from "./build-empty";
import { measureOpening, preparePage } from "./measure-opening";

const rounds = 30;
/** Rounds before those: the browser compiles code it has seen twice from its cache. */
const warmUp = 5;

/** From opening the options page until one can work in it, against a React page that has nothing but one control. */
export const optionsInteractive: Measurement = {
	rows: ["options-interactive"],
	async run({ buildDir }) {
		const emptyDir = await buildEmptyExtension();
		const browsers: Launched[] = [];
		try {
			const chatside = await launchExtension({ extensionDir: buildDir });
			browsers.push(chatside);
			const empty = await launchExtension({ extensionDir: emptyDir });
			browsers.push(empty);
			await storeRealisticSettings(chatside);
			const [page, emptyPage] = [await preparePage(chatside), await preparePage(empty)];
			const [ours, baseline]: [number[], number[]] = [[], []];
			for (let round = -warmUp; round < rounds; round++) {
				const mine = await measureOpening(page);
				const bare = await measureOpening(emptyPage);
				if (round < 0) continue;
				ours.push(mine);
				baseline.push(bare);
			}
			return {
				judged: [
					judge({
						name: "options-interactive",
						unit: "ms",
						ours,
						baseline,
						goal: { of: "ratio", at: "p50", atMost: 1.3 },
					}),
				],
			};
		} finally {
			for (const browser of browsers) await browser.close();
			await rm(emptyDir, { recursive: true, force: true });
		}
	},
};

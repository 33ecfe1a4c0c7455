import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { type Launched, launchExtension } from "../../../demo/browser/launch";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { firstLoad } from "./first-load";

/** In KB (1,024 bytes), gzipped. */
const goals = { content: 12, worker: 110, panel: 170, options: 180, package: 900 } as const;

/**
 * What has to be loaded, gzipped: on every page of WhatsApp, whenever the worker wakes (its script imports nothing but the
 * parts it loads later, scripts/worker-parts.ts), for the first view of the panel and of the options page (asked of the
 * browser, with their styles), and by whoever installs Chatside.
 */
export const sizes: Measurement = {
	rows: ["size-content", "size-worker", "size-panel", "size-options", "size-package"],
	async run({ buildDir }) {
		const browser = await launchExtension({ extensionDir: buildDir });
		try {
			const content = (await readdir(join(buildDir, "content-scripts"))).map(
				(name) => `content-scripts/${name}`,
			);
			const files = {
				content,
				worker: ["background.js"],
				panel: await filesOf(browser, "sidepanel.html"),
				options: await filesOf(browser, "options.html"),
				package: (await readdir(buildDir, { recursive: true, withFileTypes: true }))
					.filter((entry) => entry.isFile())
					.map((entry) => join(entry.parentPath, entry.name).slice(buildDir.length + 1)),
			};
			const judged = [];
			for (const name of Object.keys(goals) as (keyof typeof goals)[])
				judged.push(
					judge({
						name: `size-${name}`,
						unit: "KB gzip",
						ours: [await kilobytes(buildDir, files[name])],
						goal: { of: "ours", at: "p50", atMost: goals[name] },
					}),
				);
			return { judged };
		} finally {
			await browser.close();
		}
	},
};

const filesOf = (browser: Launched, page: string) => firstLoad(browser, page, /\.(js|css)$/);

async function kilobytes(buildDir: string, files: readonly string[]): Promise<number> {
	if (files.length === 0) throw new Error("There is nothing to weigh.");
	const weights = await Promise.all(
		files.map(async (file) => gzipSync(await readFile(join(buildDir, file)), { level: 9 }).byteLength),
	);
	return weights.reduce((sum, bytes) => sum + bytes) / 1024;
}

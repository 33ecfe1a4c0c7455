import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { launchExtension } from "../../../demo/browser/launch";
import { judge } from "../judge";
import type { Measurement } from "../measurement";

/** A class name of CodeMirror: whatever file holds it holds the editor. */
const editorMark = "cm-content";

/** That the options page loads nothing of the editor before one is opened. */
export const optionsLazy: Measurement = {
	rows: ["options-lazy-editor"],
	async run({ buildDir }) {
		const browser = await launchExtension({ extensionDir: buildDir });
		try {
			const page = await browser.context.newPage();
			const requested = new Set<string>();
			page.on("request", (request) => requested.add(new URL(request.url()).pathname));
			await page.goto(`chrome-extension://${browser.extensionId}/options.html`);
			// Pages of the settings load when they are opened; the first one is opened at once.
			await page.waitForLoadState("networkidle");
			const first = await scripts(requested, buildDir);
			requested.clear();
			await page.evaluate(() => {
				location.hash = "#/functions";
			});
			await page.getByRole("link", { name: "New function" }).click();
			await page.locator(`.${editorMark}`).first().waitFor();
			const later = await scripts(requested, buildDir);
			// A check that could not find the editor where it is would prove nothing where it is not.
			if (!later.some(({ editor }) => editor)) throw new Error("No file with the editor was found.");
			const editorAtFirst = first.filter(({ editor }) => editor);
			return {
				judged: [
					judge({
						name: "options-lazy-editor",
						unit: "KB gzip",
						ours: [total(editorAtFirst)],
						goal: { of: "ours", at: "p95", atMost: 0 },
					}),
				],
				notes: [
					`At first: ${list(first)}`,
					`When a function is opened, ${total(later).toFixed(1)} KB: ${list(later)}`,
				].join("\n"),
			};
		} finally {
			await browser.close();
		}
	},
};

type LoadedFile = { name: string; kilobytes: number; editor: boolean };

async function scripts(paths: ReadonlySet<string>, buildDir: string): Promise<LoadedFile[]> {
	const names = [...paths].filter((path) => path.endsWith(".js"));
	return Promise.all(
		names.map(async (path) => {
			const code = await readFile(join(buildDir, path), "utf8");
			return {
				name: path.slice(path.lastIndexOf("/") + 1),
				kilobytes: gzipSync(code, { level: 9 }).byteLength / 1024,
				editor: code.includes(editorMark),
			};
		}),
	);
}

const total = (files: readonly LoadedFile[]) => files.reduce((sum, { kilobytes }) => sum + kilobytes, 0);

const list = (files: readonly LoadedFile[]) =>
	files
		.toSorted((one, other) => other.kilobytes - one.kilobytes)
		.map(({ name, kilobytes }) => `${name} ${kilobytes.toFixed(1)}`)
		.join(", ");

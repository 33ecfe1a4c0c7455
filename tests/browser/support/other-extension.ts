import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Worker } from "@playwright/test";
import { extensionIdOf } from "../../../demo/browser/extension-id";
import { extensionDir, type Scene, withScene } from "./stage";

const manifest = {
	manifest_version: 3,
	name: "Another extension",
	version: "1",
	permissions: ["tabs", "scripting"],
	host_permissions: ["<all_urls>"],
	background: { service_worker: "worker.js" },
};

/** A browser in which another extension, with every permission over pages there is, was installed beside this one. */
export async function withOtherExtension(use: (scene: Scene, other: Worker) => Promise<void>): Promise<void> {
	const folder = await mkdtemp(join(tmpdir(), "chatside-other-"));
	try {
		await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
		await writeFile(join(folder, "worker.js"), "chrome.runtime.onInstalled.addListener(() => undefined);");
		const both = `${extensionDir},${folder}`;
		const args = [`--load-extension=${both}`, `--disable-extensions-except=${both}`];
		await withScene({ args }, async (scene) => {
			const { context } = scene.browser;
			const isOther = (worker: Worker) => worker.url().includes(extensionIdOf(folder));
			const other =
				context.serviceWorkers().find(isOther) ??
				(await context.waitForEvent("serviceworker", { predicate: isOther }));
			await use(scene, other);
		});
	} finally {
		await rm(folder, { recursive: true, force: true });
	}
}

import { cp, mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { build } from "vite";

const root = resolve(import.meta.dirname, "empty");

/** Bundles the empty page by the same tools and for the same browser as the product. Gives the extension's folder. */
export async function buildEmptyExtension(): Promise<string> {
	const outDir = await mkdtemp(join(tmpdir(), "chatside-empty-page-"));
	await build({
		root,
		configFile: false,
		logLevel: "warn",
		plugins: [react()],
		build: {
			outDir,
			emptyOutDir: true,
			target: "chrome121",
			modulePreload: false,
			rolldownOptions: { input: join(root, "options.html") },
		},
	});
	for (const file of ["manifest.json", "worker.js"]) await cp(join(root, file), join(outDir, file));
	return outDir;
}

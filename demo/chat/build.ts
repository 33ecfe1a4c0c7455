import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
import { build } from "vite";

const root = fileURLToPath(new URL("./page", import.meta.url));

/**
 * Builds the demo chat page into `outDir` (absolute path, emptied first): `index.html`, `chat.js`, `chat.css`.
 * Rejects with the bundler's message when a source does not compile.
 */
export async function buildChatPage(outDir: string): Promise<void> {
	await build({
		root,
		base: "/",
		configFile: false,
		logLevel: "error",
		// Its own, so that the demo builds before the extension's generated one exists.
		tsconfig: "tsconfig.json",
		// Class names without meaning, as on the real page: whoever reads them cannot rely on them.
		css: { modules: { generateScopedName: opaqueClassName } },
		build: {
			outDir,
			emptyOutDir: true,
			target: "chrome116",
			modulePreload: false,
			cssCodeSplit: false,
			rollupOptions: {
				output: { entryFileNames: "chat.js", assetFileNames: "chat.[ext]", codeSplitting: false },
			},
		},
	});
}

function opaqueClassName(name: string, file: string): string {
	const digest = createHash("sha256")
		.update(`${file.split("/").at(-1)}/${name}`)
		.digest("hex");
	return `x${BigInt(`0x${digest}`).toString(36).slice(0, 7)}`;
}

import { fileURLToPath } from "node:url";
import { build } from "vite";

/** The files of the page by the path they are served under. */
export type PageFiles = ReadonlyMap<string, { type: string; text: string }>;

const root = fileURLToPath(new URL("./page", import.meta.url));

const types: Record<string, string> = {
	html: "text/html; charset=utf-8",
	js: "text/javascript; charset=utf-8",
	css: "text/css; charset=utf-8",
	svg: "image/svg+xml",
};

/** Builds the inbox's page in memory. Rejects with the bundler's message when a source does not compile. */
export async function buildInboxPage(): Promise<PageFiles> {
	const built = await build({
		root,
		base: "/",
		configFile: false,
		logLevel: "error",
		// Its own, so that the demo builds before the extension's generated one exists.
		tsconfig: "tsconfig.json",
		build: {
			write: false,
			target: "chrome116",
			modulePreload: false,
			// The page's policy allows no data: URLs.
			assetsInlineLimit: 0,
			rollupOptions: {
				output: { entryFileNames: "inbox.js", assetFileNames: "inbox.[ext]", codeSplitting: false },
			},
		},
	});
	const outputs = "output" in built ? built.output : [];
	return new Map(
		outputs.map((file) => {
			const text = file.type === "chunk" ? file.code : file.source.toString();
			const type = types[file.fileName.split(".").at(-1) ?? ""] ?? "application/octet-stream";
			return [file.fileName === "index.html" ? "/" : `/${file.fileName}`, { type, text }];
		}),
	);
}

/** Makes `dist`: one file that MCP clients start, and one without any dependency that the browser starts. */
import { fileURLToPath } from "node:url";
import { build } from "esbuild";

/**
 * @param {string} [outdir]
 * @returns {Promise<void>}
 */
export async function buildBridge(outdir = fileURLToPath(new URL("dist", import.meta.url))) {
	await build({
		absWorkingDir: fileURLToPath(new URL(".", import.meta.url)),
		entryPoints: { "chatside-mcp": "src/main.ts", host: "src/host/main.ts" },
		outdir,
		outExtension: { ".js": ".mjs" },
		bundle: true,
		packages: "external",
		platform: "node",
		target: "node20",
		format: "esm",
		logLevel: "warning",
	});
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildBridge();

import { resolve } from "node:path";
import { run } from "../scripts/setup/run.mjs";

/**
 * Builds the extension in a process of its own, and keeps to itself what the build prints. Gives that when it failed,
 * undefined otherwise.
 */
export async function buildExtension(root: string): Promise<string | undefined> {
	const wxt = resolve(root, "node_modules/wxt/bin/wxt.mjs");
	const { code, output } = await run(process.execPath, [wxt, "build"], { cwd: root });
	return code === 0 ? undefined : output.trim();
}

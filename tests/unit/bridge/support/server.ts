import { spawn } from "node:child_process";
import { once } from "node:events";
import { onTestFinished } from "vitest";
import { built, type Home } from "./home";
import { until } from "./until";

/** `chatside-mcp http`, on a port that is free. */
export async function startServer(home: Home, args: string[] = []) {
	const child = spawn(process.execPath, [built.program, "http", "--port", "0", ...args], { env: home.env });
	const exit = once(child, "exit");
	let out = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	onTestFinished(async () => {
		child.kill();
		await exit;
	});
	const [, url = "", token = ""] = await until(
		() => /^URL: (\S+)\nHeader: Authorization: Bearer (\S+)/.exec(out) ?? undefined,
	);
	return { url, token, port: Number(new URL(url).port), stop: () => child.kill(), exit };
}

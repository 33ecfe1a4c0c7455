import { execFile } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { extensionIdOf } from "../../../demo/browser/extension-id";
import { extensionHelperUrl, withHelperPage } from "../../../demo/browser/helper-page";
import { launchExtension } from "../../../demo/browser/launch";
import { withNativeMessaging } from "../../browser/support/stand-in-bridge";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { heapAfterCollection, withWorkerSession } from "../outbox/worker-session";
import { openEcho } from "./open-echo";

const program = resolve(import.meta.dirname, "../../../bridge/bin/chatside-mcp.mjs");
const blocks = 20;
const perBlock = 50;
const warmUp = 4;

/**
 * A query by the official client over stdio, through the bridge's server, its host and the worker, and back, against one
 * message between a host and a worker that says it back. And what the worker holds after the thousand of them.
 */
export const mcpCall: Measurement = {
	rows: ["mcp-call", "mcp-call-heap"],
	async run({ buildDir }) {
		const dir = await mkdtemp(join(tmpdir(), "chatside-bench-mcp-"));
		const [home, userDataDir, echoDir] = [join(dir, "home"), join(dir, "profile"), join(dir, "echo")];
		await Promise.all([home, userDataDir, echoDir].map((folder) => mkdir(folder)));
		const extensionDir = await withNativeMessaging(buildDir, dir);
		const extensionId = extensionIdOf(extensionDir);
		const env = { HOME: home, PATH: process.env.PATH ?? "" };
		const install = ["install", "--extension-id", extensionId, "--user-data-dir", userDataDir];
		await promisify(execFile)(process.execPath, [program, ...install], { env });
		const closers: (() => Promise<unknown>)[] = [
			() => rm(dir, { recursive: true, force: true, maxRetries: 5 }),
		];
		try {
			const browser = await launchExtension({ extensionDir, userDataDir, env: { HOME: home } });
			closers.unshift(browser.close);
			await withHelperPage(browser.context, extensionHelperUrl(extensionId), (page) =>
				page.evaluate(async () => {
					await chrome.runtime.sendMessage({ message: "setBridge", data: { enabled: true } });
					for (;;) {
						const { bridge_state: state } = await chrome.storage.session.get<{
							bridge_state?: { state: string };
						}>("bridge_state");
						if (state?.state === "connected") return;
						await new Promise((done) => setTimeout(done, 50));
					}
				}),
			);
			const echo = await openEcho(echoDir);
			closers.unshift(echo.close);
			const client = new Client({ name: "Bench", version: "1.0.0" });
			const transport = new StdioClientTransport({
				command: process.execPath,
				args: [program],
				env,
				stderr: "pipe",
			});
			await client.connect(transport);
			closers.unshift(() => client.close());
			const heap = () => withWorkerSession(browser, heapAfterCollection);
			const [ours, baseline]: [number[], number[]] = [[], []];
			let [before, after] = [0, 0];
			for (let block = -warmUp; block < blocks; block++) {
				if (block === 0) before = await heap();
				const mine: number[] = [];
				for (let call = 0; call < perBlock; call++) {
					const start = performance.now();
					const { isError } = await client.callTool({ name: "get_webhook_config", arguments: {} });
					mine.push(performance.now() - start);
					if (isError) throw new Error("A query was refused.");
				}
				const other = await echo.measure(perBlock);
				if (block < 0) continue;
				ours.push(...mine);
				baseline.push(...other);
			}
			after = await heap();
			const [heapNow, heapBefore] = [after, before].map((bytes) => [bytes / 2 ** 20]);
			return {
				judged: [
					judge({
						name: "mcp-call",
						unit: "ms",
						ours,
						baseline,
						goal: { of: "ratio", at: "p95", atMost: 2 },
					}),
					judge({
						name: "mcp-call-heap",
						unit: "MB",
						ours: heapNow ?? [],
						baseline: heapBefore,
						goal: { of: "ratio", at: "p50", atMost: 1.1 },
					}),
				],
			};
		} finally {
			for (const close of closers) await close();
		}
	},
};

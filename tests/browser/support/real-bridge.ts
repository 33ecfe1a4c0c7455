import { execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect } from "@playwright/test";
import { extensionIdOf } from "../../../demo/browser/extension-id";
import { messagesFrom } from "./messages";
import { extensionDir, type Stage, withStage } from "./stage";
import { withNativeMessaging } from "./stand-in-bridge";

const program = resolve(import.meta.dirname, "../../../bridge/bin/chatside-mcp.mjs");
const run = promisify(execFile);

/** Who asked for what, as the extension keeps it. */
export type LoggedCall = { name: string; state: string; client: { name: string; transport: string } };

export type RealBridgeStage = Stage & {
	/** The build with the permission given. */
	extensionDir: string;
	/** Runs `chatside-mcp` to its end. */
	bridge(...args: string[]): Promise<{ stdout: string }>;
	/** How a program starts it over standard input and output. */
	command: readonly [string, ...string[]];
	/** What programs are started with. */
	env: Record<string, string>;
	/** Sends a message as the panel does; gives its answer. */
	message(name: string, data?: unknown): Promise<unknown>;
	/** The calls of programs that were kept, the newest first. */
	log(): Promise<LoggedCall[]>;
};

export type RealBridgeOptions = {
	/** More switches of the browser. */
	args?: string[];
	/** Called once the browser is closed and the bridge uninstalled. */
	after?(folders: { home: string; userDataDir: string }): Promise<void>;
};

/** A stage with the extension as it is, the host the browser starts, and `chatside-mcp`, all of one user of their own. */
export async function withRealBridge(
	use: (stage: RealBridgeStage) => Promise<void>,
	{ args = [], after }: RealBridgeOptions = {},
): Promise<void> {
	const dir = await mkdtemp(join(tmpdir(), "chatside-mcp-"));
	const [home, userDataDir] = [join(dir, "home"), join(dir, "profile")];
	await Promise.all([mkdir(home), mkdir(userDataDir)]);
	const copy = await withNativeMessaging(extensionDir, dir);
	const env = { HOME: home, PATH: process.env.PATH ?? "" };
	const bridge: RealBridgeStage["bridge"] = (...given) => run(process.execPath, [program, ...given], { env });
	try {
		await bridge("install", "--extension-id", extensionIdOf(copy), "--user-data-dir", userDataDir);
		await withStage({ extensionDir: copy, userDataDir, env: { HOME: home }, args }, async (stage) => {
			const { panel, chat } = stage;
			const message = messagesFrom(panel);
			await message("setBridge", { enabled: true });
			const state = () =>
				panel.evaluate(async () => (await chrome.storage.session.get("bridge_state")).bridge_state);
			await expect.poll(state).toMatchObject({ state: "connected" });
			await chat.bringToFront();
			await use({
				...stage,
				extensionDir: copy,
				bridge,
				command: [process.execPath, program],
				env,
				message,
				async log() {
					const { rows } = (await message("listBridgeCalls", { filter: {}, limit: 100 })) as {
						rows: LoggedCall[];
					};
					return rows;
				},
			});
		});
		await bridge("uninstall");
		await after?.({ home, userDataDir });
	} finally {
		await rm(dir, { recursive: true, force: true, maxRetries: 5 });
	}
}

/** The official SDK's client, which has started `chatside-mcp` with those arguments. */
export async function connectClient(
	{ command: [command, ...args], env }: Pick<RealBridgeStage, "command" | "env">,
	name: string,
	...more: string[]
) {
	const client = new Client({ name, version: "1.0.0" });
	const transport = new StdioClientTransport({
		command,
		args: [...args, ...more],
		env,
		stderr: "pipe",
	});
	await client.connect(transport);
	return {
		client,
		pid: transport.pid ?? 0,
		/** What a tool answers, as a sentence. */
		async say(tool: string, input: Record<string, unknown> = {}): Promise<string> {
			const { content } = await client.callTool({ name: tool, arguments: input });
			const [first] = content;
			return first?.type === "text" ? first.text : "";
		},
	};
}

/** `chatside-mcp http` on that port, 0 for any that is free, until it is stopped. */
export async function startHttpBridge(env: Record<string, string>, wanted = 0) {
	const child = spawn(process.execPath, [program, "http", "--port", String(wanted)], { env });
	const exit = once(child, "exit");
	let out = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	await expect.poll(() => out).toContain("Ctrl+C");
	const [, url = "", token = ""] = /^URL: (\S+)\nHeader: Authorization: Bearer (\S+)/.exec(out) ?? [];
	return {
		url,
		token,
		async stop() {
			child.kill();
			await exit;
		},
	};
}

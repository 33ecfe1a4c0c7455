import { execFile } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { promisify } from "node:util";
import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import { expect, type Page, test } from "@playwright/test";
import { extensionIdOf } from "../../demo/browser/extension-id";
import { examples } from "../../lib/tools/examples";
import { extensionDir, withStage } from "./support/stage";
import { withNativeMessaging } from "./support/stand-in-bridge";

const program = resolve(import.meta.dirname, "../../bridge/bin/chatside-mcp.mjs");
const run = promisify(execFile);
/** More than a hundred clicks and calls. */
const longMs = 120_000;

/** The examples somebody is asked about, on an empty profile that may reach no server and has no errors to forget. */
const asked = [
	"webhookConfirm",
	"functionAdd",
	"functionAddText",
	"functionAddWrapped",
	"functionAddOlder",
	"functionRemove",
	"endpointAdd",
	"endpointAddMapped",
	"endpointRemove",
];

const card = (page: Page) => page.getByTestId("asked-call");

test("the official client over stdio runs every example of the contract, with the clicks in the side panel", async () => {
	test.setTimeout(longMs);
	const dir = await mkdtemp(join(tmpdir(), "chatside-mcp-"));
	const [home, userDataDir] = [join(dir, "home"), join(dir, "profile")];
	await Promise.all([mkdir(home), mkdir(userDataDir)]);
	const copy = await withNativeMessaging(extensionDir, dir);
	const env = { HOME: home, PATH: process.env.PATH ?? "" };
	const bridge = (...args: string[]) => run(process.execPath, [program, ...args], { env });
	try {
		await bridge("install", "--extension-id", extensionIdOf(copy), "--user-data-dir", userDataDir);
		await withStage({ extensionDir: copy, userDataDir, env: { HOME: home } }, async ({ chat, panel }) => {
			await panel.evaluate(() =>
				chrome.runtime.sendMessage({ message: "setBridge", data: { enabled: true } }),
			);
			const isConnected = () =>
				panel.evaluate(async () => (await chrome.storage.session.get("bridge_state")).bridge_state);
			await expect.poll(isConnected).toMatchObject({ state: "connected" });
			await chat.bringToFront();
			const client = new Client({ name: "End to end", version: "1.0.0" });
			await client.connect(
				new StdioClientTransport({ command: process.execPath, args: [program], env, stderr: "pipe" }),
			);
			try {
				expect((await client.listTools()).tools.map(({ name }) => name)).toContain("configure_webhooks");
				const clicked: string[] = [];
				for (const { key, call } of examples) {
					const wanted = "params" in call ? call.params : call;
					if (!("name" in wanted)) continue;
					const answer = client.callTool({ name: wanted.name, arguments: { ...wanted.arguments } });
					const isCard = card(panel).waitFor();
					// One that is answered without a card leaves this waiting until the page closes.
					isCard.catch(() => undefined);
					if (await Promise.race([answer.then(() => false), isCard.then(() => true)])) {
						clicked.push(key);
						await expect(card(panel)).toContainText(wanted.name);
						await card(panel).getByRole("button", { name: "Approve once" }).click();
					}
					const { content } = await answer;
					expect(content, key).toMatchObject([{ type: "text", text: expect.stringMatching(/./) }]);
					await expect(card(panel)).toHaveCount(0);
				}
				expect(clicked).toEqual(asked);
				const { contents } = await client.readResource({ uri: "chatside://contract" });
				expect(JSON.stringify(contents)).toContain("The wire contract");
			} finally {
				await client.close();
			}
		});
		await bridge("uninstall");
		expect(await readdir(home)).not.toContain(".chatside");
	} finally {
		await rm(dir, { recursive: true, force: true, maxRetries: 5 });
	}
});

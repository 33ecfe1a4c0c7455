import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { withHelperPage } from "../../demo/browser/helper-page";
import { type Launched, launchExtension } from "../../demo/browser/launch";
import { closeSidePanel } from "../../demo/browser/side-panel";
import { connectClient, withRealBridge } from "./support/real-bridge";
import { stopServiceWorker } from "./support/service-worker";

// What a program is told, by the real bridge, while the extension it wants cannot be asked; and what becomes of its calls.

const longMs = 180_000;
/** Longer than a worker that has ended stays away. */
const backWithinMs = 60_000;
const card = (page: Page) => page.getByTestId("asked-call");
const endpoint = { type: "search_Products", url: "https://shop.example.com/find", method: "GET" };

async function setEnabled({ context, extensionId }: Launched, enabled: boolean) {
	await withHelperPage(context, "chrome://extensions/", (page) =>
		page.evaluate(([id, is]) => chrome.management.setEnabled(id, is), [extensionId, enabled] as const),
	);
}

test("a program is told what to do while the worker is asleep, Chatside disabled or the browser closed", async () => {
	test.setTimeout(longMs);
	await withRealBridge(async (stage) => {
		const { browser, panel } = stage;
		const { client, say } = await connectClient(stage, "patient");
		try {
			expect(await say("get_webhook_config")).toBe("No webhook is set.");
			const { tools } = await client.listTools();
			const wait = { timeout: backWithinMs };
			const away =
				/^No browser with Chatside is connected\. Open the browser .* not disabled there, and turn the bridge on/;

			await closeSidePanel(panel);
			await stopServiceWorker(browser);
			await expect.poll(() => say("get_webhook_config")).toMatch(away);
			// Nobody opens a page, and nothing happens in the chat.
			await expect.poll(() => say("get_webhook_config"), wait).toBe("No webhook is set.");

			await setEnabled(browser, false);
			await expect.poll(() => say("get_webhook_config")).toMatch(away);
			expect(await say("chatside_status")).toMatch(away);
			await setEnabled(browser, true);
			await expect.poll(() => say("get_webhook_config"), wait).toBe("No webhook is set.");

			await browser.close();
			await expect.poll(() => say("get_webhook_config")).toMatch(away);
			expect((await client.listTools()).tools).toEqual(tools);
			const later = await connectClient(stage, "late");
			expect((await later.client.listTools()).tools.map(({ name }) => name)).toEqual(["chatside_status"]);
			expect(await later.say("chatside_status")).toMatch(away);
			await later.client.close();
		} finally {
			await client.close();
		}
	});
});

test("a program is asked which of two profiles it means, and then gets that one alone", async () => {
	test.setTimeout(longMs);
	await withRealBridge(async (stage) => {
		const { browser, extensionDir, env, bridge, message } = stage;
		await message("setBridge", { profile_name: "Shop" });
		const userDataDir = join(browser.userDataDir, "../other");
		await mkdir(userDataDir);
		await bridge("install", "--extension-id", browser.extensionId, "--user-data-dir", userDataDir);
		const other = await launchExtension({ extensionDir, userDataDir, env: { HOME: env.HOME ?? "" } });
		try {
			const page = await other.context.newPage();
			await page.goto(`chrome-extension://${other.extensionId}/options.html#/mcp-bridge`);
			await page.evaluate(() =>
				chrome.runtime.sendMessage({
					message: "setBridge",
					data: { enabled: true, profile_name: "Support" },
				}),
			);
			await expect(page.getByText("Connected", { exact: true }).first()).toBeVisible();
			const call = {
				name: "configure_webhooks",
				arguments: { webhook_url: "https://hooks.example.com/support" },
			};
			await page.evaluate(async (data) => {
				await chrome.runtime.sendMessage({ message: "callTool", data });
				const confirmed = { ...data, arguments: { ...data.arguments, confirm: true } };
				await chrome.runtime.sendMessage({ message: "callTool", data: confirmed });
			}, call);

			const unsure = await connectClient(stage, "unsure");
			await expect.poll(() => unsure.say("get_webhook_config")).toContain('"--profile", "NAME"');
			for (const name of ['"Shop" (', '"Support" (', "MCP bridge"])
				expect(await unsure.say("get_webhook_config")).toContain(name);
			const shop = await connectClient(stage, "shop", "--profile", "shop");
			expect(await shop.say("get_webhook_config")).toBe("No webhook is set.");
			const support = await connectClient(stage, "support", "--profile", "Support");
			expect(await support.say("get_webhook_config")).toContain("hooks.example.com/support");
			await other.close();
			await expect
				.poll(() => support.say("get_webhook_config"))
				.toContain('The browser profile "Support" is not connected; connected: "Shop"');
			expect(await shop.say("get_webhook_config")).toBe("No webhook is set.");
			for (const { client } of [unsure, shop, support]) await client.close();
		} finally {
			await other.close();
		}
	});
});

test("a program that is killed while its card waits leaves none, and a hundred calls at once are all answered", async () => {
	test.setTimeout(longMs);
	await withRealBridge(async (stage) => {
		const { panel, log, message } = stage;
		const dying = await connectClient(stage, "dying");
		const lost = dying.say("update_crm_endpoints", { add_crm_endpoint: endpoint }).catch(() => "lost");
		await expect(card(panel)).toContainText("“dying” wants to run");
		process.kill(dying.pid, "SIGKILL");
		await expect(card(panel)).toHaveCount(0);
		expect(await lost).toBe("lost");
		expect(await log()).toMatchObject([{ name: "update_crm_endpoints", state: "cancelled" }]);

		const busy = await connectClient(stage, "busy");
		const reads = Array.from({ length: 100 }, () => busy.say("get_webhook_config"));
		const changes = Array.from({ length: 100 }, (_, index) =>
			busy.say("update_custom_functions", {
				add_function: { name: `f${index}`, endpoint: "https://api.example.com/x" },
			}),
		);
		expect(new Set(await Promise.all(reads))).toEqual(new Set(["No webhook is set."]));
		await expect(card(panel)).toHaveCount(5);
		await card(panel).first().getByRole("button", { name: "Refuse all" }).click();
		const said = await Promise.all(changes);
		expect(said.filter((text) => text.includes("as many calls as can wait"))).toHaveLength(95);
		expect(said.filter((text) => text.includes("The user refused"))).toHaveLength(5);
		expect(await message("callTool", { name: "get_custom_functions" })).toMatchObject({
			result: { structuredContent: { custom_functions: [] } },
		});
		await busy.client.close();
	});
});

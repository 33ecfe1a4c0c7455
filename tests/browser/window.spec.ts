import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { type Launched, launchExtension } from "../../demo/browser/launch";
import { findSidePanel, waitForSidePanel } from "../../demo/browser/side-panel";
import { buildChatPage } from "../../demo/chat/build";
import { serveChatPage } from "../../demo/chat/serve";
import { acceptPermissionPrompt, denyPermissionPrompt } from "./support/permission-prompt";
import { json } from "./support/replies";
import { type ScriptedCrm, startScriptedCrm } from "./support/scripted-crm";
import { stopServiceWorker } from "./support/service-worker";
import { customerPath, extensionDir } from "./support/stage";
import { startVirtualDisplay } from "./support/virtual-display";
import { pressKeys } from "./support/xdotool";

// What only a window on a screen has: keyboard shortcuts, the toolbar, and Chrome's own permission prompt.

type Window = { browser: Launched; chat: Page; crm: ScriptedCrm; display: string };

const test = base.extend<{ window: Window }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads from the pattern which fixtures are needed
	window: async ({}, use) => {
		const screen = await startVirtualDisplay();
		const chatDir = await mkdtemp(join(tmpdir(), "chatside-chat-"));
		const [crm] = await Promise.all([startScriptedCrm(), buildChatPage(chatDir)]);
		const browser = await launchExtension({ extensionDir, headless: false, display: screen.display });
		try {
			await serveChatPage(browser.context, chatDir);
			const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
			await chat.goto("https://web.whatsapp.com/?now=real");
			await chat.bringToFront();
			await use({ browser, chat, crm, display: screen.display });
		} finally {
			await browser.close();
			await Promise.all([crm.close(), rm(chatDir, { recursive: true, force: true }), screen.close()]);
		}
	},
});

async function openByShortcut({ browser, display }: Window): Promise<Page> {
	const opened = waitForSidePanel(browser.context, browser.extensionId);
	await pressKeys(display, "ctrl+shift+y");
	return opened;
}

async function askForHost(panel: Page, crm: ScriptedCrm): Promise<void> {
	await panel.getByLabel("Customer endpoint (URL)").fill(`${crm.url}${customerPath}`);
	await panel.getByRole("button", { name: "Test the connection" }).click();
}

test("the shortcut opens the panel beside WhatsApp and closes it again", async ({ window }) => {
	const panel = await openByShortcut(window);
	await expect(panel.getByRole("heading", { name: "Connect your CRM" })).toBeVisible();
	const { browser, display } = window;
	await pressKeys(display, "ctrl+shift+y");
	await expect.poll(() => findSidePanel(browser.context, browser.extensionId)).toBeUndefined();
});

test("the shortcut on any other page leads to the WhatsApp tab", async ({ window }) => {
	const { browser, chat, display } = window;
	const other = await browser.context.newPage();
	await other.bringToFront();
	await pressKeys(display, "ctrl+shift+y");
	await expect.poll(() => chat.evaluate(() => document.visibilityState)).toBe("visible");
	expect(await findSidePanel(browser.context, browser.extensionId)).toBeUndefined();
});

test("saying yes to Chrome's prompt lets the test ask the CRM", async ({ window }) => {
	const { crm, display } = window;
	crm.answer(customerPath, json({ found: true, customer: { name: "Rosa Prats" } }));
	const panel = await openByShortcut(window);
	await askForHost(panel, crm);
	await acceptPermissionPrompt(display, panel);
	await expect(panel.getByText("The connection works")).toBeVisible();
	await expect(panel.getByText("Rosa Prats", { exact: true })).toBeVisible();
});

test("saying no sends nothing, says so, and can be taken back", async ({ window }) => {
	const { crm, display } = window;
	crm.answer(customerPath, json({ found: false }));
	const panel = await openByShortcut(window);
	await askForHost(panel, crm);
	await denyPermissionPrompt(display, panel);
	await expect(panel.getByText("Access was refused")).toBeVisible();
	expect(crm.received()).toHaveLength(0);

	await panel.getByRole("button", { name: "Test the connection" }).click();
	await acceptPermissionPrompt(display, panel);
	await expect(panel.getByText("The connection works")).toBeVisible();
});

test("turning the bridge on asks Chrome, and after a yes the next worker looks for the bridge", async ({
	window,
}) => {
	const { browser, display } = window;
	const options = await browser.context.newPage();
	await options.goto(`chrome-extension://${browser.extensionId}/options.html#/mcp-bridge`);
	await options.getByRole("button", { name: "Turn on" }).click();
	await denyPermissionPrompt(display, options);
	await expect(options.getByText("was not allowed to talk to the bridge")).toBeVisible();

	await options.getByRole("button", { name: "Turn on" }).click();
	await acceptPermissionPrompt(display, options);
	await expect(options.getByText("when its background starts anew")).toBeVisible();
	await stopServiceWorker(browser);
	await options.reload();
	await expect(options.getByText("The browser knows no bridge")).toBeVisible();
});

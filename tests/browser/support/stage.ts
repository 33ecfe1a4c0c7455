import { rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, expect, type Page } from "@playwright/test";
import { grantHost } from "../../../demo/browser/host-permission";
import { type LaunchOptions, type Launched, launchExtension } from "../../../demo/browser/launch";
import { openSidePanel } from "../../../demo/browser/side-panel";
import { buildChatPage } from "../../../demo/chat/build";
import { serveChatPage } from "../../../demo/chat/serve";
import { forgetEverything } from "./forget-everything";
import { type ScriptedCrm, startScriptedCrm } from "./scripted-crm";

export const extensionDir = resolve(import.meta.dirname, "../../../.output/chrome-mv3");
const chatUrl = "https://web.whatsapp.com/?now=real";
/** The path of the customer endpoint in the scripted CRM. */
export const customerPath = "/customer-info";

/** The production build in a browser, with the demo chat, the real side panel and a CRM that says what it is told to. */
export type Stage = {
	browser: Launched;
	chat: Page;
	panel: Page;
	/** The address of the panel's page, which knows its tab by it. */
	panelUrl: string;
	crm: ScriptedCrm;
	/** Another server, to which Chatside has no permission. */
	elsewhere: ScriptedCrm;
	/** Opens a chat of the demo by its key. */
	open(key: string): Promise<void>;
	/** Sets the scripted CRM as the customer endpoint; `more` are further fields of the endpoint. */
	connect(more?: Record<string, unknown>): Promise<void>;
	/** Calls a tool as the panel does; throws when it is refused. */
	tool(name: string, input: Record<string, unknown>): Promise<unknown>;
};

/** Runs `use` with a stage of its own; for what a shared one cannot have, such as another language. */
export async function withStage(options: Partial<LaunchOptions>, use: (stage: Stage) => Promise<void>): Promise<void> {
	const chatDir = join(tmpdir(), `chatside-chat-${process.pid}-${options.locale ?? "en"}`);
	const [crm, elsewhere] = await Promise.all([startScriptedCrm(), startScriptedCrm(), buildChatPage(chatDir)]);
	const browser = await launchExtension({ extensionDir, ...options });
	try {
		await serveChatPage(browser.context, chatDir);
		const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
		await chat.goto(chatUrl);
		await grantHost(browser.context, browser.extensionId, `${crm.url}/*`);
		const panel = await openSidePanel(browser, chat);
		const tool: Stage["tool"] = async (name, input) => {
			const reply = await panel.evaluate((message) => chrome.runtime.sendMessage(message), {
				message: "callTool",
				data: { name, arguments: input },
			});
			const response = reply?.value;
			if (!response?.result || response.result.isError) throw new Error(`${name}: ${JSON.stringify(reply)}`);
			return response.result.structuredContent;
		};
		await use({
			browser,
			chat,
			panel,
			panelUrl: panel.url(),
			crm,
			elsewhere,
			open: (key) => chat.evaluate((chatKey) => window.demo.open(chatKey), key),
			connect: async (more = {}) => {
				const endpoint = { type: "sidePanel_CustomerInfo", url: `${crm.url}${customerPath}`, method: "POST", ...more };
				await tool("update_crm_endpoints", { add_crm_endpoint: endpoint });
			},
			tool,
		});
	} finally {
		await browser.close();
		await Promise.all([crm.close(), elsewhere.close(), rm(chatDir, { recursive: true, force: true })]);
	}
}

/** Everything as after the installation, with a new chat page and a new panel; servers and granted hosts stay. */
async function resetStage({ chat, panel, crm, elsewhere, browser, panelUrl }: Stage): Promise<void> {
	await Promise.all([crm.reset(), elsewhere.reset()]);
	await panel.goto("about:blank");
	await chat.goto("about:blank");
	await forgetEverything(browser);
	await chat.goto(chatUrl);
	await chat.bringToFront();
	await panel.goto(panelUrl);
}

/**
 * Gives each test a fresh `stage`; the browser behind it is shared by the tests of a worker. A test fails when the
 * panel reported an error on its console, whatever else it checked.
 */
export const test = base.extend<{ stage: Stage }, { sharedStage: Stage }>({
	sharedStage: [async ({}, use) => withStage({}, use), { scope: "worker" }],
	stage: async ({ sharedStage }, use, testInfo) => {
		await resetStage(sharedStage);
		const { panel } = sharedStage;
		const errors: string[] = [];
		const onError = (error: Error) => errors.push(error.message);
		const onConsole = (message: { type(): string; text(): string }) => {
			// A picture that does not load is the CRM's fault, and the panel copes with it.
			if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) errors.push(message.text());
		};
		panel.on("pageerror", onError).on("console", onConsole);
		await use(sharedStage);
		panel.off("pageerror", onError).off("console", onConsole);
		if (testInfo.status !== testInfo.expectedStatus && !panel.isClosed())
			await testInfo.attach("panel", { body: await panel.screenshot(), contentType: "image/png" });
		expect(errors, "errors on the panel's console").toEqual([]);
	},
});

export { expect };

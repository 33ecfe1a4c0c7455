import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { test as base, expect, type Page, type TestInfo } from "@playwright/test";
import { grantHost, revokeHost } from "../../../demo/browser/host-permission";
import { type Launched, type LaunchOptions, launchExtension } from "../../../demo/browser/launch";
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

/** The browser and the servers, without what is new for every test. */
export type Scene = Pick<Stage, "browser" | "chat" | "crm" | "elsewhere">;

/** Runs `use` with a stage of its own; for what a shared one cannot have, such as another language. */
export async function withStage(
	options: Partial<LaunchOptions>,
	use: (stage: Stage) => Promise<void>,
): Promise<void> {
	await withScene(options, async (scene) => use(await setStage(scene)));
}

/** Starts the servers and the browser for `use`, and ends them. `setStage` makes as many stages of it as are needed. */
export async function withScene(
	options: Partial<LaunchOptions>,
	use: (scene: Scene) => Promise<void>,
): Promise<void> {
	const chatDir = await mkdtemp(join(tmpdir(), "chatside-chat-"));
	const [crm, elsewhere] = await Promise.all([
		startScriptedCrm(),
		startScriptedCrm(),
		buildChatPage(chatDir),
	]);
	const browser = await launchExtension({ extensionDir, ...options });
	try {
		await serveChatPage(browser.context, chatDir);
		const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
		await use({ browser, chat, crm, elsewhere });
	} finally {
		await browser.close();
		await Promise.all([crm.close(), elsewhere.close(), rm(chatDir, { recursive: true, force: true })]);
	}
}

/** Everything as after the installation, with a new chat page and a new panel; the servers stay, and only `crm` may be asked. */
export async function setStage(scene: Scene): Promise<Stage> {
	const { browser, chat, crm, elsewhere } = scene;
	await Promise.all([crm.reset(), elsewhere.reset()]);
	// The panel of a tab that leaves WhatsApp closes by itself.
	await chat.goto("about:blank");
	await forgetEverything(browser);
	await chat.goto(chatUrl);
	const panel = await openSidePanel(browser, chat);
	const { context, extensionId } = browser;
	const [crmHost, elsewhereHost] = [`${crm.url}/*`, `${elsewhere.url}/*`];
	const granted = (host: string) =>
		panel.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), host);
	if (!(await granted(crmHost))) await grantHost(context, extensionId, crmHost);
	if (await granted(elsewhereHost)) await revokeHost(context, extensionId, elsewhereHost);
	const tool: Stage["tool"] = async (name, input) => {
		const call = { message: "callTool", data: { name, arguments: input } };
		const reply = await panel.evaluate((message) => chrome.runtime.sendMessage(message), call);
		const response = reply?.value;
		if (!response?.result || response.result.isError) throw new Error(`${name}: ${JSON.stringify(reply)}`);
		return response.result.structuredContent;
	};
	return {
		...scene,
		panel,
		open: (key) => chat.evaluate((chatKey) => window.demo.open(chatKey), key),
		connect: async (more = {}) => {
			const endpoint = {
				type: "sidePanel_CustomerInfo",
				url: `${crm.url}${customerPath}`,
				method: "POST",
				...more,
			};
			await tool("update_crm_endpoints", { add_crm_endpoint: endpoint });
		},
		tool,
	};
}

/**
 * Gives each test a fresh `stage`; the browser behind it is shared by the tests of a worker. A test fails when the
 * panel reported an error on its console, whatever else it checked.
 */
export const test = base.extend<{ stage: Stage }, { scene: Scene }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright takes no other first parameter
	scene: [async ({}, use) => withScene({}, use), { scope: "worker" }],
	stage: async ({ scene }, use, testInfo) => {
		const stage = await setStage(scene);
		const errors = watchErrors(stage.panel);
		await use(stage);
		if (testInfo.status !== testInfo.expectedStatus && !stage.panel.isClosed())
			await attachEvidence(stage, testInfo);
		expect(errors, "errors on the panel's console").toEqual([]);
	},
});

/** What the panel showed and what the extension knew when a test failed. */
async function attachEvidence({ chat, panel }: Stage, testInfo: TestInfo): Promise<void> {
	// The panel is drawn only beside its own tab.
	await chat.bringToFront();
	await testInfo.attach("panel", { body: await panel.screenshot(), contentType: "image/png" });
	const state = await panel.evaluate(() => chrome.storage.session.get(null));
	await testInfo.attach("state", {
		body: JSON.stringify(state, null, "\t"),
		contentType: "application/json",
	});
}

function watchErrors(panel: Page): string[] {
	const errors: string[] = [];
	panel.on("pageerror", (error) => errors.push(error.message));
	panel.on("console", (message) => {
		// A picture that does not load is the CRM's fault, and the panel copes with it.
		if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
			errors.push(message.text());
	});
	return errors;
}

export { expect };

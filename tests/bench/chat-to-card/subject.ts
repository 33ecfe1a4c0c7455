import { fileURLToPath } from "node:url";
import type { Page, Worker } from "@playwright/test";
import { grantHost } from "../../../demo/browser/host-permission";
import { type Launched, type LaunchOptions, launchExtension } from "../../../demo/browser/launch";
import { openSidePanel } from "../../../demo/browser/side-panel";
import { serveChatPage } from "../../../demo/chat/serve";
import { callTool } from "../../../demo/connect";
import { type DemoServers, demoToken } from "../../../demo/servers";

/** One of the extensions that are compared, in a browser of its own with the chat and its real side panel open. */
export type Subject = {
	browser: Launched;
	chat: Page;
	panel: Page;
	worker: Worker;
	/** The element of the panel whose text begins with the customer's name once the card is there. */
	card: string;
	/** Asks this address from now on. An address that is new makes every customer one that was never asked for. */
	setCrm(url: string): Promise<void>;
	close(): Promise<void>;
};

const bareDir = fileURLToPath(new URL("./bare", import.meta.url));

/** `args`: more switches of the browser. */
export async function openChatside(
	extensionDir: string,
	servers: DemoServers,
	args?: string[],
): Promise<Subject> {
	return open({ extensionDir, args }, servers, async (browser) => {
		await grantHost(browser.context, browser.extensionId, `${servers.crmUrl}/*`);
		return {
			card: '[data-testid="customer-card"] h1',
			async setCrm(url) {
				const auth = { type: "header", fields: { Authorization: `Bearer ${demoToken}` } };
				const endpoint = { type: "sidePanel_CustomerInfo", url, method: "POST", auth };
				await callTool(browser, "update_crm_endpoints", { add_crm_endpoint: endpoint });
			},
		};
	});
}

export async function openBare(servers: DemoServers): Promise<Subject> {
	return open({ extensionDir: bareDir }, servers, async (browser) => {
		const worker = await browser.serviceWorker();
		return {
			card: "#customer",
			setCrm: (url) => worker.evaluate((crm) => chrome.storage.local.set({ crm }), { url, token: demoToken }),
		};
	});
}

async function open(
	options: LaunchOptions,
	{ chatDir }: DemoServers,
	prepare: (browser: Launched) => Promise<Pick<Subject, "card" | "setCrm">>,
): Promise<Subject> {
	const browser = await launchExtension(options);
	await serveChatPage(browser.context, chatDir);
	const prepared = await prepare(browser);
	const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
	// The stand-in's delay of its own data is not the extensions' doing.
	await chat.goto("https://web.whatsapp.com/?now=real&lag=0");
	const panel = await openSidePanel(browser, chat);
	return { browser, chat, panel, worker: await browser.serviceWorker(), ...prepared, close: browser.close };
}

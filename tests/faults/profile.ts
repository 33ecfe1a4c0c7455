import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Page } from "@playwright/test";
import { withBrowserSession } from "../../demo/browser/browser-session";
import { extensionHelperUrl, openHelperPage } from "../../demo/browser/helper-page";
import { grantHost } from "../../demo/browser/host-permission";
import { type Launched, launchExtension } from "../../demo/browser/launch";
import { buildChatPage } from "../../demo/chat/build";
import { serveChatPage } from "../../demo/chat/serve";
import { callTool } from "../../demo/connect";
import { keepNames } from "./keep-names";

export const productionBuild = resolve(import.meta.dirname, "../../.output/chrome-mv3");

/** A profile that outlives the browser, with the production build and the demo chat. */
export type Profile = {
	browser(): Launched;
	chat(): Page;
	/** Opens a chat of the demo and waits until what it shows has been told; does nothing when it is open already. */
	openChat(key: string): Promise<void>;
	/** Starts the browser on the profile as it is. */
	start(): Promise<void>;
	/** Closes the browser as a user does. */
	stop(): Promise<void>;
	/** Ends the browser's process at once, as a crash or a power cut does. */
	kill(): Promise<void>;
	/** Sets the webhook up, with every permission it needs, and sees to it that the browser has written it down. */
	connect(url: string, secret: string): Promise<void>;
	/** Sends one of the extension's messages from one of its own pages. */
	ask<T>(message: string, data?: unknown): Promise<T>;
	/** Runs a function in one of the extension's own pages. */
	evaluate<T, A>(run: (argument: A) => T | Promise<T>, argument: A): Promise<T>;
	close(): Promise<void>;
};

/** `extensionDir`: another build than the production one. */
export async function createProfile({ extensionDir = productionBuild } = {}): Promise<Profile> {
	const [userDataDir, chatDir] = await Promise.all([
		mkdtemp(join(tmpdir(), "chatside-faults-")),
		mkdtemp(join(tmpdir(), "chatside-chat-")),
	]);
	await buildChatPage(chatDir);
	let running: { browser: Launched; chat: Page; helper: Page; openChat?: string } | undefined;
	const current = () => {
		if (!running) throw new Error("The browser does not run.");
		return running;
	};
	const profile: Profile = {
		browser: () => current().browser,
		chat: () => current().chat,
		async openChat(key) {
			if (current().openChat === key) return;
			await current().chat.evaluate((chat) => window.demo.open(chat), key);
			current().openChat = key;
			// The first messages of a chat are its history; what follows arrives.
			await delay(1_500);
		},
		async start() {
			const browser = await launchExtension({ extensionDir, userDataDir });
			await serveChatPage(browser.context, chatDir);
			const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
			await chat.goto("https://web.whatsapp.com/?now=real");
			const helper = await openHelperPage(browser.context, extensionHelperUrl(browser.extensionId));
			await keepNames(helper);
			running = { browser, chat, helper };
		},
		async stop() {
			await running?.browser.close();
			running = undefined;
		},
		async kill() {
			const { context } = current().browser;
			const pid = await withBrowserSession(context, async (session) => {
				const { processInfo } = await session.send("SystemInfo.getProcessInfo");
				return processInfo.find(({ type }) => type === "browser")?.id;
			});
			if (pid === undefined) throw new Error("The browser's process was not found.");
			const closed = new Promise((done) => context.once("close", done));
			process.kill(pid, "SIGKILL");
			await closed;
			running = undefined;
		},
		async connect(url, secret) {
			const { browser } = current();
			await grantHost(browser.context, browser.extensionId, `${url}/*`);
			const settings = {
				webhook_enabled: true,
				webhook_url: `${url}/hook`,
				webhook_secret: secret,
				webhook_events: ["phone.detected"],
			};
			await callTool(browser, "configure_webhooks", settings);
			await callTool(browser, "configure_webhooks", { ...settings, confirm: true });
			await profile.stop();
			await profile.start();
		},
		async ask(message, data) {
			const reply = await current().helper.evaluate((envelope) => chrome.runtime.sendMessage(envelope), {
				message,
				data,
			});
			if (!reply || "error" in reply) throw new Error(`${message}: ${JSON.stringify(reply)}`);
			return reply.value;
		},
		evaluate: (run, argument) =>
			current().helper.evaluate(run as (argument: unknown) => unknown, argument) as Promise<never>,
		async close() {
			await profile.stop();
			await Promise.all(
				[userDataDir, chatDir].map((dir) => rm(dir, { recursive: true, force: true, maxRetries: 5 })),
			);
		},
	};
	return profile;
}

import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { type Launched, type LaunchOptions, launchExtension } from "../browser/launch";
import { openSidePanel } from "../browser/side-panel";
import { serveChatPage } from "../chat/serve";

/** A browser with the chat open and the real side panel beside it. */
export type Stage = {
	browser: Launched;
	chat: Page;
	panel: Page;
	/** Opens a chat by its key in the demo chat. */
	open(key: string): Promise<void>;
	/** Saves the panel alone as `NAME.png`. */
	picture(name: string): Promise<void>;
	/** Saves chat and panel side by side, as they stand in the window. */
	pictureOfBoth(name: string): Promise<void>;
	/** Opens a page in a tab of its own and saves it as `NAME.png`, once what `ready` selects is there. */
	pictureOf(url: string, name: string, ready: string): Promise<void>;
	close(): Promise<void>;
};

type StageOptions = Omit<LaunchOptions, "userDataDir"> & { chatDir: string; outDir: string };

/** `query` of the chat page; see demo/chat. */
export async function setStage({ chatDir, outDir, ...launch }: StageOptions): Promise<Stage> {
	await mkdir(outDir, { recursive: true });
	const browser = await launchExtension({ viewport: { width: 1360, height: 860 }, ...launch });
	await serveChatPage(browser.context, chatDir);
	const chat = browser.context.pages()[0] ?? (await browser.context.newPage());
	await chat.goto("https://web.whatsapp.com/?now=real&silent=now");
	const panel = await openSidePanel(browser, chat);
	return {
		browser,
		chat,
		panel,
		open: (key) => chat.evaluate((chatKey) => window.demo.open(chatKey), key),
		async picture(name) {
			await panel.screenshot({ path: join(outDir, `${name}.png`) });
		},
		async pictureOfBoth(name) {
			const [left, right] = [await chat.screenshot(), await panel.screenshot()];
			await writeFile(join(outDir, `${name}.png`), await sideBySide(browser, left, right));
		},
		async pictureOf(url, name, ready) {
			const page = await browser.context.newPage();
			try {
				await page.goto(url);
				await page.locator(ready).first().waitFor();
				await page.waitForFunction(() => !document.querySelector("[data-skeleton]"));
				await page.screenshot({ path: join(outDir, `${name}.png`), fullPage: true });
			} finally {
				await page.close();
			}
		},
		close: browser.close,
	};
}

/** The panel is not part of its tab's picture; this puts the two together. */
async function sideBySide({ context }: Launched, left: Buffer, right: Buffer): Promise<Buffer> {
	const page = await context.newPage();
	try {
		const image = (png: Buffer) => `<img src="data:image/png;base64,${png.toString("base64")}">`;
		await page.setContent(
			`<style>body{margin:0;display:inline-flex;background:#c9d1d0;gap:1px}img{display:block}</style>${image(left)}${image(right)}`,
		);
		return await page.locator("body").screenshot();
	} finally {
		await page.close();
	}
}

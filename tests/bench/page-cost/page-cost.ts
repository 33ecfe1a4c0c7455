import { fileURLToPath } from "node:url";
import type { CDPSession, Page } from "@playwright/test";
import { type Launched, launchExtension } from "../../../demo/browser/launch";
import { serveChatPage } from "../../../demo/chat/serve";
import { connectWebhook } from "../../../demo/connect";
import { startDemoServers } from "../../../demo/servers";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { scrollThrough } from "./scroll-through";

const rounds = 2;
const warmUp = 1;
const messages = 10_000;
/** Has no content script: the same browser, with an extension that leaves the page alone. */
const emptyDir = fileURLToPath(new URL("../worker-wake/empty", import.meta.url));

/**
 * What Chatside costs the chat's page: the time its main thread is busy from the navigation on, while a chat of 10,000
 * messages is opened and scrolled through from the newest to the oldest, with every reader of the page at work (cards,
 * phone numbers, messages kept for the follow-up). Against the same page without Chatside.
 */
export const pageCost: Measurement = {
	rows: ["page-cost"],
	async run({ buildDir }) {
		const servers = await startDemoServers();
		const browsers: Launched[] = [];
		try {
			const chatside = await launchExtension({ extensionDir: buildDir });
			browsers.push(chatside);
			const without = await launchExtension({ extensionDir: emptyDir });
			browsers.push(without);
			await connectWebhook(chatside, servers.inbox.url);
			const pages: Page[] = [];
			for (const { context } of browsers) {
				await serveChatPage(context, servers.chatDir);
				pages.push(context.pages()[0] ?? (await context.newPage()));
			}
			const times: [number[], number[]] = [[], []];
			for (let round = -warmUp; round < rounds; round++)
				for (const index of round % 2 ? [0, 1] : [1, 0]) {
					const took = await busyTime(pages[index] as Page);
					if (round >= 0) times[index]?.push(took);
				}
			const [ours, baseline] = times;
			const goal = { of: "ratio", at: "p50", atMost: 1.01 } as const;
			return { judged: [judge({ name: "page-cost", unit: "ms", ours, baseline, goal })] };
		} finally {
			for (const browser of browsers) await browser.close();
			await servers.close();
		}
	},
};

/** In ms: the tasks of the page's main thread, from its navigation until it was scrolled through. */
async function busyTime(page: Page): Promise<number> {
	const session = await page.context().newCDPSession(page);
	try {
		await page.goto("about:blank");
		// Of the processor, not of the clock: what else the machine does is not the page's.
		await session.send("Performance.enable", { timeDomain: "threadTicks" });
		const before = await taskSeconds(session);
		await page.goto(`https://web.whatsapp.com/?now=real&lag=0&long=${messages}`);
		await page.evaluate(nameHelper);
		const drawn = await page.evaluate(scrollThrough);
		if (drawn < messages * 0.8) throw new Error(`Only ${drawn} messages were drawn.`);
		return ((await taskSeconds(session)) - before) * 1000;
	} finally {
		await session.detach();
	}
}

async function taskSeconds(session: CDPSession): Promise<number> {
	const { metrics } = await session.send("Performance.getMetrics");
	const found = metrics.find(({ name }) => name === "TaskDuration");
	if (!found) throw new Error("The browser does not tell how long its tasks take.");
	return found.value;
}

import type { Page, Worker } from "@playwright/test";
import { extensionHelperUrl } from "../../../demo/browser/helper-page";
import { grantHost } from "../../../demo/browser/host-permission";
import { type Launched, launchExtension } from "../../../demo/browser/launch";
import { callTool } from "../../../demo/connect";
import { nameHelper } from "../name-helper";
import { type BareReceiver, startBareReceiver } from "./receiver";

/** Chatside in a browser of its own, with its webhook on, going to a receiver of this process. */
export type OutboxSubject = {
	browser: Launched;
	worker: Worker;
	/** A page of the extension that runs none of its code. */
	page: Page;
	receiver: BareReceiver;
	close(): Promise<void>;
};

/** `userDataDir`: a profile that was made before, and is kept; a new one without it. */
export async function openOutbox(
	extensionDir: string,
	{ userDataDir }: { userDataDir?: string } = {},
): Promise<OutboxSubject> {
	// Playwright would have every request of the worker told to it: time and memory that nobody else pays.
	process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK = "1";
	const receiver = await startBareReceiver();
	const browser = await launchExtension({ extensionDir, userDataDir });
	const close = async () => {
		await browser.close();
		await receiver.close();
		delete process.env.PLAYWRIGHT_DISABLE_SERVICE_WORKER_NETWORK;
	};
	try {
		await grantHost(browser.context, browser.extensionId, `${receiver.url}/*`);
		const webhook = {
			webhook_enabled: true,
			webhook_url: `${receiver.url}/hook`,
			webhook_secret: "a secret of the bench",
			webhook_events: ["phone.detected"],
		};
		await callTool(browser, "configure_webhooks", webhook);
		await callTool(browser, "configure_webhooks", { ...webhook, confirm: true });
		const worker = await browser.serviceWorker();
		await worker.evaluate(nameHelper);
		const page = await browser.context.newPage();
		await page.goto(extensionHelperUrl(browser.extensionId));
		await page.evaluate(nameHelper);
		return { browser, worker, page, receiver, close };
	} catch (error) {
		await close();
		throw error;
	}
}

/** Throws unless so many deliveries were delivered and nothing else is left. */
export async function checkDelivered(page: Page, count: number): Promise<void> {
	const counts = await page.evaluate(async () => {
		const reply = await chrome.runtime.sendMessage({ message: "getOutboxStatus" });
		return reply.value.counts as Record<string, number>;
	});
	if (counts.delivered !== count || counts.pending || counts.failed)
		throw new Error(`${count} deliveries should have been delivered: ${JSON.stringify(counts)}`);
}

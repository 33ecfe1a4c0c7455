import { extensionHelperUrl, withHelperPage } from "./helper-page";
import type { Launched } from "./launch";

/**
 * Stops the extension's service worker, as Chromium does after 30 seconds without work (which it does not do while a
 * debugger is attached). The next event the extension listens to starts a new one.
 */
export async function stopServiceWorker({ context, extensionId, serviceWorker }: Launched): Promise<void> {
	const worker = await serviceWorker();
	const stopped = new Promise<void>((resolve) => worker.once("close", () => resolve()));
	await withHelperPage(context, extensionHelperUrl(extensionId), async (helper) => {
		const session = await context.newCDPSession(helper);
		await session.send("ServiceWorker.enable");
		await session.send("ServiceWorker.stopAllWorkers");
		await stopped;
	});
}

import { setTimeout as delay } from "node:timers/promises";
import type { CDPSession } from "@playwright/test";
import { withBrowserSession } from "../../../demo/browser/browser-session";
import type { Launched } from "../../../demo/browser/launch";

const DEADLINE_MS = 30_000;
const POLL_MS = 25;
const AGAIN_AFTER_POLLS = 20;

/**
 * Stops the extension's service worker, as Chromium does after 30 seconds without work (which it does not do while a
 * debugger is attached), and returns once it is gone. The next event the extension listens to starts a new one;
 * until then evaluating in the worker waits. A worker that is not running is left alone.
 */
export async function stopServiceWorker({ context, extensionId }: Launched): Promise<void> {
	await withBrowserSession(context, async (session) => {
		const targetId = await workerTarget(session, extensionId);
		if (!targetId) return;
		const deadline = performance.now() + DEADLINE_MS;
		// Chromium answers before the worker has ended, and tells Playwright nothing when it has. A worker that was just
		// starting may not hear the first request.
		for (let poll = 0; (await workerTarget(session, extensionId)) === targetId; poll++) {
			if (performance.now() > deadline) throw new Error("The service worker did not stop.");
			if (poll % AGAIN_AFTER_POLLS === 0)
				await session.send("Target.closeTarget", { targetId }).catch(() => undefined);
			await delay(POLL_MS);
		}
	});
}

/** Whether the extension's service worker runs at this moment. */
export async function serviceWorkerRuns({ context, extensionId }: Launched): Promise<boolean> {
	return withBrowserSession(
		context,
		async (session) => (await workerTarget(session, extensionId)) !== undefined,
	);
}

async function workerTarget(session: CDPSession, extensionId: string): Promise<string | undefined> {
	const { targetInfos } = await session.send("Target.getTargets");
	const own = `chrome-extension://${extensionId}/`;
	return targetInfos.find((target) => target.type === "service_worker" && target.url.startsWith(own))
		?.targetId;
}

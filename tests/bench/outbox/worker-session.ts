import type { CDPSession } from "@playwright/test";
import { withBrowserSession } from "../../../demo/browser/browser-session";
import type { Launched } from "../../../demo/browser/launch";

/** Sends a command of the debugging protocol to the worker and gives its answer. */
export type SendToWorker = <T>(method: string, params?: object) => Promise<T>;

/** Runs `use` with the debugging protocol of the extension's worker, which Playwright gives no session for. */
export async function withWorkerSession<T>(
	{ context, extensionId }: Launched,
	use: (send: SendToWorker) => Promise<T>,
): Promise<T> {
	return withBrowserSession(context, async (browser) => {
		const { targetInfos } = await browser.send("Target.getTargets");
		const own = `chrome-extension://${extensionId}/`;
		const target = targetInfos.find(({ type, url }) => type === "service_worker" && url.startsWith(own));
		if (!target) throw new Error("The worker does not run.");
		// A session of its own that is not flat: only such a one can be spoken to through its parent.
		const { sessionId } = await browser.send("Target.attachToTarget", {
			targetId: target.targetId,
			flatten: false,
		});
		return use(throughParent(browser, sessionId));
	});
}

function throughParent(browser: CDPSession, sessionId: string): SendToWorker {
	let last = 0;
	return (method, params = {}) =>
		new Promise((resolve, reject) => {
			const id = ++last;
			const onMessage = (event: { sessionId: string; message: string }) => {
				const answer = JSON.parse(event.message);
				if (event.sessionId !== sessionId || answer.id !== id) return;
				browser.off("Target.receivedMessageFromTarget", onMessage);
				if (answer.error) reject(new Error(`${method}: ${answer.error.message}`));
				else resolve(answer.result);
			};
			browser.on("Target.receivedMessageFromTarget", onMessage);
			const message = JSON.stringify({ id, method, params });
			browser.send("Target.sendMessageToTarget", { sessionId, message }).catch(reject);
		});
}

/** What is left of the worker's memory after a collection of garbage, in bytes: V8's heap, and what its objects own. */
export async function heapAfterCollection(send: SendToWorker): Promise<number> {
	// What one collection finds to be over, such as the wrapper of a port, holds things that the next one frees.
	for (let time = 0; time < 2; time++) await send("HeapProfiler.collectGarbage");
	const usage =
		await send<Record<"usedSize" | "embedderHeapUsedSize" | "backingStorageSize", number>>(
			"Runtime.getHeapUsage",
		);
	return usage.usedSize + usage.embedderHeapUsedSize + usage.backingStorageSize;
}

import { grantHost } from "../../../demo/browser/host-permission";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { drainQueue, sendBare } from "./drain-queue";
import { checkDelivered, openOutbox } from "./outbox-subject";
import { startBareReceiver } from "./receiver";
import { storeDeliveries } from "./stored-deliveries";

const events = 10_000;
/** The two take turns after so many requests, so that whatever else the machine does hits both. */
const stretch = 500;

/**
 * How long the outbox takes for what is queued (stored, signed, in order, settled), against a bare loop of `fetch` in
 * the same worker that sends the same requests, as many at once. The receiver answers 200 to all, so that nothing slows the queue down
 * (lib/webhooks/throttle.ts does so after 429, 502 and 504 alone). While the bare loop runs, the outbox's requests
 * are held unanswered.
 */
export const outboxDrain: Measurement = {
	rows: ["outbox-drain"],
	async run({ buildDir }) {
		// Of its own: a browser opens six connections to a host, and those of the outbox are taken.
		const bare = await startBareReceiver();
		const subject = await openOutbox(buildDir);
		try {
			const { browser, worker, page, receiver } = subject;
			await grantHost(browser.context, browser.extensionId, `${bare.url}/*`);
			const runBare = () => worker.evaluate(sendBare, { url: bare.url, count: stretch });
			await runBare();
			await storeDeliveries(page, { count: stretch, status: "pending" });
			await worker.evaluate(drainQueue);

			await storeDeliveries(page, { count: events, status: "pending" });
			const [ours, baseline]: [number[], number[]] = [[], []];
			let held = receiver.holdAfter(stretch);
			let start = performance.now();
			const drained = worker.evaluate(drainQueue);
			for (let sent = stretch; sent < events; sent += stretch) {
				const gate = await held;
				ours.push(performance.now() - start);
				baseline.push(await runBare());
				if (sent + stretch < events) held = receiver.holdAfter(stretch);
				start = performance.now();
				gate.open();
			}
			await drained;
			ours.push(performance.now() - start);
			baseline.push(await runBare());
			await checkDelivered(page, events);
			return {
				judged: [
					judge({
						name: "outbox-drain",
						unit: `ms per ${stretch}`,
						ours,
						baseline,
						// At least 0.7 times as fast.
						goal: { of: "ratio", at: "p50", atMost: 1.43 },
					}),
				],
				notes: `${rate(ours)} events a second, ${rate(baseline)} bare`,
			};
		} finally {
			await subject.close();
			await bare.close();
		}
	},
};

const rate = (times: readonly number[]): string =>
	((times.length * stretch) / (times.reduce((sum, time) => sum + time) / 1000)).toFixed(0);

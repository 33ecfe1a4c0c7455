import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { spread } from "../statistics";
import { openWithDelivered } from "./delivered-profile";
import { enqueueEvents } from "./enqueue-events";

/** What it takes to store one more event with a hundred thousand deliveries stored, against a bare write as durable. */
export const outboxEnqueue: Measurement = {
	rows: ["outbox-enqueue"],
	async run({ buildDir }) {
		const { worker, close } = await openWithDelivered(buildDir, 100_000);
		try {
			const { reported, written, bare } = await worker.evaluate(enqueueEvents, { rounds: 120, warmUp: 10 });
			const { p50, p95 } = spread(reported);
			return {
				judged: [
					judge({
						name: "outbox-enqueue",
						unit: "ms",
						ours: written,
						baseline: bare,
						goal: { of: "ours", at: "p95", atMost: 5 },
					}),
				],
				notes: `From the message with the number to its stored event: ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)}`,
			};
		} finally {
			await close();
		}
	},
};

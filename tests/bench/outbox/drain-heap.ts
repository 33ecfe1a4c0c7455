import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { drainQueue } from "./drain-queue";
import { checkDelivered, openOutbox } from "./outbox-subject";
import { storeDeliveries } from "./stored-deliveries";
import { heapAfterCollection, withWorkerSession } from "./worker-session";

const events = 4_000;
const tenth = events / 10;

/** What the worker holds in memory at nine tenths of a long queue, against what it held at the first. */
export const drainHeap: Measurement = {
	rows: ["drain-heap"],
	async run({ buildDir }) {
		const subject = await openOutbox(buildDir);
		try {
			const { browser, worker, page, receiver } = subject;
			await storeDeliveries(page, { count: events, status: "pending" });
			const heaps = await withWorkerSession(browser, async (send) => {
				const read: number[] = [];
				let held = receiver.holdAfter(tenth);
				const drained = worker.evaluate(drainQueue);
				for (let tenths = 1; tenths <= 9; tenths++) {
					const gate = await held;
					read.push((await heapAfterCollection(send)) / 2 ** 20);
					if (tenths < 9) held = receiver.holdAfter(tenth);
					gate.open();
				}
				await drained;
				return read;
			});
			await checkDelivered(page, events);
			const [first, last] = [heaps.slice(0, 1), heaps.slice(-1)];
			const goal = { of: "ratio", at: "p50", atMost: 1.1 } as const;
			return {
				judged: [judge({ name: "drain-heap", unit: "MB", ours: last, baseline: first, goal })],
				notes: `MB after each tenth: ${heaps.map((heap) => heap.toFixed(2)).join(", ")}`,
			};
		} finally {
			await subject.close();
		}
	},
};

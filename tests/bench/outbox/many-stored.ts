import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { measureOpening, preparePage } from "../options-page/measure-opening";
import { spread } from "../statistics";
import { enqueueEvents } from "./enqueue-events";
import { type OutboxSubject, openOutbox } from "./outbox-subject";
import { storeDeliveries } from "./stored-deliveries";

const rounds = 20;
/** Rounds before those: the browser compiles code it has seen twice from its cache. */
const warmUp = 4;

/**
 * With a hundred thousand deliveries stored: what it takes to store one more, and to open the page that lists them,
 * against opening it with a thousand.
 */
export const manyStored: Measurement = {
	rows: ["outbox-enqueue", "deliveries-page"],
	async run({ buildDir }) {
		const subjects: OutboxSubject[] = [];
		try {
			const many = await openOutbox(buildDir);
			subjects.push(many);
			const few = await openOutbox(buildDir);
			subjects.push(few);
			await storeDeliveries(many.page, { count: 100_000, status: "delivered" });
			await storeDeliveries(few.page, { count: 1_000, status: "delivered" });

			const row = { place: "#/deliveries", content: "li[data-index]" };
			const [page, fewPage] = [await preparePage(many.browser, row), await preparePage(few.browser, row)];
			const [ours, baseline]: [number[], number[]] = [[], []];
			for (let round = -warmUp; round < rounds; round++) {
				const mine = await measureOpening(page);
				const other = await measureOpening(fewPage);
				if (round < 0) continue;
				ours.push(mine);
				baseline.push(other);
			}
			await page.tab.close();

			const { reported, written, bare } = await many.worker.evaluate(enqueueEvents, {
				rounds: 120,
				warmUp: 10,
			});
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
					judge({
						name: "deliveries-page",
						unit: "ms",
						ours,
						baseline,
						goal: { of: "ratio", at: "p50", atMost: 1.5 },
					}),
				],
				notes: `From the message with the number to its stored event: ${p50.toFixed(2)} ms, p95 ${p95.toFixed(2)}`,
			};
		} finally {
			for (const subject of subjects) await subject.close();
		}
	},
};

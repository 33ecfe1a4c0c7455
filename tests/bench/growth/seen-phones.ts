import type { Measurement } from "../measurement";
import { openOutbox } from "../outbox/outbox-subject";
import { storeDeliveries } from "../outbox/stored-deliveries";
import { type Amount, type GrowingSubject, measureGrowth } from "./growth";
import { reportSeen } from "./report-seen";

const perBlock = 25;

/** What it takes to find that a number written in a message was seen before, with few and many numbers seen. */
export const seenPhones: Measurement = {
	rows: ["growth-seen-phones"],
	async run({ buildDir }) {
		const { judged, note } = await measureGrowth("growth-seen-phones", (amount) => open(buildDir, amount), {
			blocks: 6,
		});
		return { judged: [judged], notes: note };
	},
};

async function open(buildDir: string, amount: Amount): Promise<GrowingSubject> {
	const { worker, page, close } = await openOutbox(buildDir);
	// Each has the number that it told marked as seen.
	await storeDeliveries(page, { count: amount, status: "delivered" });
	const step = Math.floor(amount / perBlock);
	return {
		close,
		measure: (block) =>
			worker.evaluate(
				reportSeen,
				Array.from({ length: perBlock }, (_, index) => index * step + (block % step)),
			),
	};
}

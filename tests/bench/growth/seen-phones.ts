import type { Measurement } from "../measurement";
import { openWithDelivered } from "../outbox/delivered-profile";
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
	// Each has the number that it told marked as seen.
	const { worker, close } = await openWithDelivered(buildDir, amount);
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

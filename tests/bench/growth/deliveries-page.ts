import type { Measurement } from "../measurement";
import { measureOpening, preparePage } from "../options-page/measure-opening";
import { openWithDelivered } from "../outbox/delivered-profile";
import { type Amount, type GrowingSubject, measureGrowth } from "./growth";

const perBlock = 4;

/** From opening the page that lists the deliveries until they are on the screen, with few and many stored. */
export const deliveriesPage: Measurement = {
	rows: ["growth-deliveries-page"],
	async run({ buildDir }) {
		const { judged, note } = await measureGrowth(
			"growth-deliveries-page",
			(amount) => open(buildDir, amount),
			{ blocks: 4 },
		);
		return { judged: [judged], notes: note };
	},
};

async function open(buildDir: string, amount: Amount): Promise<GrowingSubject> {
	const { browser, close } = await openWithDelivered(buildDir, amount);
	const opened = await preparePage(browser, { place: "#/deliveries", content: "li[data-index]" });
	return {
		close,
		measure: async () => {
			const times: number[] = [];
			for (let index = 0; index < perBlock; index++) times.push(await measureOpening(opened));
			return times;
		},
	};
}

import { setTimeout as sleep } from "node:timers/promises";
import { demoModelKey, startDemoServers } from "../../../demo/servers";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { spread } from "../statistics";
import { readFirstToken } from "./bare-reader";
import { openAssistants } from "./subjects";
import { suggestInPanel } from "./suggest-in-panel";

const rounds = 12;
const warmUp = 4;
/** Lets what an answer leaves behind end before the next one. */
const pause = 120;
/** How long a quick model takes to its first word, and from one to the next, in ms. */
const pace = { firstMs: 300, pieceMs: 10 };

/**
 * From the click to the first words painted in the real panel, the chat and the CRM read on the way, against a page of a
 * bare extension that sends the same messages to the same server and paints what it streams.
 */
export const firstToken: Measurement = {
	rows: ["first-token"],
	async run({ buildDir }) {
		const servers = await startDemoServers({ modelPace: pace });
		const { model } = servers;
		try {
			const { panel, bare, close } = await openAssistants(buildDir, servers, {
				// Nothing is asked there that a function would have to answer first.
				chat: "emma",
				model,
				name: "demo-model",
			});
			try {
				const [ours, baseline]: [number[], number[]] = [[], []];
				for (let round = -warmUp; round < rounds; round++) {
					const { first } = await panel.evaluate(suggestInPanel, 20_000);
					await sleep(pause);
					const messages = model
						.asked()
						.at(-1)
						?.messages.map(({ role, content }) => ({ role, content }));
					const other = await bare.evaluate(readFirstToken, {
						url: model.url,
						key: demoModelKey,
						body: { model: "demo-model", messages, stream: true },
					});
					await sleep(pause);
					if (round < 0) continue;
					ours.push(first);
					baseline.push(other);
				}
				const own = spread(ours.map((time, index) => time - (baseline[index] ?? 0)));
				return {
					judged: [
						judge({
							name: "first-token",
							unit: "ms",
							ours,
							baseline,
							goal: { of: "ratio", at: "p50", atMost: 1.2 },
						}),
					],
					notes: `The model takes ${pace.firstMs} ms to its first word. Beyond the bare reader: ${own.p50.toFixed(1)} ms at p50, ${own.p95.toFixed(1)} ms at p95.`,
				};
			} finally {
				await close();
			}
		} finally {
			await servers.close();
		}
	},
};

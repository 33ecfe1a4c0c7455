import { setTimeout as sleep } from "node:timers/promises";
import { cast } from "../../../demo/cast";
import { startModel } from "../../../demo/model/start";
import { demoModelKey, demoToken, startDemoServers } from "../../../demo/servers";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { spread } from "../statistics";
import { answerWithCalls } from "./bare-loop";
import { openAssistants } from "./subjects";
import { suggestInPanel } from "./suggest-in-panel";
import { callsInRound, roundsOfCalls, twentyCalls } from "./twenty-calls";

const rounds = 10;
const warmUp = 4;
/** Lets what an answer leaves behind end before the next one. */
const pause = 150;
const calls = roundsOfCalls * callsInRound;

/**
 * An answer with twenty calls of a function in the real panel: what it takes beyond a bare page that asks the same
 * servers for the same, for each call. In it are checking arguments, approval rule, worker, both logs and drawing.
 */
export const assistantCalls: Measurement = {
	rows: ["assistant-calls"],
	async run({ buildDir }) {
		const name = "twenty-calls";
		const servers = await startDemoServers();
		const model = await startModel({ port: 0, key: demoModelKey, models: { [name]: twentyCalls } });
		try {
			const { panel, bare, close } = await openAssistants(buildDir, servers, { chat: "lucia", model, name });
			try {
				const [ours, baseline]: [number[], number[]] = [[], []];
				for (let round = -warmUp; round < rounds; round++) {
					const { whole } = await panel.evaluate(suggestInPanel, 30_000);
					const asked = model.asked().slice(-(roundsOfCalls + 1));
					if (asked.length <= roundsOfCalls) throw new Error("Not all calls were made.");
					await sleep(pause);
					const other = await bare.evaluate(answerWithCalls, {
						url: model.url,
						key: demoModelKey,
						crm: servers.crmUrl,
						token: demoToken,
						phone: cast.lucia.phone,
						body: {
							model: name,
							messages: asked[0]?.messages.map(({ role, content }) => ({ role, content })),
							stream: true,
						},
					});
					await sleep(pause);
					if (round < 0) continue;
					ours.push(whole);
					baseline.push(other);
				}
				const own = ours.map((time, index) => (time - (baseline[index] ?? 0)) / calls);
				return {
					judged: [
						judge({
							name: "assistant-calls",
							unit: "ms",
							ours: own,
							goal: { of: "ours", at: "p50", atMost: 15 },
						}),
					],
					notes: `An answer with ${calls} calls takes ${spread(ours).p50.toFixed(0)} ms in the panel and ${spread(baseline).p50.toFixed(0)} ms in the bare page.`,
				};
			} finally {
				await close();
			}
		} finally {
			await model.close();
			await servers.close();
		}
	},
};

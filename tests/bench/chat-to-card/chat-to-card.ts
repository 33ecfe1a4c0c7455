import { startDemoServers } from "../../../demo/servers";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { recordCrmTimes } from "./crm-times";
import { recordReports } from "./measure-switch";
import { measureRounds } from "./rounds";
import { stepsTable } from "./steps-table";
import { openBare, openChatside, type Subject } from "./subject";

/**
 * From the switch of the chat to the painted card in the real side panel, against the least an extension could do
 * (./bare), with the same CRM, chat page and browser: of customers nobody asked for yet, and from the cache.
 */
export const chatToCard: Measurement = {
	rows: ["chat-to-card-cold", "chat-to-card-cached"],
	async run({ buildDir }) {
		const crm = recordCrmTimes("/customer-info");
		const servers = await startDemoServers();
		const opened: Subject[] = [];
		try {
			const bare = await openBare(servers);
			opened.push(bare);
			const chatside = await openChatside(buildDir, servers);
			opened.push(chatside);
			for (const subject of opened) await recordReports(subject);
			const samples = await measureRounds({
				bare,
				chatside,
				crmUrl: servers.crmUrl,
				crm,
				rounds: 10,
				warmUp: 1,
			});
			const [baseline, cold, cached] = [samples.bare, samples.cold, samples.cached].map((taken) =>
				taken.map(({ painted }) => painted),
			);
			return {
				judged: [
					judge({
						name: "chat-to-card-cold",
						unit: "ms",
						ours: cold ?? [],
						baseline,
						goal: { of: "ratio", at: "p95", atMost: 1.5 },
					}),
					judge({
						name: "chat-to-card-cached",
						unit: "ms",
						ours: cached ?? [],
						baseline,
						goal: { of: "ours", at: "p95", atMost: 100 },
					}),
				],
				notes: stepsTable({
					"bare extension": samples.bare,
					"Chatside, cold": samples.cold,
					"Chatside, cached": samples.cached,
				}),
			};
		} finally {
			for (const subject of opened) await subject.close();
			await servers.close();
		}
	},
};

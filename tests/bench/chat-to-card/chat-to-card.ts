import { grantHost } from "../../../demo/browser/host-permission";
import { startDemoServers } from "../../../demo/servers";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { recordCrmTimes } from "./crm-times";
import { recordReports } from "./measure-switch";
import { measureRounds, type Samples } from "./rounds";
import { startSlowCrm } from "./slow-crm";
import { stepsTable } from "./steps-table";
import { openBare, openChatside, type Subject } from "./subject";

/**
 * From the switch of the chat to the painted card in the real side panel, against the least an extension could do
 * (./bare), with the same CRM, chat page and browser: of customers nobody asked for yet, from the cache,
 * and of a CRM that takes 150 ms.
 */
export const chatToCard: Measurement = {
	rows: ["chat-to-card-cold", "chat-to-card-cached", "chat-to-card-150ms-crm"],
	async run({ buildDir }) {
		const crm = recordCrmTimes("/customer-info");
		const servers = await startDemoServers();
		const slow = await startSlowCrm(servers.crmUrl, 150);
		const opened: Subject[] = [];
		try {
			const bare = await openBare(servers);
			opened.push(bare);
			const chatside = await openChatside(buildDir, servers);
			opened.push(chatside);
			await grantHost(chatside.browser.context, chatside.browser.extensionId, `${slow.url}/*`);
			for (const subject of opened) await recordReports(subject);
			const samples = await measureRounds({
				bare,
				chatside,
				crmUrl: servers.crmUrl,
				slowUrl: slow.url,
				crm,
				rounds: 8,
				warmUp: 1,
			});
			const painted = (kind: keyof Samples) => samples[kind].map((sample) => sample.painted);
			const baseline = painted("bare");
			return {
				judged: [
					judge({
						name: "chat-to-card-cold",
						unit: "ms",
						ours: painted("cold"),
						baseline,
						goal: { of: "ratio", at: "p95", atMost: 1.5 },
					}),
					judge({
						name: "chat-to-card-cached",
						unit: "ms",
						ours: painted("cached"),
						baseline,
						goal: { of: "ours", at: "p95", atMost: 100 },
					}),
					judge({
						name: "chat-to-card-150ms-crm",
						unit: "ms",
						ours: painted("slow"),
						baseline: painted("bareSlow"),
						goal: { of: "ratio", at: "p95", atMost: 1.5 },
					}),
				],
				notes: stepsTable({
					"bare extension": samples.bare,
					"Chatside, cold": samples.cold,
					"Chatside, cached": samples.cached,
					"bare, slow CRM": samples.bareSlow,
					"Chatside, slow": samples.slow,
				}),
			};
		} finally {
			for (const subject of opened) await subject.close();
			slow.close();
			await servers.close();
		}
	},
};

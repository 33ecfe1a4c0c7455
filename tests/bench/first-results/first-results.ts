import { setTimeout as sleep } from "node:timers/promises";
import { callTool } from "../../../demo/connect";
import { demoToken, startDemoServers } from "../../../demo/servers";
import { openBare, openChatside, type Subject } from "../chat-to-card/subject";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { bareSearch, openProducts, restMs, searchProducts } from "./measure-search";

const rounds = 30;
const warmUp = 5;
/** Lets what a search leaves behind end before the next one. */
const pause = 60;
/** Queries with a few products each; none is the one before it. */
const queries = ["candle", "tablecloth", "cushion", "mug", "lamp"];

/**
 * From the last key to the first products painted in the real panel, against a page of a bare extension that rests as
 * long (components/hooks/use-typed.ts), fetches the same and writes the names down; and the same from the end of that rest,
 * where what is ours shows: the way over the worker, which alone calls endpoints, and real rows. That way costs more than
 * the bare page's whole work, so there it is three frames that must be enough.
 */
export const firstResults: Measurement = {
	rows: ["first-results", "first-results-after-rest"],
	async run({ buildDir }) {
		const servers = await startDemoServers();
		const opened: Subject[] = [];
		try {
			const bare = await openBare(servers);
			opened.push(bare);
			const chatside = await openChatside(buildDir, servers);
			opened.push(chatside);
			const url = `${servers.crmUrl}/products`;
			await chatside.setCrm(`${servers.crmUrl}/customer-info`);
			const auth = { type: "header", fields: { Authorization: `Bearer ${demoToken}` } };
			await callTool(chatside.browser, "update_crm_endpoints", {
				add_crm_endpoint: { type: "search_Products", url, method: "POST", auth },
			});
			await openProducts(chatside.panel);
			for (const { panel } of opened) await panel.evaluate(nameHelper);
			const [ours, baseline]: [number[], number[]] = [[], []];
			for (let round = -warmUp; round < rounds; round++) {
				const query = queries[(round + warmUp) % queries.length] ?? "";
				const mine = await chatside.panel.evaluate(searchProducts, { query, restMs });
				await sleep(pause);
				const other = await bare.panel.evaluate(bareSearch, { url, token: demoToken, query });
				await sleep(pause);
				if (round < 0) continue;
				ours.push(mine);
				baseline.push(other);
			}
			const withRest = (time: number) => time + restMs;
			return {
				judged: [
					judge({
						name: "first-results",
						unit: "ms",
						ours: ours.map(withRest),
						baseline: baseline.map(withRest),
						goal: { of: "ratio", at: "p50", atMost: 1.3 },
					}),
					judge({
						name: "first-results-after-rest",
						unit: "ms",
						ours,
						baseline,
						goal: { of: "ours", at: "p95", atMost: 50 },
					}),
				],
			};
		} finally {
			for (const subject of opened) await subject.close();
			await servers.close();
		}
	},
};

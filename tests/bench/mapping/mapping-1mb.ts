import { grantHost } from "../../../demo/browser/host-permission";
import { launchExtension } from "../../../demo/browser/launch";
import { json, text } from "../../browser/support/replies";
import { startScriptedCrm } from "../../browser/support/scripted-crm";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { percentile } from "../statistics";
import { largeAnswer, mapping } from "./large-answer";
import { measureMapping, measureOthers } from "./measure-mapping";

/**
 * What mapping an answer of 1 MB adds to a call, with its way to where it runs and back, against reading and writing that
 * JSON where it is; and how long another request takes while a mapping works without an end.
 */
export const mapping1mb: Measurement = {
	rows: ["mapping-1mb", "mapping-others"],
	async run({ buildDir }) {
		const crm = await startScriptedCrm();
		const browser = await launchExtension({ extensionDir: buildDir });
		try {
			await grantHost(browser.context, browser.extensionId, `${crm.url}/*`);
			const answer = largeAnswer();
			crm.answer("/large", text(answer, { headers: { "content-type": "application/json" } }));
			crm.answer("/small", json({ results: [] }));
			const worker = await browser.serviceWorker();
			await worker.evaluate(nameHelper);
			const large = { type: "sidePanel_CustomerInfo", url: `${crm.url}/large`, method: "GET" };
			const small = { type: "globalSearch", url: `${crm.url}/small`, method: "GET" };
			const endless = { ...small, mapping: "($f := function($n) { $f($n + 1) }; $f(1))" };
			const times = await worker.evaluate(measureMapping, { call: large, mapping, rounds: 40, warmUp: 5 });
			const others = await worker.evaluate(measureOthers, { call: small, endless, rounds: 8 });
			const added = times.mapped.map((ms, round) => ms - (times.plain[round] ?? 0));
			return {
				judged: [
					judge({
						name: "mapping-1mb",
						unit: "ms",
						ours: added,
						baseline: times.identity,
						goal: { of: "ours", at: "p50", atMost: 50 },
					}),
					judge({
						name: "mapping-others",
						unit: "ms",
						ours: others.beside,
						baseline: others.alone,
						goal: { of: "ratio", at: "p50", atMost: 2 },
					}),
				],
				notes: `${(answer.length / 1024).toFixed(0)} KB; the whole call ${percentile(times.mapped, 0.5).toFixed(0)} ms at p50, ${percentile(times.plain, 0.5).toFixed(0)} ms without a mapping`,
			};
		} finally {
			await browser.close();
			await crm.close();
		}
	},
};

import { extensionHelperUrl } from "../../../demo/browser/helper-page";
import { launchExtension } from "../../../demo/browser/launch";
import { labelledConversations, toAnalyse } from "../../fixtures/followup/labelled";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { spread } from "../statistics";
import { type MadeRun, makeRun, readBare } from "./measure-run";
import { forgetFollowUps, storeConversations } from "./stored-conversations";
import { traceWorker, type WorkerTasks } from "./worker-tasks";

const count = 10_000;
const length = 20;
const rounds = 2;

/**
 * What a run that is started by hand has the worker do, with 10,000 conversations of 20 messages in the database, without
 * a model and without a CRM, and its longest task: so long nothing else has its turn. Against reading the same records
 * and no more.
 */
export const followupRun: Measurement = {
	rows: ["followup-run", "followup-run-slice"],
	async run({ buildDir }) {
		const browser = await launchExtension({ extensionDir: buildDir });
		try {
			const worker = await browser.serviceWorker();
			await worker.evaluate(nameHelper);
			const page = await browser.context.newPage();
			await page.goto(extensionHelperUrl(browser.extensionId));
			await page.evaluate(nameHelper);
			// The background makes the database when it first needs it.
			await page.evaluate(() => chrome.runtime.sendMessage({ message: "getFollowUpRuns" }));
			const labelled = [...labelledConversations("train"), ...labelledConversations("hold-out")];
			const texts = labelled.flatMap((conversation) =>
				toAnalyse(conversation).messages.map(({ direction, text }) => ({
					direction: direction === "outgoing" ? ("outgoing" as const) : ("incoming" as const),
					text,
				})),
			);
			await storeConversations(page, { texts, count, length });
			const made: MadeRun[] = [];
			const [ours, bare]: [WorkerTasks[], WorkerTasks[]] = [[], []];
			for (let round = 0; round < rounds; round++) {
				await forgetFollowUps(page);
				ours.push(await traceWorker(browser, async () => void made.push(await worker.evaluate(makeRun))));
				let read = 0;
				bare.push(
					await traceWorker(browser, async () => {
						read = await worker.evaluate(readBare);
					}),
				);
				if (made.at(-1)?.done !== count || read !== count * (length + 1))
					throw new Error(`Not all was looked at: ${JSON.stringify(made.at(-1))}, ${read} read.`);
			}
			return {
				judged: [
					judge({
						name: "followup-run",
						unit: "ms",
						ours: ours.map(({ total }) => total),
						baseline: bare.map(({ total }) => total),
						goal: { of: "ours", at: "p50", atMost: 5_000 },
					}),
					judge({
						name: "followup-run-slice",
						unit: "ms",
						ours: ours.map(({ longest }) => longest),
						baseline: bare.map(({ longest }) => longest),
						goal: { of: "ours", at: "p50", atMost: 50 },
					}),
				],
				notes: `${count} stored conversations, ${count * length} stored messages, ${made[0]?.found} found. In the worker's processor time; by the clock, with all that goes on beside it, ${spread(made.map(({ ms }) => ms)).p50.toFixed(0)} ms`,
			};
		} finally {
			await browser.close();
		}
	},
};

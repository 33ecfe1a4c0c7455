import { resolve } from "node:path";
import { build } from "vite";
import { launchExtension } from "../../../demo/browser/launch";
import { usualSlice } from "../../../lib/followup/analyse-many";
import { labelledConversations, toAnalyse } from "../../fixtures/followup/labelled";
import { judge } from "../judge";
import type { Measurement } from "../measurement";
import { nameHelper } from "../name-helper";
import { measureAnalysis } from "./measure-analysis";

const count = 10_000;
const length = 20;
const rounds = 5;

/**
 * What it costs to analyse 10,000 conversations of 20 messages in the extension's worker, and its longest slice, against
 * a search for keywords in the same messages.
 */
export const followupAnalysis: Measurement = {
	rows: ["followup-analysis", "followup-slice"],
	async run({ buildDir }) {
		const code = await builtAnalysis();
		const browser = await launchExtension({ extensionDir: buildDir });
		try {
			const worker = await browser.serviceWorker();
			await worker.evaluate(nameHelper);
			await worker.evaluate(code);
			const labelled = [...labelledConversations("train"), ...labelledConversations("hold-out")];
			const messages = labelled.flatMap((conversation) =>
				toAnalyse(conversation).messages.map(({ direction, text }) => ({
					direction: direction === "outgoing" ? ("outgoing" as const) : ("incoming" as const),
					text,
				})),
			);
			const times = await worker.evaluate(measureAnalysis, {
				messages,
				count,
				length,
				rounds,
				budgetMs: usualSlice,
			});
			return {
				judged: [
					judge({
						name: "followup-analysis",
						unit: "ms",
						ours: times.ours,
						baseline: times.baseline,
						goal: { of: "ours", at: "p50", atMost: 5_000 },
					}),
					judge({
						name: "followup-slice",
						unit: "ms",
						ours: times.slices,
						baseline: times.baselineSlices,
						goal: { of: "ours", at: "p50", atMost: 50 },
					}),
				],
				notes: `${count} conversations, ${count * length} messages, ${times.found} found; the first round, which prepares the phrases, took ${times.ours[0]?.toFixed(0)} ms, its longest slice ${times.slices[0]?.toFixed(0)} ms`,
			};
		} finally {
			await browser.close();
		}
	},
};

/** The analysis, built as the product is, as one script that puts it on `globalThis`. */
async function builtAnalysis(): Promise<string> {
	const root = resolve(import.meta.dirname, "../../..");
	const built = await build({
		root,
		configFile: false,
		publicDir: false,
		logLevel: "error",
		resolve: { alias: { "@": root } },
		build: {
			write: false,
			target: "chrome121",
			lib: {
				entry: resolve(import.meta.dirname, "bench-entry.ts"),
				formats: ["iife"],
				name: "followupBenchEntry",
			},
		},
	});
	const [output] = [built].flat();
	const chunk = output && "output" in output ? output.output[0] : null;
	if (!chunk) throw new Error("The analysis could not be built.");
	return chunk.code;
}

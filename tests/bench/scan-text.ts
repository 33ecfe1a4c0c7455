import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { findPhoneNumbersInText } from "libphonenumber-js/min";
import { build } from "vite";
import type { findPhones } from "../../lib/detection/find-phones";
import { corpusRegion, messagesWithPhones } from "../fixtures/messages-with-phones";
import { judge } from "./judge";
import type { Measurement } from "./measurement";

const messages = 5_000;
const blocks = 4;
const rounds = 12;
const warmUp = 6;

/**
 * What it costs to look for phone numbers in messages, against `findPhoneNumbersInText` of libphonenumber on the same
 * messages: processor time of one pass over all of them. Throws when the two do not find the same: then the times mean
 * nothing.
 */
export const scanText: Measurement = {
	rows: ["text-scan"],
	async run() {
		const corpus = messagesWithPhones(messages);
		const subjects = await loadBuilt();
		for (const { text, phones } of corpus) {
			const found = [phones, subjects.ours(text), subjects.baseline(text)].map((list) => list.join());
			if (new Set(found).size > 1)
				throw new Error(`Not the same numbers in ${JSON.stringify(text)}: ${found.join(" | ")}`);
		}

		const times: Record<keyof typeof subjects, number[]> = { ours: [], baseline: [] };
		// In blocks, because a product runs one of the two: pass by pass, each would clean up the other's garbage. In
		// turn, because the machine may be busy for a while.
		for (let block = 0; block < blocks; block++) {
			for (const name of ["ours", "baseline"] as const) {
				for (let round = -warmUp; round < rounds; round++) {
					const time = timeOf(subjects[name], corpus);
					if (round >= 0) times[name].push(time);
				}
			}
		}
		// At least ten times as fast. At p50: a busy machine moves the p95 of passes that take milliseconds.
		const goal = { of: "ratio", at: "p50", atMost: 0.1 } as const;
		return { judged: [judge({ name: "text-scan", unit: "ms", ...times, goal })] };
	},
};

type Find = (text: string) => string[];

/** Both, built as the product is: what runs a source as it is adds calls of its own to every inner function. */
async function loadBuilt(): Promise<{ ours: Find; baseline: Find }> {
	const outDir = mkdtempSync(join(tmpdir(), "chatside-scan-"));
	try {
		await build({
			root: resolve(import.meta.dirname, "../.."),
			configFile: false,
			publicDir: false,
			logLevel: "error",
			resolve: { alias: { "@": resolve(import.meta.dirname, "../..") } },
			build: {
				outDir,
				target: "chrome121",
				lib: {
					entry: {
						ours: resolve(import.meta.dirname, "../../lib/detection/find-phones.ts"),
						baseline: fileURLToPath(import.meta.resolve("libphonenumber-js/min")),
					},
					formats: ["es"],
				},
			},
		});
		const load = (name: string) => import(pathToFileURL(join(outDir, `${name}.js`)).href);
		const product: { findPhones: typeof findPhones } = await load("ours");
		const library: { findPhoneNumbersInText: typeof findPhoneNumbersInText } = await load("baseline");
		const options = { regions: [corpusRegion] };
		return {
			ours: (text) => product.findPhones(text, options).map(({ phone }) => phone),
			baseline: (text) => [
				...new Set(
					library.findPhoneNumbersInText(text, corpusRegion).map(({ number }) => String(number.number)),
				),
			],
		};
	} finally {
		rmSync(outDir, { recursive: true, force: true });
	}
}

/** Processor time, in ms: other programs on the machine do not add to it. */
function timeOf(find: Find, corpus: readonly { text: string }[]): number {
	const before = process.cpuUsage();
	for (const { text } of corpus) find(text);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

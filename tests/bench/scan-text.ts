/**
 * What it costs to look for phone numbers in messages, against `findPhoneNumbersInText` of libphonenumber on the same
 * messages, with the same numbers found. By itself: `tsx tests/bench/scan-text.ts`.
 */
import { pathToFileURL } from "node:url";
import { findPhoneNumbersInText } from "libphonenumber-js/min";
import { findPhones } from "../../lib/detection/find-phones";
import { corpusRegion, messagesWithPhones } from "../fixtures/messages-with-phones";
import { percentile } from "./statistics";

/** What is promised: so many times faster than the baseline. */
const goal = 10;

export type ScanTextReport = {
	name: "text-scan";
	/** Of one pass over all messages, processor time. */
	unit: "ms";
	ours: { p50: number; p95: number };
	baseline: { p50: number; p95: number };
	/** The baseline's p50 against ours: a busy machine moves the p95 of passes that take milliseconds. */
	ratio: number;
	goal: number;
	holds: boolean;
};

/** Scans the messages in turn with both, and throws when they do not find the same: then the times mean nothing. */
export function measureTextScan({
	messages = 5_000,
	blocks = 4,
	rounds = 12,
	warmUp = 6,
} = {}): ScanTextReport {
	const corpus = messagesWithPhones(messages);
	const subjects = { ours: findOurs, baseline: findBaseline };
	for (const { text, phones } of corpus) {
		const found = [phones, findOurs(text), findBaseline(text)].map((list) => list.join());
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
	const summary = (values: number[]) => ({ p50: percentile(values, 0.5), p95: percentile(values, 0.95) });
	const ours = summary(times.ours);
	const baseline = summary(times.baseline);
	const ratio = baseline.p50 / ours.p50;
	return { name: "text-scan", unit: "ms", ours, baseline, ratio, goal, holds: ratio >= goal };
}

const options = { regions: [corpusRegion] };
const findOurs = (text: string) => findPhones(text, options).map(({ phone }) => phone);
const findBaseline = (text: string) => [
	...new Set(findPhoneNumbersInText(text, corpusRegion).map(({ number }) => String(number.number))),
];

/** Processor time, in ms: other programs on the machine do not add to it. */
function timeOf(find: (text: string) => string[], corpus: readonly { text: string }[]): number {
	const before = process.cpuUsage();
	for (const { text } of corpus) find(text);
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1_000;
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
	const report = measureTextScan();
	console.log(JSON.stringify(report, null, "\t"));
	if (!report.holds) process.exitCode = 1;
}

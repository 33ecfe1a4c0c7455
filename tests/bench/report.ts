import type { Sample } from "./measure-switch";
import type { Samples } from "./rounds";
import { percentile } from "./statistics";

/** What is promised. */
const goals = { coldRatio: 1.5, cachedMs: 100 } as const;
/** Beyond this many times a goal, noise does not explain it. */
const clearly = 1.25;

export type Report = { text: string; clearlyMissed: boolean };

/** The measured times as two tables, and whether they meet the goals. */
export function report({ bare, cold, cached }: Samples): Report {
	const subjects = Object.entries({
		"bare extension": bare,
		"Chatside, cold": cold,
		"Chatside, cached": cached,
	});
	const verdicts = [judgeCold(bare, cold), judgeCached(bare, cached)];
	return {
		text: [
			"From the switch of the chat to the painted card, in ms",
			"",
			row("", ["samples", "p50", "p95", "max"]),
			...subjects.map(([name, samples]) => row(name, summary(timesOf(samples, "painted")))),
			"",
			"Where the time goes: the step was reached after, p50 / p95",
			"",
			row("", [...steps]),
			...subjects.map(([name, samples]) =>
				row(
					name,
					steps.map((step) => halfAndMost(timesOf(samples, step))),
				),
			),
			"",
			...verdicts.map(({ text }) => text),
		].join("\n"),
		clearlyMissed: verdicts.some((verdict) => verdict.clearlyMissed),
	};
}

const steps = ["drawn", "reported", "asked", "answered", "painted"] as const satisfies (keyof Sample)[];

function judgeCold(bare: Sample[], cold: Sample[]): Report {
	const ratio = (share: number) => paintedAt(cold, share) / paintedAt(bare, share);
	const value = ratio(0.95);
	return {
		text: `Cold against bare: ${value.toFixed(2)} times at p95 (${ratio(0.5).toFixed(2)} at p50), at most ${goals.coldRatio}: ${met(value, goals.coldRatio)}`,
		clearlyMissed: value > goals.coldRatio * clearly,
	};
}

/** A goal in ms depends on the machine: where the bare extension misses it as well, it says nothing of Chatside. */
function judgeCached(bare: Sample[], cached: Sample[]): Report {
	const value = paintedAt(cached, 0.95);
	const tooBusy = paintedAt(bare, 0.95) > goals.cachedMs;
	const excuse =
		value > goals.cachedMs && tooBusy ? ", as by the bare extension: a slow or busy machine" : "";
	return {
		text: `Cached: ${value.toFixed(1)} ms at p95, at most ${goals.cachedMs}: ${met(value, goals.cachedMs)}${excuse}`,
		clearlyMissed: value > goals.cachedMs * clearly && !tooBusy,
	};
}

const met = (value: number, limit: number) => (value <= limit ? "goal met" : "goal missed");

const timesOf = (samples: Sample[], step: keyof Sample) => samples.flatMap((sample) => sample[step] ?? []);

const paintedAt = (samples: Sample[], share: number) => percentile(timesOf(samples, "painted"), share);

const summary = (times: number[]) => [
	String(times.length),
	...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)),
];

const halfAndMost = (times: number[]) =>
	times.length === 0 ? "-" : `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)}`;

const row = (name: string, cells: string[]) =>
	`${name.padEnd(18)}${cells.map((cell) => cell.padStart(12)).join("")}`;

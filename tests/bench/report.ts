import type { Sample } from "./measure-switch";
import type { Samples } from "./rounds";
import { percentile } from "./statistics";

/** What is promised, and how far beside it is a miss that noise does not explain. */
const goals = { coldRatio: 1.5, cachedMs: 100, clearly: 1.25 } as const;

export type Report = { text: string; clearlyMissed: boolean };

/** The measured times as a table, with the goals. */
export function report({ bare, cold, cached }: Samples): Report {
	const p95 = (samples: Sample[]) => percentile(timesOf(samples, "painted"), 0.95);
	const coldRatio = p95(cold) / p95(bare);
	const medianRatio = percentile(timesOf(cold, "painted"), 0.5) / percentile(timesOf(bare, "painted"), 0.5);
	const goal = (text: string, value: number, limit: number) =>
		`${text.padEnd(58)} ${value <= limit ? "goal met" : "goal missed"}`;
	return {
		text: [
			"From the switch of the chat to the painted card, in ms",
			"",
			row("", ["samples", "p50", "p95", "max"]),
			...Object.entries({ "bare extension": bare, "Chatside, cold": cold, "Chatside, cached": cached }).map(
				([name, samples]) => {
					const times = timesOf(samples, "painted");
					return row(name, [
						String(times.length),
						...[0.5, 0.95, 1].map((share) => percentile(times, share).toFixed(1)),
					]);
				},
			),
			"",
			"Where the time goes: the step was reached after, p50 / p95",
			"",
			row("", ["reported", "asked", "answered", "painted"]),
			...Object.entries({ "bare extension": bare, "Chatside, cold": cold, "Chatside, cached": cached }).map(
				([name, samples]) =>
					row(
						name,
						(["reported", "asked", "answered", "painted"] as const).map((step) =>
							halfAndMost(timesOf(samples, step)),
						),
					),
			),
			"",
			`Cold against bare at p50: ${medianRatio.toFixed(2)} times`,
			goal(
				`Cold against bare at p95: ${coldRatio.toFixed(2)} times, at most ${goals.coldRatio}`,
				coldRatio,
				goals.coldRatio,
			),
			goal(
				`Cached at p95: ${p95(cached).toFixed(1)} ms, at most ${goals.cachedMs}`,
				p95(cached),
				goals.cachedMs,
			),
		].join("\n"),
		clearlyMissed:
			coldRatio > goals.coldRatio * goals.clearly || p95(cached) > goals.cachedMs * goals.clearly,
	};
}

const timesOf = (samples: Sample[], step: keyof Sample) => samples.flatMap((sample) => sample[step] ?? []);

const halfAndMost = (times: number[]) =>
	times.length === 0 ? "-" : `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)}`;

const row = (name: string, cells: string[]) =>
	`${name.padEnd(18)}${cells.map((cell) => cell.padStart(12)).join("")}`;

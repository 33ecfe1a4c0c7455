import { percentile } from "../statistics";
import type { Sample } from "./measure-switch";

const steps = ["drawn", "reported", "asked", "answered", "painted"] as const satisfies (keyof Sample)[];

/** Where the time goes between the switch of the chat and the painted card. */
export function stepsTable(subjects: Record<string, readonly Sample[]>): string {
	return [
		"Where the time goes: the step was reached after, p50 / p95 in ms",
		row("", [...steps]),
		...Object.entries(subjects).map(([name, samples]) =>
			row(
				name,
				steps.map((step) => halfAndMost(samples.flatMap((sample) => sample[step] ?? []))),
			),
		),
	].join("\n");
}

const halfAndMost = (times: readonly number[]) =>
	times.length === 0 ? "-" : `${percentile(times, 0.5).toFixed(0)} / ${percentile(times, 0.95).toFixed(0)}`;

const row = (name: string, cells: string[]) =>
	`${name.padEnd(18)}${cells.map((cell) => cell.padStart(12)).join("")}`;

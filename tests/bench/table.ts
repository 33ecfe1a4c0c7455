import type { Judged, Spread } from "./measurement";

const heads = ["name", "unit", "ours p50 / p95", "baseline", "ratio", "goal", "verdict"];

/** The rows as a table to be read. */
export function table(judged: readonly Judged[]): string {
	const lines = [heads, ...judged.map(cells)];
	const widths = heads.map((_, column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
	return lines
		.map((line) =>
			line
				.map((cell, column) => cell.padEnd(widths[column] ?? 0))
				.join("  ")
				.trimEnd(),
		)
		.join("\n");
}

function cells({ row, clearlyMissed }: Judged): string[] {
	const { name, unit, ours, baseline, ratio, goal, holds } = row;
	return [
		name,
		unit,
		both(ours),
		baseline ? both(baseline) : "-",
		ratio === null ? "-" : ratio.toFixed(2),
		goal,
		holds ? "holds" : clearlyMissed ? "MISSED" : "missed, within noise",
	];
}

const both = ({ p50, p95 }: Spread) => `${short(p50)} / ${short(p95)}`;
const short = (value: number) => value.toFixed(value < 10 ? 2 : value < 1000 ? 1 : 0);

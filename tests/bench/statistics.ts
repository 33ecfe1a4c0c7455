import type { Spread } from "./measurement";

/** The value that `share` (0 to 1) of the values do not exceed, by the nearest-rank method. NaN of no values. */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export const spread = (values: readonly number[]): Spread => ({
	p50: percentile(values, 0.5),
	p95: percentile(values, 0.95),
});

/** The value below which a share of the numbers lies (nearest rank); null when there are none. */
export function percentile(numbers: readonly number[], share: number): number | null {
	const sorted = numbers.toSorted((one, other) => one - other);
	return sorted[Math.ceil(share * sorted.length) - 1] ?? null;
}

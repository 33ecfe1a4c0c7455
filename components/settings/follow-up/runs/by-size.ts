/** Counts by what they count, the largest first, without those of nothing. */
export const bySize = <Name>(counts: Iterable<readonly [Name, number]>): [Name, number][] =>
	[...counts]
		.filter(([, count]) => count > 0)
		.map(([name, count]): [Name, number] => [name, count])
		.toSorted(([, one], [, other]) => other - one);

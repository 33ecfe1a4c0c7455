import type { EgressEntry } from "./entry";

/** Logged requests that are stored together, in their order: few writes for many of them, and a short one for one. */
export type EgressSheet = {
	/** That of its first entry; those of the others are below that of the next sheet. */
	seq: number;
	entries: EgressEntry[];
};

/** Entries of a sheet that is full. */
export const sheetSize = 100;

/** Entries in their order as sheets of `size`; the last may have fewer. */
export const sheetsOf = (entries: readonly EgressEntry[], size = sheetSize): EgressSheet[] =>
	entries.flatMap(({ seq }, index) =>
		index % size === 0 ? [{ seq, entries: entries.slice(index, index + size) }] : [],
	);

/**
 * What has to be written for `entries` to take their places among those of one sheet: one with the seq of another
 * replaces it. A sheet that is full is left for a new one, and divided evenly where something belongs into its middle.
 */
export function placedAmong(former: readonly EgressEntry[], entries: readonly EgressEntry[]): EgressSheet[] {
	const last = former.at(-1)?.seq ?? 0;
	if (entries.every(({ seq }) => seq > last))
		return sheetsOf(former.length < sheetSize ? [...former, ...entries] : entries);
	const all = [...new Map([...former, ...entries].map((entry) => [entry.seq, entry])).values()].sort(bySeq);
	return sheetsOf(all, Math.ceil(all.length / Math.ceil(all.length / sheetSize)));
}

export const bySeq = (one: EgressEntry, other: EgressEntry): number => one.seq - other.seq;

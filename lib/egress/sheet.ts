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
	const bySeqs = new Map([...former, ...entries].map((entry) => [entry.seq, entry]));
	const all = [...bySeqs.values()].sort(bySeq);
	const behind = all.filter(({ seq }) => seq > last);
	// Those that replace another, or are newer than all.
	const isInOrder = all.length - behind.length === former.length;
	if (!isInOrder) return sheetsOf(all, Math.ceil(all.length / Math.ceil(all.length / sheetSize)));
	const isUntouched = behind.length === entries.length;
	return isUntouched && former.length >= sheetSize ? sheetsOf(behind) : sheetsOf(all);
}

export const bySeq = (one: EgressEntry, other: EgressEntry): number => one.seq - other.seq;

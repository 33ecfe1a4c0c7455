import type { DeliveryPage, DeliveryRow } from "./delivery-filter";

/** The rows of a list that are known, newest first. `next` is where the unknown begins; absent when all are known. */
export type KnownRows = { rows: DeliveryRow[]; next?: number };

/** As before the first page: everything may follow. */
export const nothingKnown: KnownRows = { rows: [], next: Number.POSITIVE_INFINITY };

/**
 * What is known after a page that began before `below` was read. The page is newer than what was known: all that was
 * known of its stretch is replaced, so that what is no longer meant by the filter goes.
 */
export function withPage(
	known: KnownRows,
	page: DeliveryPage,
	below: number = Number.POSITIVE_INFINITY,
): KnownRows {
	const downTo = page.next ?? Number.NEGATIVE_INFINITY;
	const newer = known.rows.filter(({ seq }) => seq >= below);
	const older = known.rows.filter(({ seq }) => seq < downTo);
	const rows = [...newer, ...page.rows, ...older];
	if (page.next === undefined || known.next === undefined) return { rows };
	return { rows, next: Math.min(page.next, known.next) };
}

/** Something in a list that is kept newest first: `seq` counts up in the order the rows came. */
export type Sequenced = { seq: number };

/** A page of a list, newest first; `next` is where the next page begins, absent at the end. */
export type RowPage<Row extends Sequenced> = { rows: Row[]; next?: number };

/** The rows of a list that are known, newest first. `next` is where the unknown begins; absent when all are known. */
export type KnownRows<Row extends Sequenced> = RowPage<Row>;

/** As before the first page: everything may follow. */
export const nothingKnown: KnownRows<never> = { rows: [], next: Number.POSITIVE_INFINITY };

/**
 * What is known after a page that began before `below` was read. The page is newer than what was known: all that was
 * known of its stretch is replaced, so that what is no longer meant by the filter goes.
 */
export function withPage<Row extends Sequenced>(
	known: KnownRows<Row>,
	page: RowPage<Row>,
	below: number = Number.POSITIVE_INFINITY,
): KnownRows<Row> {
	const downTo = page.next ?? Number.NEGATIVE_INFINITY;
	const newer = known.rows.filter(({ seq }) => seq >= below);
	const older = known.rows.filter(({ seq }) => seq < downTo);
	const rows = [...newer, ...page.rows, ...older];
	if (page.next === undefined || known.next === undefined) return { rows };
	return { rows, next: Math.min(page.next, known.next) };
}

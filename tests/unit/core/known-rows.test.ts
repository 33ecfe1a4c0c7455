import { expect, it } from "vitest";
import { createListReader } from "@/components/hooks/list-reader";
import { type KnownRows, nothingKnown, withPage } from "@/lib/core/known-rows";
import type { DeliveryPage, DeliveryRow } from "@/lib/webhooks/delivery-filter";

const row = (seq: number): DeliveryRow => ({
	seq,
	id: `event_${seq}`,
	event: "phone.detected",
	storedAt: seq,
	status: "delivered",
	attemptCount: 0,
	failures: 0,
});
const page = (seqs: number[], next?: number): DeliveryPage => ({
	rows: seqs.map(row),
	...(next !== undefined && { next }),
});
const seqsOf = ({ rows }: KnownRows<DeliveryRow>) => rows.map(({ seq }) => seq);

it("puts pages behind one another until the end is reached", () => {
	const first = withPage(nothingKnown, page([9, 8, 7], 7));
	expect(first.next).toBe(7);
	const all = withPage(first, page([5, 2]), 7);
	expect(seqsOf(all)).toEqual([9, 8, 7, 5, 2]);
	expect(all.next).toBeUndefined();
});

it("replaces the stretch of a page read anew: new rows come, those no longer meant go, the others stay", () => {
	const known = withPage(withPage(nothingKnown, page([9, 8, 7], 7)), page([5, 2]), 7);
	const again = withPage(known, page([11, 9, 7], 7));
	expect(seqsOf(again)).toEqual([11, 9, 7, 5, 2]);
	expect(again.next).toBeUndefined();
	expect(seqsOf(withPage(again, page([5], 5), 7))).toEqual([11, 9, 7, 5, 2]);
	expect(seqsOf(withPage(again, page([], 2), 7))).toEqual([11, 9, 7]);
});

/** A list of rows that a test changes, read page by page as the background does. */
function createList(seqs: number[]) {
	const reads: { before?: number; limit: number }[] = [];
	let shown: KnownRows<DeliveryRow> = nothingKnown;
	const controller = new AbortController();
	const list = { seqs, reads, controller, shown: () => seqsOf(shown) };
	const reader = createListReader({
		async read(asked) {
			reads.push(asked);
			const { before = Number.POSITIVE_INFINITY, limit } = asked;
			const found = list.seqs.filter((seq) => seq < before).slice(0, limit);
			const last = found.at(-1);
			return page(found, found.length === limit ? last : undefined);
		},
		show(known) {
			shown = known;
		},
		signal: controller.signal,
	});
	return { ...list, list, reader };
}

const down = (from: number, to: number) => Array.from({ length: from - to + 1 }, (_, index) => from - index);

it("reads of a long list only what is looked at", async () => {
	const { reader, reads, shown } = createList(down(100_000, 1));
	await reader.look(0, 12);
	expect(reads).toHaveLength(1);
	expect(shown()).toEqual(down(100_000, 99_901));
	await reader.look(75, 87);
	expect(shown()).toEqual(down(100_000, 99_801));
});

it("refreshes the newest and what is in view, and nothing in between", async () => {
	const { list, reader, reads, shown } = createList(down(1_000, 1));
	for (let last = 10; last < 600; last += 60) await reader.look(last - 10, last);
	const before = reads.length;
	list.seqs = [1_002, 1_001, ...down(1_000, 1).filter((seq) => seq !== 995 && seq !== 450)];
	await reader.refresh();
	expect(reads.length - before).toBe(2);
	expect(shown().slice(0, 4)).toEqual([1_002, 1_001, 1_000, 999]);
	expect(shown()).not.toContain(995);
	expect(shown()).not.toContain(450);
});

it("leaves no gap when more has come than one page holds", async () => {
	const { list, reader, shown } = createList(down(50, 1));
	await reader.look(0, 10);
	list.seqs = down(500, 1);
	await reader.refresh();
	expect(shown()).toEqual(down(500, 1));
});

it("shows nothing of an answer that comes after it was ended", async () => {
	const { reader, controller, shown } = createList(down(10, 1));
	const looking = reader.look(0, 1);
	controller.abort();
	await looking;
	expect(shown()).toEqual([]);
});

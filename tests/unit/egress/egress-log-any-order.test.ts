import "fake-indexeddb/auto";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { type EgressEntry, type PageEntry, pageEntryOf, type SentRequest } from "@/lib/egress/entry";
import { type EgressFilter, matches } from "@/lib/egress/filter";
import { bySeq, sheetSize } from "@/lib/egress/sheet";
import { createEgressLog } from "@/lib/platform/egress-log";
import { readAll } from "@/lib/platform/egress-sheets";
import { database } from "@/lib/platform/open-database";

const dayMs = 24 * 3_600_000;
const pruneEvery = 200;
const hosts = ["crm.example.com", "hooks.example.com"];

// A worker that was ended writes nothing any more.
beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] }));
afterEach(() => {
	vi.useRealTimers();
	vi.restoreAllMocks();
});

const filterArbitrary: fc.Arbitrary<EgressFilter> = fc.record(
	{ host: fc.constantFrom(...hosts), state: fc.constantFrom("succeeded" as const, "failed" as const) },
	{ requiredKeys: [] },
);

const step = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({ do: fc.constant("note" as const), count: fc.integer({ min: 1, max: 130 }) }),
	},
	{ weight: 3, arbitrary: fc.record({ do: fc.constant("replace" as const), which: fc.nat() }) },
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("judge" as const), which: fc.nat() }) },
	{ weight: 4, arbitrary: fc.record({ do: fc.constant("flush" as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({ do: fc.constant("fail" as const), from: fc.integer({ min: 1, max: 3 }) }),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("restart" as const) }) },
	{
		weight: 3,
		arbitrary: fc.record({
			do: fc.constant("pass" as const),
			ms: fc.constantFrom(1, -40, -dayMs, 16 * dayMs, 16 * dayMs),
		}),
	},
	{ weight: 2, arbitrary: fc.record({ do: fc.constant("remove" as const), filter: filterArbitrary }) },
	{
		weight: 1,
		arbitrary: fc.record({ do: fc.constant("fail to remove" as const), filter: filterArbitrary }),
	},
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("prune" as const) }) },
	{ weight: 1, arbitrary: fc.record({ do: fc.constant("clear" as const) }) },
	{
		weight: 2,
		arbitrary: fc.record({
			do: fc.constant("list" as const),
			filter: filterArbitrary,
			limit: fc.integer({ min: 1, max: 150 }),
		}),
	},
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** The log, and beside it what it should hold: plain entries by their seq, written and not. */
function createWorld() {
	let time = Date.parse("2026-03-04T12:00:00Z");
	let made = 0;
	let stored = new Map<number, EgressEntry>();
	const known: number[] = [];
	let log = createEgressLog(() => time);
	let waiting = new Map<number, EgressEntry>();
	let judges: { seq: number; sent: SentRequest; judge: (failure: string) => void }[] = [];
	let lastSeq = 0;
	let sincePruned = pruneEvery;

	/** No two are equal, so that what was written can be told from what was not. */
	const nextRequest = (): SentRequest => ({
		request: { url: `https://${hosts[made % hosts.length]}/`, method: "GET", headers: {} },
		purpose: { kind: "crm", name: "sidePanel_CustomerInfo" },
		at: time,
		ms: made++,
		status: made % 3 ? 200 : 500,
	});

	function note(): void {
		lastSeq = Math.max(lastSeq + 1, time * 1_000);
		const sent = nextRequest();
		if (made % 2) judges.push({ seq: lastSeq, sent, judge: log.record(sent) });
		else expect(log.recordEntry(pageEntryOf(sent))).toBe(lastSeq);
		keep(lastSeq, pageEntryOf(sent));
		known.push(lastSeq);
	}

	const keep = (seq: number, entry: PageEntry) => waiting.set(seq, { seq, ...entry });

	function restart(): void {
		log = createEgressLog(() => time);
		waiting = new Map();
		judges = [];
		lastSeq = 0;
		sincePruned = pruneEvery;
	}

	function dropOld(): void {
		sincePruned = 0;
		for (const seq of stored.keys()) if (seq < (time - 30 * dayMs) * 1_000) stored.delete(seq);
	}

	function flushed(): void {
		if (waiting.size === 0) return;
		for (const [seq, entry] of waiting) stored.set(seq, entry);
		sincePruned += waiting.size;
		waiting = new Map();
		if (sincePruned >= pruneEvery) dropOld();
	}

	/** The browser refuses to store the sheet that is the `from`-th to be written, and all after it. */
	async function failToFlush(from: number): Promise<void> {
		let puts = 0;
		const { put } = IDBObjectStore.prototype;
		const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
			this: IDBObjectStore,
			...given
		) {
			if (++puts >= from) throw new DOMException("full", "QuotaExceededError");
			return put.apply(this, given);
		});
		await log.flush();
		spy.mockRestore();
		if (puts < from) return flushed();
		// All of it or nothing; where only the old could not be removed, what was written waits to be written again.
		const raw = await readAll();
		if (same(raw, stored)) return;
		stored = new Map([...stored, ...waiting]);
		sincePruned = 0;
		expect(raw).toEqual(inOrder(stored));
	}

	async function list(filter: EgressFilter, limit: number): Promise<void> {
		const rows: EgressEntry[] = [];
		let before: number | undefined;
		do {
			const page = await log.list(filter, { limit, ...(before !== undefined && { before }) });
			expect(page.rows.length).toBeLessThanOrEqual(limit);
			rows.push(...page.rows);
			before = page.next;
		} while (before !== undefined);
		flushed();
		expect(rows).toEqual(
			inOrder(stored)
				.filter((entry) => matches(entry, filter))
				.reverse(),
		);
	}

	function removed(filter: EgressFilter): number {
		const meant = [...stored.values()].filter((entry) => matches(entry, filter));
		for (const { seq } of meant) stored.delete(seq);
		return meant.length;
	}

	async function take(one: Step): Promise<void> {
		switch (one.do) {
			case "note":
				for (let count = 0; count < one.count; count++) note();
				return;
			case "replace": {
				const seq = known[one.which % known.length];
				if (seq === undefined) return;
				const entry = pageEntryOf(nextRequest());
				expect(log.recordEntry(entry, seq)).toBe(seq);
				keep(seq, entry);
				return;
			}
			case "judge": {
				const judged = judges[one.which % judges.length];
				if (!judged) return;
				const failure = `judged ${made++}`;
				judged.judge(failure);
				keep(judged.seq, pageEntryOf(judged.sent, failure));
				return;
			}
			case "flush":
				await log.flush();
				return flushed();
			case "fail":
				return failToFlush(one.from);
			case "restart":
				return restart();
			case "pass":
				time += one.ms;
				return;
			case "remove": {
				const count = await log.remove(one.filter);
				flushed();
				expect(count).toBe(removed(one.filter));
				return;
			}
			case "fail to remove": {
				await log.flush();
				flushed();
				const spy = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
					throw new DOMException("full", "QuotaExceededError");
				});
				const left = inOrder(stored).filter((entry) => !matches(entry, one.filter));
				const removing = log.remove(one.filter);
				if (left.length > 0 && left.length < stored.size) await expect(removing).rejects.toThrow();
				else expect(await removing).toBe(removed(one.filter));
				spy.mockRestore();
				return;
			}
			case "prune":
				await log.prune();
				return dropOld();
			case "clear":
				await log.clear();
				waiting.clear();
				return stored.clear();
			case "list":
				return list(one.filter, one.limit);
		}
	}

	async function check(): Promise<void> {
		const all = await log.all();
		flushed();
		expect(all).toEqual(inOrder(stored));
		const sheets = await (await database()).getAll("egress");
		for (const { seq, entries } of sheets) {
			expect(seq).toBe(entries[0]?.seq);
			expect(entries.length).toBeLessThanOrEqual(sheetSize);
		}
		const { count, newest, hosts: told } = await log.overview();
		expect([count, newest]).toEqual([all.length, all.at(-1)?.seq]);
		expect(told).toEqual(hosts.filter((host) => all.some((entry) => entry.host === host)));
		expect(await log.ofPurpose({ kind: "crm" }, 0)).toEqual(all);
		expect((await log.amount()).count).toBe(all.length);
	}

	return { take, check };
}

const inOrder = (entries: ReadonlyMap<number, EgressEntry>) => [...entries.values()].sort(bySeq);

const same = (raw: readonly EgressEntry[], stored: ReadonlyMap<number, EgressEntry>) =>
	JSON.stringify(raw) === JSON.stringify(inOrder(stored));

it("the log holds what a plain list would, whatever is noted, amended, refused, removed and ended in between", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
			await (await database()).clear("egress");
			const world = createWorld();
			for (const one of steps) await world.take(one);
			await world.check();
		}),
		{ numRuns: 100 },
	);
});

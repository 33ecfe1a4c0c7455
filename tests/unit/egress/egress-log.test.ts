import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Purpose } from "@/lib/core/http";
import { type EgressEntry, pageEntryOf, type SentRequest } from "@/lib/egress/entry";
import type { EgressPage } from "@/lib/egress/filter";
import { sheetSize } from "@/lib/egress/sheet";
import { createEgressLog, mostEgressEntries } from "@/lib/platform/egress-log";
import { readAll, writeEntries } from "@/lib/platform/egress-sheets";
import { database } from "@/lib/platform/open-database";

const dayMs = 24 * 3_600_000;
const start = Date.parse("2026-03-04T12:00:00Z");
const crm: Purpose = { kind: "crm", name: "sidePanel_CustomerInfo" };
let time = start;
const now = () => time;

function sent(more: Partial<SentRequest> & { url?: string; status?: number } = {}): SentRequest {
	const { url = "https://crm.example.com/c?phone=1", status = 200, ...rest } = more;
	const request = { url, method: "GET", headers: {}, timeoutMs: 1 };
	return { request, purpose: crm, at: time, ms: 5, status, ...rest } as SentRequest;
}

const entryAt = (at: number): EgressEntry => ({
	seq: at * 1_000,
	...pageEntryOf({ ...sent(), at }),
});

beforeEach(async () => {
	time = start;
	await (await database()).clear("egress");
});

describe("the log", () => {
	it("costs a request no write: they are written together, a quarter of a second later", async () => {
		const log = createEgressLog(now);
		const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
		for (let count = 0; count < 50; count++) log.record(sent());
		expect(transactions).not.toHaveBeenCalled();
		const written = async () => (await (await database()).getAll("egress"))[0]?.entries.length;
		await vi.waitFor(async () => expect(await written()).toBe(50), { timeout: 2_000 });
		const writes = transactions.mock.calls.filter(([, mode]) => mode === "readwrite");
		expect(writes.length).toBeLessThanOrEqual(2);
	});

	it("tells what was just sent, newest first, page by page", async () => {
		const log = createEgressLog(now);
		for (const path of ["a", "b", "c"]) {
			time += 10;
			log.record(sent({ url: `https://crm.example.com/${path}` }));
		}
		const first = await log.list({}, { limit: 2 });
		expect(first.rows.map(({ path }) => path)).toEqual(["/c", "/b"]);
		const second = await log.list({}, { limit: 2, before: first.next });
		expect(second.rows.map(({ path }) => path)).toEqual(["/a"]);
		expect(second.next).toBeUndefined();
	});

	it("keeps those of one millisecond apart, and their order when the clock is put back", async () => {
		const log = createEgressLog(now);
		log.record(sent({ url: "https://crm.example.com/1" }));
		log.record(sent({ url: "https://crm.example.com/2" }));
		time -= 60_000;
		log.record(sent({ url: "https://crm.example.com/3" }));
		const { rows } = await log.list({}, { limit: 10 });
		expect(rows.map(({ path }) => path)).toEqual(["/3", "/2", "/1"]);
	});

	it("takes a verdict that comes before it is written, and one that comes after", async () => {
		const log = createEgressLog(now);
		log.record(sent())("not-json");
		const late = log.record(sent());
		await log.flush();
		late("unreadable-answer");
		const { rows } = await log.list({}, { limit: 10 });
		expect(rows.map(({ state, failure }) => [state, failure])).toEqual([
			["failed", "unreadable-answer"],
			["failed", "not-json"],
		]);
	});

	it("takes what a page asked itself, and the note of its end in the place of that of its beginning", async () => {
		const log = createEgressLog(now);
		const entry = pageEntryOf(sent({ purpose: { kind: "model", name: "small" } }));
		const seq = log.recordEntry({ ...entry, state: "cancelled", failure: "cancelled" });
		log.record(sent());
		await log.flush();
		expect(log.recordEntry(entry, seq)).toBe(seq);
		expect(log.recordEntry(entry)).not.toBe(seq);
		const { rows } = await log.list({ kind: "model" }, { limit: 10 });
		expect(rows.map(({ state }) => state)).toEqual(["succeeded", "succeeded"]);
		expect((await log.all())[0]).toEqual({ seq, ...entry });
	});

	it("finds by host, purpose, state, time and words", async () => {
		const log = createEgressLog(now);
		log.record(sent());
		time += dayMs;
		log.record(
			sent({ url: "https://hooks.example.com/in", purpose: { kind: "webhook", name: "phone.detected" } }),
		);
		time += dayMs;
		log.record(sent({ status: 503 }));
		const count = async (filter: Parameters<typeof log.list>[0]) =>
			(await log.list(filter, { limit: 10 })).rows.length;
		expect(await count({ host: "crm.example.com" })).toBe(2);
		expect(await count({ kind: "webhook", name: "phone.detected" })).toBe(1);
		expect(await count({ kind: "webhook", name: "test" })).toBe(0);
		expect(await count({ state: "failed" })).toBe(1);
		expect(await count({ since: start + 1 })).toBe(2);
		expect(await count({ until: start + 1 })).toBe(1);
		expect(await count({ since: start + 1, until: start + dayMs + 1 })).toBe(1);
		expect(await count({ since: start + 9 * dayMs })).toBe(0);
		expect(await count({ text: "HOOKS phone.det" })).toBe(1);
		expect(await count({ text: "503" })).toBe(1);
		expect(await log.overview()).toEqual({
			count: 3,
			newest: time * 1_000,
			hosts: ["crm.example.com", "hooks.example.com"],
			purposes: [crm, { kind: "webhook", name: "phone.detected" }],
		});
		expect((await log.ofPurpose(crm, start + 1)).map(({ status }) => status)).toEqual([503]);
	});

	it("removes what a filter means, and nothing else", async () => {
		const log = createEgressLog(now);
		log.record(sent());
		log.record(sent({ status: 500 }));
		log.record(sent());
		expect(await log.remove({ state: "succeeded" })).toBe(2);
		expect((await log.all()).map(({ status }) => status)).toEqual([500]);
		log.record(sent());
		await log.clear();
		expect(await log.all()).toEqual([]);
		expect(await log.amount()).toEqual({ count: 0, bytes: 0 });
	});

	it("forgets what is older than thirty days, also of a sheet that has newer ones", async () => {
		const log = createEgressLog(now);
		await writeEntries([-31 * dayMs, -30 * dayMs - 1, -30 * dayMs, -1].map((ago) => entryAt(start + ago)));
		expect(await (await database()).count("egress")).toBe(1);
		await log.prune();
		expect((await log.all()).map(({ at }) => at - start)).toEqual([-30 * dayMs, -1]);
		expect((await (await database()).getAllKeys("egress"))[0]).toBe((start - 30 * dayMs) * 1_000);
	});

	it("forgets the oldest above the limit, by whole sheets", async () => {
		const most = mostEgressEntries + sheetSize;
		await writeEntries(Array.from({ length: most + 5 }, (_, index) => entryAt(start + index)));
		const log = createEgressLog(now);
		await log.prune();
		const kept = await log.all();
		expect(kept).toHaveLength(mostEgressEntries + 5);
		expect(kept[0]?.at).toBe(start + sheetSize);
		await log.prune();
		expect(await (await database()).count("egress")).toBe(mostEgressEntries / sheetSize + 1);
	});

	it("forgets by itself while it is written to", async () => {
		await writeEntries([entryAt(start - 31 * dayMs)]);
		const log = createEgressLog(now);
		log.record(sent());
		expect((await log.all()).map(({ at }) => at)).toEqual([start]);
	});
});

describe("the sheets", () => {
	const sheets = async () => (await (await database()).getAll("egress")).map(({ entries }) => entries.length);

	it("are filled one after the other, also by one worker after another", async () => {
		for (const requests of [60, 30, 25, 1, 210]) {
			time += 10;
			const log = createEgressLog(now);
			for (let count = 0; count < requests; count++) log.record(sent());
			await log.flush();
		}
		expect(await sheets()).toEqual([100, 100, 100, 26]);
	});

	it("are left alone when they are full, and only one is written for a request", async () => {
		const log = createEgressLog(now);
		for (let count = 0; count < sheetSize; count++) log.record(sent());
		await log.flush();
		const puts = vi.spyOn(IDBObjectStore.prototype, "put");
		log.record(sent());
		await log.flush();
		expect(puts.mock.calls.map(([sheet]) => sheet.entries.length)).toEqual([1]);
		puts.mockRestore();
	});

	it("take a verdict on what a worker that has ended has written long ago", async () => {
		const former = createEgressLog(now);
		const late = former.record(sent());
		for (let count = 0; count < 250; count++) former.record(sent());
		await former.flush();
		time += dayMs;
		const log = createEgressLog(now);
		log.record(sent());
		await log.flush();
		late("not-json");
		await former.flush();
		const all = await log.all();
		expect(all).toHaveLength(252);
		expect(all.map(({ failure }) => failure).filter(Boolean)).toEqual(["not-json"]);
		expect(all[0]?.failure).toBe("not-json");
		expect(await sheets()).toEqual([100, 100, 52]);
	});

	it("hold what is noted after the clock was put back where it belongs, and stay at least half full", async () => {
		const former = createEgressLog(now);
		for (let count = 0; count < 300; count++) {
			time += 1_000;
			former.record(sent());
		}
		await former.flush();
		time = start + 500;
		for (let count = 0; count < 250; count++) {
			const log = createEgressLog(now);
			log.record(sent({ status: 500 }));
			await log.flush();
			time += 1_000;
		}
		const all = await createEgressLog(now).all();
		expect(all).toHaveLength(550);
		expect(all.map(({ seq }) => seq)).toEqual(
			all.map(({ seq }) => seq).toSorted((one, other) => one - other),
		);
		expect(Math.min(...(await sheets()).slice(1))).toBeGreaterThanOrEqual(sheetSize / 2);
	});

	it("lose nothing that is written while others are removed, and are packed after it", async () => {
		const log = createEgressLog(now);
		for (let count = 0; count < 450; count++) log.record(sent({ status: count % 3 ? 500 : 200 }));
		await log.flush();
		const other = createEgressLog(() => time + dayMs);
		const removing = log.remove({ state: "failed" });
		for (let count = 0; count < 5; count++) {
			other.record(sent({ url: "https://crm.example.com/meanwhile" }));
			await other.flush();
		}
		expect(await removing).toBe(300);
		expect(await log.all()).toHaveLength(155);
		expect(await sheets()).toEqual([100, 55]);
		expect(await log.remove({ host: "another.example.com" })).toBe(0);
		expect(await log.all()).toHaveLength(155);
	});

	it("are looked through piece by piece: a search that finds little says where it goes on", async () => {
		await writeEntries(Array.from({ length: 5_230 }, (_, index) => entryAt(start + index)));
		const log = createEgressLog(now);
		const first = await log.list({ text: "nowhere" }, { limit: 10 });
		expect(first).toEqual({ rows: [], next: (start + 230) * 1_000 });
		expect(await log.list({ text: "nowhere" }, { limit: 10, before: first.next ?? 0 })).toEqual({ rows: [] });
		const seen: number[] = [];
		for (let before: number | undefined = Number.POSITIVE_INFINITY; before !== undefined; ) {
			const page: EgressPage = await log.list({}, { limit: 333, before });
			seen.push(...page.rows.map(({ at }) => at - start));
			before = page.next;
		}
		expect(seen).toEqual(Array.from({ length: 5_230 }, (_, index) => 5_229 - index));
	});
});

describe("a browser that refuses to store", () => {
	it("is no failure of a request, and what was refused is written when it stores again", async () => {
		const log = createEgressLog(now);
		await database();
		const refusing = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		expect(() => log.record(sent())).not.toThrow();
		await log.flush();
		refusing.mockRestore();
		expect(await log.all()).toHaveLength(1);
	});

	it("takes a verdict that comes while it refuses", async () => {
		const log = createEgressLog(now);
		await database();
		const verdict = log.record(sent());
		const refusing = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
			verdict("not-json");
			throw new DOMException("full", "QuotaExceededError");
		});
		await log.flush();
		refusing.mockRestore();
		expect((await log.all()).map(({ failure }) => failure)).toEqual(["not-json"]);
	});

	it("loses nothing that is stored when it refuses the second of two sheets", async () => {
		const log = createEgressLog(now);
		const first = log.recordEntry(pageEntryOf(sent()));
		for (let count = 0; count < sheetSize; count++) log.record(sent());
		await log.flush();
		const before = await log.all();
		const { put } = IDBObjectStore.prototype;
		let puts = 0;
		const refusing = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(function (
			this: IDBObjectStore,
			value: unknown,
		) {
			// Of its own accord, as a full disk does: the request fails later on.
			const request = put.call(this, value);
			if (++puts === 2) this.transaction.abort();
			return request;
		});
		for (let count = 0; count < 150; count++) log.record(sent());
		log.recordEntry(pageEntryOf(sent({ status: 404 })), first);
		await log.flush();
		refusing.mockRestore();
		expect(await readAll()).toEqual(before);
		expect(await log.all()).toHaveLength(before.length + 150);
		expect((await log.all())[0]?.status).toBe(404);
	});

	it("costs a bounded amount of memory", async () => {
		const log = createEgressLog(now);
		await database();
		const refusing = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		for (let count = 0; count < 1_200; count++) log.record(sent());
		await log.flush();
		refusing.mockRestore();
		expect(await log.all()).toHaveLength(1_000);
	});
});

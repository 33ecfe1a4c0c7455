import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Purpose } from "@/lib/core/http";
import { pageEntryOf, type SentRequest } from "@/lib/egress/entry";
import { createEgressLog, mostEgressEntries } from "@/lib/platform/egress-log";
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

beforeEach(async () => {
	time = start;
	await (await database()).clear("egress");
});

describe("the log", () => {
	it("costs a request no write: they are written together, a tenth of a second later", async () => {
		const log = createEgressLog(now);
		const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
		for (let count = 0; count < 50; count++) log.record(sent());
		expect(transactions).not.toHaveBeenCalled();
		await vi.waitFor(async () => expect(await (await database()).count("egress")).toBe(50), {
			timeout: 2_000,
		});
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

	it("forgets what is older than thirty days, and the oldest above the limit", async () => {
		const db = await database();
		const transaction = db.transaction("egress", "readwrite");
		const entry = {
			kind: "crm",
			name: "x",
			method: "GET",
			host: "a",
			path: "/",
			fields: [],
			bytes: 1,
			ms: 1,
		};
		for (let index = 0; index < mostEgressEntries + 5; index++)
			void transaction.store.put({
				...entry,
				kind: "crm",
				seq: start * 1_000 + index,
				at: start,
				state: "failed",
			});
		void transaction.store.put({
			...entry,
			kind: "crm",
			seq: (start - 31 * dayMs) * 1_000,
			at: 0,
			state: "failed",
		});
		await transaction.done;
		await createEgressLog(now).prune();
		expect(await db.count("egress")).toBe(mostEgressEntries);
		expect((await db.getAllKeys("egress", null, 1))[0]).toBe(start * 1_000 + 5);
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

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { fail, ok } from "@/lib/core/result";
import { callEntryOf, longestKeptText, type MadeCall } from "@/lib/functions/call-log";
import { createFunctionLog, mostFunctionCalls } from "@/lib/platform/function-log";
import { database } from "@/lib/platform/open-database";

const dayMs = 24 * 3_600_000;
let time = Date.parse("2026-03-04T12:00:00Z");
const now = () => time;
const answered = (status: number, text = "{}", cut = false) => ok({ status, text, cut, ms: 5 });
const made = (more: Partial<MadeCall> = {}): MadeCall => ({
	at: time,
	name: "check_order",
	arguments: '{"order_id":"A1"}',
	request: { method: "GET", host: "api.example", url: "https://api.example/orders/A1" },
	approvedBy: "rule",
	conversation: "phone:+34600000001",
	outcome: answered(200),
	...more,
});

describe("what is kept of a call", () => {
	it("tells how it went", () => {
		expect(callEntryOf(made())).toMatchObject({
			state: "succeeded",
			status: 200,
			text: "{}",
			cut: false,
			ms: 5,
		});
		expect(callEntryOf(made({ outcome: answered(500) }))).toMatchObject({ state: "failed", status: 500 });
		expect(callEntryOf(made({ outcome: fail({ reason: "timeout", afterMs: 1 }) }))).toMatchObject({
			state: "failed",
		});
		expect(callEntryOf(made({ outcome: fail({ reason: "refused" }) }))).toMatchObject({ state: "refused" });
		for (const detail of ["stopped", "expired"] as const)
			expect(callEntryOf(made({ outcome: fail({ reason: "approval-void", detail }) }))).toMatchObject({
				state: "refused",
			});
	});

	it("is bounded, and says what was left out", () => {
		const entry = callEntryOf(
			made({ arguments: "x".repeat(1_000_000), outcome: answered(200, "y".repeat(50_000)) }),
		);
		expect(entry.text).toHaveLength(longestKeptText);
		expect(entry.cut).toBe(true);
		expect(entry.arguments.length).toBeLessThan(50_000);
	});
});

describe("the log of calls", () => {
	beforeEach(async () => (await database()).clear("functionCalls"));

	it("tells what was just called, newest first, page by page", async () => {
		const log = createFunctionLog(now);
		for (const name of ["a", "b", "c"]) log.record(made({ name }));
		const first = await log.list({}, { limit: 2 });
		expect(first.rows.map(({ name }) => name)).toEqual(["c", "b"]);
		const second = await log.list({}, { limit: 2, ...(first.next && { before: first.next }) });
		expect(second.rows.map(({ name }) => name)).toEqual(["a"]);
		expect(second.next).toBeUndefined();
	});

	it("finds by function, state and words, and removes what is meant and nothing else", async () => {
		const log = createFunctionLog(now);
		log.record(made());
		log.record(made({ name: "cancel_order", outcome: fail({ reason: "refused" }) }));
		log.record(made({ outcome: answered(500, "Out of stock") }));
		const count = async (filter: Parameters<typeof log.list>[0]) =>
			(await log.list(filter, { limit: 9 })).rows.length;
		expect(await count({ name: "check_order" })).toBe(2);
		expect(await count({ state: "refused" })).toBe(1);
		expect(await count({ text: "STOCK a1" })).toBe(1);
		expect(await count({ text: "nothing" })).toBe(0);
		expect(await log.remove({ state: "failed" })).toBe(1);
		expect(await log.amount()).toMatchObject({ count: 2 });
		await log.clear();
		expect(await log.all()).toEqual([]);
	});

	it("keeps thirty days and two thousand calls", async () => {
		const db = await database();
		const transaction = db.transaction("functionCalls", "readwrite");
		const entry = callEntryOf(made());
		for (let index = 0; index < mostFunctionCalls; index++)
			void transaction.store.put({ ...entry, seq: time * 1_000 + index });
		void transaction.store.put({ ...entry, seq: (time - 31 * dayMs) * 1_000 });
		await transaction.done;
		time += 1_000;
		const log = createFunctionLog(now);
		log.record(made({ name: "newest" }));
		const all = await log.all();
		expect(all).toHaveLength(mostFunctionCalls);
		expect(all.at(-1)?.name).toBe("newest");
		expect(all[0]?.seq).toBe((time - 1_000) * 1_000 + 1);
	});
});

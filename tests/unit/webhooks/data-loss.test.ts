import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { needsAttention, type OutboxStatus } from "@/lib/webhooks/outbox-status";

/** A worker that has just started. */
async function startWorker() {
	vi.resetModules();
	const { database, onDatabaseMade } = await import("@/lib/platform/open-database");
	const made: boolean[] = [];
	onDatabaseMade((again) => made.push(again));
	return { database, made };
}

const deleteDatabase = () =>
	new Promise<void>((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase("chatside");
		deleting.onsuccess = () => resolve();
		deleting.onerror = () => reject(deleting.error);
	});

describe("a database that is not there any more", () => {
	beforeEach(() => {
		vi.stubGlobal("indexedDB", new IDBFactory());
	});

	it("is made once, and then found by the workers that follow", async () => {
		const first = await startWorker();
		await first.database();
		expect(first.made).toEqual([false]);
		(await first.database()).close();
		const second = await startWorker();
		await second.database();
		expect(second.made).toEqual([]);
	});

	it("lets itself be deleted under the worker, is made anew, and that is told apart from a first time", async () => {
		const { database, made } = await startWorker();
		await (await database()).put("seenPhones", 7, "+34600000001");
		await deleteDatabase();
		expect(await (await database()).count("seenPhones")).toBe(0);
		await (await database()).put("seenPhones", 8, "+34600000002");
		expect(made).toEqual([false, true]);
	});
});

it("a loss is something a person should look at", () => {
	const well: OutboxStatus = { counts: { pending: 0, delivered: 3, failed: 0, cancelled: 0 }, pauses: [] };
	expect(needsAttention(well)).toBe(false);
	expect(needsAttention({ ...well, lostAt: 1_772_625_600_000 })).toBe(true);
});

import "fake-indexeddb/auto";
import { IDBFactory } from "fake-indexeddb";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { needsAttention, type OutboxStatus } from "@/lib/webhooks/outbox-status";

beforeEach(() => {
	vi.stubGlobal("indexedDB", new IDBFactory());
	fakeBrowser.reset();
});

/** A worker that has just started, and how often it has told of a loss. */
async function startWorker() {
	vi.resetModules();
	const { database } = await import("@/lib/platform/open-database");
	const { onDatabaseLost } = await import("@/lib/platform/database-loss");
	const lost = vi.fn(async () => undefined);
	onDatabaseLost(lost);
	return { database, lost };
}

/** Opens the database as a new worker does; gives whether it tells of a loss once it has looked. */
async function tellsOfLoss(): Promise<boolean> {
	const { database, lost } = await startWorker();
	(await database()).close();
	await vi.waitFor(async () =>
		expect(await fakeBrowser.storage.local.get()).toEqual({ database_made: true }),
	);
	// It tells right behind the mark.
	await new Promise((resolve) => setTimeout(resolve));
	return lost.mock.calls.length > 0;
}

const deleteDatabase = () =>
	new Promise<void>((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase("chatside");
		deleting.onsuccess = () => resolve();
		deleting.onerror = () => reject(deleting.error);
	});

describe("a database that is not there any more", () => {
	it("is none in a new profile, nor for the workers that follow", async () => {
		expect(await tellsOfLoss()).toBe(false);
		expect(await tellsOfLoss()).toBe(false);
	});

	it("is told by the next worker, however short a time there was one", async () => {
		expect(await tellsOfLoss()).toBe(false);
		await deleteDatabase();
		const { database, lost } = await startWorker();
		await database();
		await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1));
	});

	it("is told too where an older version made it, without a mark", async () => {
		(await (await startWorker()).database()).close();
		await fakeBrowser.storage.local.clear();
		expect(await tellsOfLoss()).toBe(false);
		await deleteDatabase();
		const { database, lost } = await startWorker();
		await database();
		await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(1));
	});

	it("lets itself be deleted under the worker, is made anew, and is told each time", async () => {
		const { database, lost } = await startWorker();
		await (await database()).put("seenPhones", 7, "+34600000001");
		for (const times of [1, 2]) {
			await deleteDatabase();
			expect(await (await database()).count("seenPhones")).toBe(0);
			await (await database()).put("seenPhones", 8, "+34600000002");
			await vi.waitFor(() => expect(lost).toHaveBeenCalledTimes(times));
		}
	});
});

it("a loss is something a person should look at", () => {
	const well: OutboxStatus = { counts: { pending: 0, delivered: 3, failed: 0, cancelled: 0 }, pauses: [] };
	expect(needsAttention(well)).toBe(false);
	expect(needsAttention({ ...well, lostAt: 1_772_625_600_000 })).toBe(true);
});

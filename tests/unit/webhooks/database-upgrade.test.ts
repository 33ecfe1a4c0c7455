import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { database } from "@/lib/platform/open-database";
import { outboxStore } from "@/lib/platform/outbox-store";
import { event } from "./outbox-world";

/** The database as version 2 left it: one delivery being sent, and one that waits. */
async function storeVersion2(): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside", 2);
		opening.onupgradeneeded = () => {
			const { result } = opening;
			const deliveries = result.createObjectStore("deliveries", { keyPath: "seq", autoIncrement: true });
			deliveries.createIndex("id", "id", { unique: true });
			deliveries.createIndex("due", "dueAt");
			deliveries.createIndex("leased", "leasedAt");
			deliveries.createIndex("lane", ["lane", "seq"]);
			deliveries.createIndex("status", ["status", "seq"]);
			deliveries.createIndex("phone", ["phone", "seq"]);
			for (const name of ["cards", "links", "seenPhones", "values"]) result.createObjectStore(name);
			result.createObjectStore("deliveryHours", { keyPath: "hour" });
			const common = { storedAt: 1_000, status: "pending", attemptCount: 0, failures: 0, attempts: [] };
			deliveries.add({ ...event("sent"), ...common, leasedAt: 2_000 });
			deliveries.add({ ...event("waiting"), ...common, dueAt: 1_500 });
		};
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	db.close();
}

it("what an older version was sending when the worker ended is sent again", async () => {
	await storeVersion2();
	expect(await outboxStore.nextDueAt()).toBe(1_500);
	expect((await outboxStore.claim(10, 3_000)).map(({ id }) => id)).toEqual(["waiting"]);
	expect(await outboxStore.recover(4_000)).toBe(2);
	const db = await database();
	expect([...db.transaction("deliveries").store.indexNames]).toEqual(["due", "id", "lane", "status"]);
	expect(await db.getFromIndex("deliveries", "id", "sent")).toEqual({
		...event("sent"),
		seq: 1,
		storedAt: 1_000,
		status: "pending",
		dueAt: 4_000,
		attemptCount: 1,
		failures: 0,
		attempts: [{ number: 1, startedAt: 2_000, failure: { reason: "worker-ended" } }],
	});
});

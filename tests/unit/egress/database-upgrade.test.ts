import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { database } from "@/lib/platform/open-database";

/** The database as version 3 left it, with a card. */
async function storeVersion3(): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside", 3);
		opening.onupgradeneeded = () => {
			const { result } = opening;
			const cards = result.createObjectStore("cards", { keyPath: "key" });
			cards.createIndex("fetchedAt", "fetchedAt");
			cards.add({ key: "a card", fetchedAt: 1, answer: {} });
			result.createObjectStore("links", { keyPath: "chatId" });
			const deliveries = result.createObjectStore("deliveries", { keyPath: "seq", autoIncrement: true });
			deliveries.createIndex("id", "id", { unique: true });
			deliveries.createIndex("due", "dueAt");
			deliveries.createIndex("lane", ["lane", "seq"]);
			deliveries.createIndex("status", ["status", "seq"]);
			deliveries.add({ id: "one", status: "pending", dueAt: 5 });
			for (const name of ["seenPhones", "values"]) result.createObjectStore(name);
			result.createObjectStore("deliveryHours", { keyPath: "hour" });
		};
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	db.close();
}

it("a database without a log of requests, without linked customers and without calls of functions gets them, and keeps what it has", async () => {
	await storeVersion3();
	const db = await database();
	expect(db.version).toBe(8);
	expect([...db.transaction("egress").store.indexNames]).toEqual(["host", "purpose"]);
	expect(await db.count("egress")).toBe(0);
	expect([...db.transaction("customerLinks").store.indexNames]).toEqual(["customer"]);
	expect(await db.count("functionCalls")).toBe(0);
	expect(await db.get("cards", "a card")).toMatchObject({ fetchedAt: 1 });
	expect(await db.getAll("deliveries")).toEqual([{ seq: 1, id: "one", status: "pending", dueAt: 5 }]);
});

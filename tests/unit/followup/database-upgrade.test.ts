import "fake-indexeddb/auto";
import { expect, it } from "vitest";
import { database } from "@/lib/platform/open-database";

/** The database as version 6 left it, with something in it. */
async function storeVersion6(): Promise<void> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside", 6);
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
			for (const name of ["seenPhones", "values"]) result.createObjectStore(name);
			opening.transaction?.objectStore("seenPhones").add(7, "+34600000001");
			result.createObjectStore("deliveryHours", { keyPath: "hour" });
			const egress = result.createObjectStore("egress", { keyPath: "seq" });
			egress.createIndex("host", "host");
			egress.createIndex("purpose", ["kind", "name", "seq"]);
			const customerLinks = result.createObjectStore("customerLinks", { keyPath: "key" });
			customerLinks.createIndex("customer", "link.customerId");
			result.createObjectStore("functionCalls", { keyPath: "seq" }).add({ seq: 3 });
		};
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	db.close();
}

it("a database of the version before gets places for messages and follow-ups, and keeps what it has", async () => {
	await storeVersion6();
	const db = await database();
	expect(db.version).toBe(9);
	const names = (store: "keptMessages" | "keptConversations" | "followUps") => [
		...db.transaction(store).store.indexNames,
	];
	expect(names("keptMessages")).toEqual(["at", "id"]);
	expect(names("keptConversations")).toEqual(["lastAt"]);
	expect(names("followUps")).toEqual(["conversation", "foundAt", "state"]);
	expect(await db.count("doNotAnalyse")).toBe(0);
	expect(await db.count("followUpRuns")).toBe(0);
	expect(await db.get("cards", "a card")).toMatchObject({ fetchedAt: 1 });
	expect(await db.get("seenPhones", "+34600000001")).toBe(7);
	expect(await db.getAll("functionCalls")).toEqual([{ seq: 3 }]);
});

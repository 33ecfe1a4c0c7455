import "fake-indexeddb/auto";
import { deleteDB } from "idb";
import { afterEach, expect, it, vi } from "vitest";
import { createEgressLog } from "@/lib/platform/egress-log";
import { database } from "@/lib/platform/open-database";
import version8 from "../../fixtures/profiles/database-8.json";
import { type StoredProfile, writeProfile } from "../../fixtures/profiles/stored-profile";

afterEach(() => deleteDB("chatside"));

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
	expect(db.version).toBe(9);
	expect(await db.count("egress")).toBe(0);
	expect([...db.transaction("customerLinks").store.indexNames]).toEqual(["customer"]);
	expect(await db.count("functionCalls")).toBe(0);
	expect(await db.get("cards", "a card")).toMatchObject({ fetchedAt: 1 });
	expect(await db.getAll("deliveries")).toEqual([{ seq: 1, id: "one", status: "pending", dueAt: 5 }]);
});

/** A profile of version 8, with so many logged requests more than it has. */
async function storeVersion8(more: number): Promise<StoredProfile> {
	const profile = structuredClone(version8) as unknown as StoredProfile;
	const records = profile.stores.find(({ name }) => name === "egress")?.records ?? [];
	const last = records.at(-1)?.value as { seq: number };
	for (let count = 1; count <= more; count++) {
		const seq = last.seq + count;
		records.push({ key: seq, value: { ...last, seq } });
	}
	vi.stubGlobal("chrome", { storage: { local: { set: async () => undefined } } });
	await writeProfile(profile);
	vi.unstubAllGlobals();
	return profile;
}

it.each([0, 93, 1_234])(
	"requests that were logged one by one are kept in sheets, in their order: %i more",
	async (more) => {
		const { stores } = await storeVersion8(more);
		const logged = stores.find(({ name }) => name === "egress")?.records.map(({ value }) => value) ?? [];
		expect(logged.length).toBeGreaterThan(more);
		const db = await database();
		expect([...db.transaction("egress").store.indexNames]).toEqual([]);
		const sheets = await db.getAll("egress");
		expect(sheets.flatMap(({ entries }) => entries)).toEqual(logged);
		expect(sheets.map(({ seq }) => seq)).toEqual(sheets.map(({ entries }) => entries[0]?.seq));
		expect(sheets).toHaveLength(Math.ceil(logged.length / 100));
		expect(await createEgressLog(Date.now).all()).toEqual(logged);
		for (const { name, records } of stores)
			if (name !== "egress") expect(await db.count(name as "cards")).toBe(records.length);
	},
);

import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PhoneLink } from "@/lib/contacts/identity";
import type { Card, CardCache } from "@/lib/crm/lookup";

interface Schema extends DBSchema {
	/** Customer answers by request; a cache, may be dropped at any time. */
	cards: { key: string; value: Card; indexes: { fetchedAt: number } };
	/** Numbers remembered for chat ids. */
	links: { key: string; value: PhoneLink };
}

/** More cards than an agent opens in weeks; the oldest go first. */
const maxCards = 2_000;

let opened: Promise<IDBPDatabase<Schema>> | undefined;

/** Opens the database once a worker's life; opened anew if the browser closed it underneath. */
function database(): Promise<IDBPDatabase<Schema>> {
	opened ??= openDB<Schema>("chatside", 1, {
		upgrade(db) {
			db.createObjectStore("cards", { keyPath: "key" }).createIndex("fetchedAt", "fetchedAt");
			db.createObjectStore("links", { keyPath: "chatId" });
		},
		terminated() {
			opened = undefined;
		},
	});
	return opened;
}

export const cards: CardCache & { prune(): Promise<void>; clear(): Promise<void> } = {
	async get(key) {
		return (await database()).get("cards", key);
	},
	async put(card) {
		await (await database()).put("cards", card);
	},
	/** Drops the oldest cards above the limit. */
	async prune() {
		const transaction = (await database()).transaction("cards", "readwrite");
		let surplus = (await transaction.store.count()) - maxCards;
		for (
			let cursor = await transaction.store.index("fetchedAt").openCursor();
			cursor && surplus > 0;
			surplus--
		) {
			await cursor.delete();
			cursor = await cursor.continue();
		}
		await transaction.done;
	},
	async clear() {
		await (await database()).clear("cards");
	},
};

export const phoneLinks = {
	async get(chatId: string): Promise<PhoneLink | undefined> {
		return (await database()).get("links", chatId);
	},
	async put(link: PhoneLink): Promise<void> {
		await (await database()).put("links", link);
	},
	async remove(chatId: string): Promise<void> {
		await (await database()).delete("links", chatId);
	},
};

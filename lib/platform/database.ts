import type { PhoneLink } from "@/lib/contacts/identity";
import type { Card, CardCache } from "@/lib/crm/lookup";
import { type Database, database } from "./open-database";

/** More cards than an agent opens in weeks; the oldest go first. */
const maxCards = 2_000;

/**
 * Something read from the database once a worker's life and kept in step by the writes below: the background is the
 * only writer, and every switch of the chat would wait some milliseconds for a read. A failed read is tried again.
 */
function readOnce<T>(read: (db: Database) => Promise<T>): () => Promise<T> {
	let known: Promise<T> | undefined;
	return () => {
		known ??= database()
			.then(read)
			.catch((error: unknown) => {
				known = undefined;
				throw error;
			});
		return known;
	};
}

/** Which cards there are, so that a customer never seen before is known for one at once. */
const cardKeys = readOnce(async (db) => new Set(await db.getAllKeys("cards")));

export const cards: CardCache & {
	all(): Promise<Card[]>;
	prune(): Promise<void>;
	clear(): Promise<void>;
} = {
	async get(key) {
		return (await cardKeys()).has(key) ? (await database()).get("cards", key) : undefined;
	},
	async put(card) {
		// Known before it is written: a read that follows waits its turn behind the write.
		(await cardKeys()).add(card.key);
		await (await database()).put("cards", card);
	},
	all: async () => (await database()).getAll("cards"),
	/** Drops the oldest cards above the limit. */
	async prune() {
		const keys = await cardKeys();
		const transaction = (await database()).transaction("cards", "readwrite");
		const surplus = (await transaction.store.count()) - maxCards;
		const oldest = surplus > 0 ? await transaction.store.index("fetchedAt").getAllKeys(null, surplus) : [];
		for (const key of oldest) {
			keys.delete(key);
			void transaction.store.delete(key);
		}
		await transaction.done;
	},
	async clear() {
		(await cardKeys()).clear();
		await (await database()).clear("cards");
	},
};

const links = readOnce(async (db) => new Map((await db.getAll("links")).map((link) => [link.chatId, link])));

export const phoneLinks = {
	all: async (): Promise<PhoneLink[]> => (await database()).getAll("links"),
	async get(chatId: string): Promise<PhoneLink | undefined> {
		return (await links()).get(chatId);
	},
	async put(link: PhoneLink): Promise<void> {
		await (await database()).put("links", link);
		(await links()).set(link.chatId, link);
	},
	async remove(chatId: string): Promise<void> {
		await (await database()).delete("links", chatId);
		(await links()).delete(chatId);
	},
	async clear(): Promise<void> {
		await (await database()).clear("links");
		(await links()).clear();
	},
};

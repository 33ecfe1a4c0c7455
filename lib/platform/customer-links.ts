import { type IdentityRecord, saysNothing } from "@/lib/contacts/customer-link";
import type { IdentityKey } from "@/lib/contacts/identity-key";
import { jsonBytes } from "@/lib/core/json-bytes";
import { createKept } from "@/lib/core/kept";
import { database } from "./open-database";

/** Whether there is any record at all: most people have none, and then no chat waits for the database. */
const isEmpty = createKept(
	async () => (await (await database()).getAllKeys("customerLinks", null, 1)).length === 0,
	() => true,
);

/** The customers linked to identities, and those who are not who they seemed to be. Read one by one: there may be many. */
export const customerLinks = {
	all: async (): Promise<IdentityRecord[]> => (await database()).getAll("customerLinks"),

	/** How many there are, and about how large they are, going by the first of them. */
	async amount(): Promise<{ count: number; bytes: number }> {
		const db = await database();
		const [count, sample] = await Promise.all([
			db.count("customerLinks"),
			db.getAll("customerLinks", null, sampleSize),
		]);
		const bytes = sample.reduce((sum, record) => sum + jsonBytes(record), 0);
		return { count, bytes: Math.round((bytes * count) / Math.max(sample.length, 1)) };
	},

	/** A record for each key, in their order; an empty one where nothing is remembered. */
	async of(keys: readonly IdentityKey[]): Promise<IdentityRecord[]> {
		return (await this.around(keys)).records;
	},

	/** The same with the records linked to the same customers, by their keys: in one turn, because a chat waits for it. */
	async around(
		keys: readonly IdentityKey[],
	): Promise<{ records: IdentityRecord[]; siblings: IdentityRecord[] }> {
		const empty = keys.length === 0 || (await isEmpty.get());
		const { stored, siblings } = empty ? nobody : await readAround(keys);
		return { records: keys.map((key, index) => stored[index] ?? { key, rejected: [] }), siblings };
	},

	/** The first records, in the order of their keys, that are meant. */
	async find(isMeant: (record: IdentityRecord) => boolean, most: number): Promise<IdentityRecord[]> {
		const db = await database();
		const found: IdentityRecord[] = [];
		let chunk: IdentityRecord[] = [];
		do {
			const last = chunk.at(-1);
			chunk = await db.getAll(
				"customerLinks",
				last && IDBKeyRange.lowerBound(last.key, true),
				searchedTogether,
			);
			found.push(...chunk.filter(isMeant));
		} while (found.length < most && chunk.length === searchedTogether);
		return found.slice(0, most);
	},

	/** Stores all of them or none. A record that says nothing is not kept. */
	async put(records: readonly IdentityRecord[]): Promise<void> {
		const transaction = (await database()).transaction("customerLinks", "readwrite");
		for (const record of records)
			void (saysNothing(record) ? transaction.store.delete(record.key) : transaction.store.put(record));
		await transaction.done;
		isEmpty.forget();
	},

	async clear(): Promise<void> {
		await (await database()).clear("customerLinks");
		isEmpty.forget();
	},
};

const sampleSize = 100;
/** All at once would be a hundred thousand in memory. */
const searchedTogether = 5_000;
/** Nobody has more numbers than this; a customer that stands for everybody must not cost more. */
const mostSiblings = 50;

type Around = { stored: (IdentityRecord | undefined)[]; siblings: IdentityRecord[] };
const nobody: Around = { stored: [], siblings: [] };

async function readAround(keys: readonly IdentityKey[]): Promise<Around> {
	const { store } = (await database()).transaction("customerLinks");
	const stored = await Promise.all(keys.map((key) => store.get(key)));
	const customers = new Set(stored.flatMap((record) => record?.link?.customerId ?? []));
	const byCustomer = store.index("customer");
	const linked = await Promise.all([...customers].map((id) => byCustomer.getAll(id, mostSiblings)));
	return { stored, siblings: linked.flat() };
}

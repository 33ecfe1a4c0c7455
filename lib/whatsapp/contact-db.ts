/**
 * The page's own address book: IndexedDB `model-storage`, store `contact`. Read only, opened for one question
 * and closed, never created: it belongs to the page.
 */
import { parseChatId } from "./chat-id";
import { fieldOf } from "./field-of";
import { nameKey } from "./plain-text";

const databaseName = "model-storage";
const storeName = "contact";
/** Contacts fetched at a time, so that a long address book doesn't block the page. */
const batchSize = 500;

/** By LID when the chat's id is known, else by the name in the header. */
export type ContactQuery = { lid: string } | { name: string };
/** Canonical ids; `phoneId` is absent when the address book does not have the number. */
export type ContactMatch = { id: string; phoneId?: string };
/** Answers null for nobody, for several people, and for a database that can't be read. Never rejects. */
export type ContactDb = { find(query: ContactQuery, signal: AbortSignal): Promise<ContactMatch | null> };

export function createContactDb(factory: IDBFactory | undefined): ContactDb {
	return {
		async find(query, signal) {
			let database: IDBDatabase | null | undefined;
			try {
				database = factory && (await openExisting(factory, signal));
				if (signal.aborted || !database?.objectStoreNames.contains(storeName)) return null;
				const store = database.transaction(storeName, "readonly").objectStore(storeName);
				return "lid" in query
					? await findByLid(store, query.lid)
					: await findByName(store, nameKey(query.name), signal);
			} catch {
				return null;
			} finally {
				database?.close();
			}
		},
	};
}

/** Opens the database as it is. One that does not exist is not made: the upgrade that would make it is aborted. */
function openExisting(factory: IDBFactory, signal: AbortSignal): Promise<IDBDatabase | null> {
	return new Promise((resolve) => {
		const request = factory.open(databaseName);
		const answer = (database: IDBDatabase | null) => {
			signal.removeEventListener("abort", giveUp);
			resolve(database);
		};
		const giveUp = () => answer(null);
		signal.addEventListener("abort", giveUp);
		request.onupgradeneeded = () => request.transaction?.abort();
		request.onerror = (event) => {
			event.preventDefault();
			giveUp();
		};
		request.onsuccess = () => {
			const database = request.result;
			// The page may want to upgrade or delete it meanwhile; never stand in the way.
			database.onversionchange = () => database.close();
			if (signal.aborted) database.close();
			answer(database);
		};
	});
}

async function findByLid(store: IDBObjectStore, lid: string): Promise<ContactMatch | null> {
	const record: unknown = await result(store.get(lid));
	return record === undefined ? null : (matchOf(record) ?? null);
}

/**
 * Unique and exact, or null. A contact can be stored twice, under its LID and under its number: that is one
 * person as long as both lead to the same phone. A namesake without a number makes the name ambiguous.
 */
async function findByName(
	store: IDBObjectStore,
	key: string,
	signal: AbortSignal,
): Promise<ContactMatch | null> {
	if (key === "") return null;
	const matches: ContactMatch[] = [];
	let range: IDBKeyRange | undefined;
	for (;;) {
		const keys = await result(store.getAllKeys(range, batchSize));
		const records: unknown[] = await result(store.getAll(range, batchSize));
		for (const record of records) {
			const match = hasName(record, key) ? matchOf(record) : undefined;
			if (match) matches.push(match);
		}
		const last = keys.at(-1);
		if (signal.aborted) return null;
		if (keys.length < batchSize || last === undefined) break;
		range = IDBKeyRange.lowerBound(last, true);
	}
	const [first, ...others] = matches;
	if (!first) return null;
	const samePerson = others.every(
		({ id, phoneId }) => id === first.id || (phoneId !== undefined && phoneId === first.phoneId),
	);
	if (!samePerson) return null;
	return matches.find(({ id }) => id.endsWith("@lid")) ?? first;
}

function hasName(record: unknown, key: string): boolean {
	return ["name", "shortName", "pushname"].some((field) => {
		const name = fieldOf(record, field);
		return typeof name === "string" && name.length < 500 && nameKey(name) === key;
	});
}

function matchOf(record: unknown): ContactMatch | undefined {
	const id = parseChatId(fieldOf(record, "id"));
	if (!id) return undefined;
	if (id.kind === "phone") return { id: id.id, phoneId: id.id };
	const phone = parseChatId(fieldOf(record, "phoneNumber"));
	return phone?.kind === "phone" ? { id: id.id, phoneId: phone.id } : { id: id.id };
}

const result = <T>(request: IDBRequest<T>): Promise<T> =>
	new Promise((resolve, reject) => {
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error);
	});

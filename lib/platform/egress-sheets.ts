import type { IDBPObjectStore } from "idb";
import type { EgressEntry } from "@/lib/egress/entry";
import { bySeq, type EgressSheet, placedAmong, sheetsOf } from "@/lib/egress/sheet";
import { database, type Schema } from "./open-database";
import { dropOldest } from "./prune-log";

type Store = IDBPObjectStore<Schema, ["egress"], "egress", "readwrite">;

/** Puts entries in their places; one with the seq of another replaces it. */
export const writeEntries = (entries: readonly EgressEntry[]): Promise<void> =>
	change(async (store) => {
		let rest = entries.toSorted(bySeq);
		for (let newest = rest.at(-1); newest; newest = rest.at(-1)) {
			const sheet = await store.openCursor(IDBKeyRange.upperBound(newest.seq), "prev");
			const own = rest.filter(({ seq }) => seq >= (sheet?.key ?? 0));
			await put(store, placedAmong(sheet?.value.entries ?? [], own));
			rest = rest.slice(0, -own.length);
		}
	});

/** Removes the entries that are meant, and gives how many; the others are packed together. */
export const removeEntries = (isMeant: (entry: EgressEntry) => boolean): Promise<number> =>
	change(async (store) => {
		const entries = entriesOf(await store.getAll());
		const others = entries.filter((entry) => !isMeant(entry));
		if (others.length < entries.length) {
			await store.clear();
			await put(store, sheetsOf(others));
		}
		return entries.length - others.length;
	});

/** Removes every entry before the seq `since`, and the oldest sheets above `most`. */
export const pruneEntries = (since: number, most: number): Promise<void> =>
	change(async (store) => {
		const before = IDBKeyRange.upperBound(since, true);
		const sheet = await store.openCursor(before, "prev");
		if (sheet) {
			await store.delete(before);
			await put(store, sheetsOf(sheet.value.entries.filter(({ seq }) => seq >= since)));
		}
		await dropOldest(store, most);
	});

/** Makes a change as a whole or, where the browser refuses some of it, not at all. */
async function change<T>(work: (store: Store) => Promise<T>): Promise<T> {
	const transaction = (await database()).transaction("egress", "readwrite", { durability: "relaxed" });
	const working = work(transaction.store).catch((error: unknown) => {
		transaction.abort();
		throw error;
	});
	const [result] = await Promise.all([working, transaction.done]);
	return result;
}

async function put(store: Store, sheets: readonly EgressSheet[]): Promise<void> {
	for (const sheet of sheets) await store.put(sheet);
}

/** The entries from the seq `from` on and before `below`, sheet by sheet, newest first. */
export async function* readBackwards(from: number, below: number): AsyncGenerator<EgressEntry[]> {
	const { store } = (await database()).transaction("egress");
	let sheet = await store.openCursor(IDBKeyRange.upperBound(below, true), "prev");
	while (sheet) {
		yield sheet.value.entries.filter(({ seq }) => seq >= from && seq < below).reverse();
		sheet = sheet.key > from ? await sheet.continue() : null;
	}
}

/** Every entry, oldest first. */
export const readAll = async (): Promise<EgressEntry[]> =>
	entriesOf(await (await database()).getAll("egress"));

const entriesOf = (sheets: readonly EgressSheet[]) => sheets.flatMap(({ entries }) => entries);

import type { IDBPTransaction, StoreNames } from "idb";
import { database, type Schema } from "./open-database";

export type Writing = IDBPTransaction<Schema, StoreNames<Schema>[], "readwrite">;

/**
 * Writes to some stores in one transaction: all of it or nothing. Done when the system has it, and with `strict` when it
 * is on the disk.
 */
export async function write<T>(
	names: StoreNames<Schema>[],
	act: (transaction: Writing) => Promise<T>,
	{ durability = "relaxed" }: { durability?: "relaxed" | "strict" } = {},
): Promise<T> {
	const transaction = (await database()).transaction(names, "readwrite", { durability });
	// A failure inside is told by `done` as well, and must not go unheard there.
	const done = transaction.done;
	done.catch(() => undefined);
	try {
		const result = await act(transaction);
		await done;
		return result;
	} catch (error) {
		undo(transaction);
		throw error;
	}
}

/** What throws between two requests would leave those before it to be stored. */
function undo(transaction: Writing): void {
	try {
		transaction.abort();
	} catch {
		// The failed request has undone it already.
	}
}

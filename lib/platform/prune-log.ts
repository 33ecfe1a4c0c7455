import type { IDBPObjectStore } from "idb";
import { database, type Schema } from "./open-database";

const daysKept = 30;
const dayMs = 24 * 3_600_000;

/** The microsecond of the epoch from which on a log is kept: that of thirty days ago. */
export const keptSince = (now: number): number => (now - daysKept * dayMs) * 1_000;

/** Removes of a log, whose keys are microseconds of the epoch, what is older than thirty days, and the oldest above `most`. */
export async function pruneLog(
	name: "functionCalls" | "bridgeCalls",
	most: number,
	now: number,
): Promise<void> {
	const transaction = (await database()).transaction(name, "readwrite");
	await transaction.store.delete(IDBKeyRange.upperBound(keptSince(now), true));
	await dropOldest(transaction.store, most);
	await transaction.done;
}

/** Removes the oldest records of a log above `most`. */
export async function dropOldest<Name extends "egress" | "functionCalls" | "bridgeCalls">(
	store: IDBPObjectStore<Schema, [Name], Name, "readwrite">,
	most: number,
): Promise<void> {
	const surplus = (await store.count()) - most;
	const oldest = surplus > 0 ? (await store.getAllKeys(null, surplus)).at(-1) : undefined;
	if (oldest !== undefined) await store.delete(IDBKeyRange.upperBound(oldest));
}

import { database } from "./open-database";

const daysKept = 30;
const dayMs = 24 * 3_600_000;

/** Removes of a log, whose keys are microseconds of the epoch, what is older than thirty days, and the oldest above `most`. */
export async function pruneLog(
	name: "egress" | "functionCalls" | "bridgeCalls",
	most: number,
	now: number,
): Promise<void> {
	const transaction = (await database()).transaction(name, "readwrite");
	const { store } = transaction;
	await store.delete(IDBKeyRange.upperBound((now - daysKept * dayMs) * 1_000, true));
	const surplus = (await store.count()) - most;
	const oldest = surplus > 0 ? (await store.getAllKeys(null, surplus)).at(-1) : undefined;
	if (oldest !== undefined) await store.delete(IDBKeyRange.upperBound(oldest));
	await transaction.done;
}

/**
 * The browser keeps databases and settings in LevelDB, which goes on writing to the log it finds. A browser that ended
 * in the middle of a write has left half a record there, and what is written behind it cannot be read: at the start after
 * that, databases are deleted as corrupt, and settings are what they were before the half record. A log that is full is
 * left for a new one, so both are filled once in each run of the browser (docs/decisions/0031-half-records.md).
 */
import { deleteDB, openDB } from "idb";
import { localStorageArea, logsRenewedValue } from "./storage";

const name = "chatside-log";
/** LevelDB leaves a log that holds 4 MiB. */
const logBytes = 4 * 2 ** 20;
/** A value of more than 64 KiB would go into a file of its own. */
const valueBytes = 60_000;

/** Has the browser begin new logs, unless it has done so since it was started. */
export async function renewLogs(): Promise<void> {
	if (await logsRenewedValue.get()) return;
	await Promise.all([renewDatabaseLog(), renewSettingsLog()]);
	await logsRenewedValue.set(true);
}

async function renewDatabaseLog(): Promise<void> {
	// One that was interrupted has left it.
	await deleteDB(name);
	const database = await openDB(name, 1, {
		upgrade: (made) => void made.createObjectStore("filling", { autoIncrement: true }),
	});
	// Random: the browser makes everything else shorter.
	const value = crypto.getRandomValues(new Uint8Array(valueBytes));
	const transaction = database.transaction("filling", "readwrite");
	for (let bytes = 0; bytes <= logBytes; bytes += valueBytes) void transaction.store.add(value);
	await transaction.done.finally(() => database.close());
	await deleteDB(name);
}

async function renewSettingsLog(): Promise<void> {
	await localStorageArea.set({ [name]: "-".repeat(logBytes) });
	// The first write behind a full log goes to the new one.
	await localStorageArea.remove([name]);
}

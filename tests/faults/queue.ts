import type { Profile } from "./profile";

/** Lets the time pass that the queue waits for: every waiting time is moved back, and the queue is looked at. */
export async function passTime(profile: Profile, ms: number): Promise<void> {
	await profile.evaluate(async (back) => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open("chatside");
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const transaction = database.transaction(["deliveries", "values"], "readwrite");
		const walk = transaction.objectStore("deliveries").index("due").openCursor();
		const seen = new Set<IDBValidKey>();
		walk.onsuccess = () => {
			const cursor = walk.result;
			if (!cursor) return;
			if (!seen.has(cursor.primaryKey)) {
				seen.add(cursor.primaryKey);
				cursor.update({ ...cursor.value, dueAt: cursor.value.dueAt - back });
			}
			cursor.continue();
		};
		const values = transaction.objectStore("values");
		const reading = values.get("outbox-state");
		reading.onsuccess = () => {
			const state = reading.result;
			if (!state) return;
			const throttle = { ...state.throttle, until: state.throttle.until - back };
			values.put({ ...state, throttle }, "outbox-state");
		};
		await new Promise((resolve) => {
			transaction.oncomplete = resolve;
		});
		database.close();
	}, ms);
	await lookAtQueue(profile);
}

/** Whether all of these numbers are stored. Reads the extension's database, and wakes nobody. */
export const areSeen = (profile: Profile, phones: readonly string[]): Promise<boolean> =>
	profile.evaluate(async (asked) => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open("chatside");
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const reading = database.transaction("seenPhones").objectStore("seenPhones").getAllKeys();
		const known = await new Promise<Set<unknown>>((resolve) => {
			reading.onsuccess = () => resolve(new Set<unknown>(reading.result));
		});
		database.close();
		return asked.every((phone) => known.has(phone));
	}, phones);

/** A command that does nothing but let the queue be looked at. */
export const lookAtQueue = (profile: Profile) => profile.ask("cancelDeliveries", { seqs: [] });

/** How many deliveries there are of each status. */
export const counts = async (profile: Profile): Promise<Record<string, number>> =>
	(await profile.ask<{ counts: Record<string, number> }>("getOutboxStatus")).counts;

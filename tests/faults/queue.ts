import type { Profile } from "./profile";

/** Lets the time pass that the queue waits for: every waiting time is moved back, and the queue is looked at. */
export async function passTime(profile: Profile, ms: number): Promise<void> {
	await moveWaitingTimes(profile, ms);
	await lookAtQueue(profile);
}

/**
 * Puts the clock back for all that is written down: only the system can set the browser's own clock, but an hour less on it
 * and an hour more in every time that is kept are the same. To be called while no worker runs; wakes none.
 */
export async function putStoredClockBack(profile: Profile, ms: number): Promise<void> {
	await moveWaitingTimes(profile, -ms);
	await profile.evaluate(async (by) => {
		for (const { name, scheduledTime, periodInMinutes } of await chrome.alarms.getAll())
			await chrome.alarms.create(name, {
				when: scheduledTime + by,
				...(periodInMinutes && { periodInMinutes }),
			});
	}, ms);
}

/** Moves the times the queue waits for, and when it last looked at the clock, into the past. Wakes nobody. */
async function moveWaitingTimes(profile: Profile, ms: number): Promise<void> {
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
			// Only a clock that is put back is noticed by it; time that passes is not to look like a closed browser.
			const lastSeenAt = Math.max(state.lastSeenAt, state.lastSeenAt - back);
			values.put({ ...state, throttle, lastSeenAt }, "outbox-state");
		};
		await new Promise((resolve) => {
			transaction.oncomplete = resolve;
		});
		database.close();
	}, ms);
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

/** What has not been delivered, in a line each with its attempts, and the state of the outbox: why something is late. */
export const describeQueue = (profile: Profile): Promise<string[]> =>
	profile.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open("chatside");
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const transaction = database.transaction(["deliveries", "values"]);
		const read = <T>(request: IDBRequest<T>) =>
			new Promise<T>((resolve) => {
				request.onsuccess = () => resolve(request.result);
			});
		const [deliveries, keys, values] = await Promise.all([
			read(transaction.objectStore("deliveries").getAll()),
			read(transaction.objectStore("values").getAllKeys()),
			read(transaction.objectStore("values").getAll()),
		]);
		database.close();
		return [
			`now ${Date.now()}, online ${navigator.onLine}, alarms ${JSON.stringify(await chrome.alarms.getAll())}`,
			...keys.map((key, index) => `${key}: ${JSON.stringify(values[index])}`),
			...deliveries
				.filter(({ status }) => status !== "delivered")
				.map(({ body: _, ...delivery }) => JSON.stringify(delivery)),
		];
	}, undefined);

import type { Page } from "@playwright/test";
import type { EgressEntry } from "../../../lib/egress/entry";

/** Puts requests into the log as the background does; what is left out is as of a customer that was asked for. */
export async function storeRequests(page: Page, requests: readonly Partial<EgressEntry>[]): Promise<void> {
	const entries = requests.map((request, index) => {
		const { at = Date.now(), ...more } = request;
		return {
			seq: at * 1_000 + index,
			at,
			kind: "crm",
			name: "sidePanel_CustomerInfo",
			method: "POST",
			host: "crm.example.com",
			path: "/c",
			fields: ["phone"],
			bytes: 120,
			ms: 42,
			state: "succeeded",
			status: 200,
			...more,
		};
	});
	await page.evaluate(async (added) => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open("chatside");
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const transaction = database.transaction("egress", "readwrite");
		const store = transaction.objectStore("egress");
		const reading = store.getAll();
		reading.onsuccess = () => {
			const former = reading.result.flatMap(({ entries }) => entries);
			const all = [...former, ...added].toSorted((one, other) => one.seq - other.seq);
			store.clear();
			for (let first = 0; first < all.length; first += 100)
				store.put({ seq: all[first].seq, entries: all.slice(first, first + 100) });
		};
		await new Promise((resolve, reject) => {
			transaction.oncomplete = resolve;
			transaction.onerror = () => reject(transaction.error);
		});
		database.close();
	}, entries);
}

/** How many requests the log holds on the disk; the latest are written a quarter of a second after they have ended. */
export const writtenRequests = (page: Page): Promise<number> =>
	page.evaluate(async () => {
		const database = await new Promise<IDBDatabase>((resolve, reject) => {
			const opening = indexedDB.open("chatside");
			opening.onsuccess = () => resolve(opening.result);
			opening.onerror = () => reject(opening.error);
		});
		const reading = database.transaction("egress").objectStore("egress").getAll();
		await new Promise((resolve, reject) => {
			reading.onsuccess = resolve;
			reading.onerror = () => reject(reading.error);
		});
		database.close();
		return reading.result.reduce((sum, { entries }) => sum + entries.length, 0);
	});

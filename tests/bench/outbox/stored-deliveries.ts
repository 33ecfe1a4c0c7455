import type { Page } from "@playwright/test";

/** How many deliveries there are, and in which state. Of five in a row, the last two belong to one conversation. */
export type Stored = { count: number; status: "pending" | "delivered" };

/**
 * Makes the database hold these deliveries and no other, with counts and lanes as the outbox keeps them. Runs in a page
 * of the extension, so that nothing of it is left in the worker.
 */
export const storeDeliveries = (page: Page, stored: Stored): Promise<void> => page.evaluate(store, stored);

/** Stands alone: Playwright sends its text. */
async function store({ count, status }: Stored): Promise<void> {
	const hourMs = 3_600_000;
	const now = Date.now();
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const change = (put: (transaction: IDBTransaction) => void) =>
		new Promise<void>((resolve, reject) => {
			const names = ["deliveries", "deliveryHours", "seenPhones", "values"];
			const transaction = database.transaction(names, "readwrite", { durability: "relaxed" });
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
			put(transaction);
		});
	const deliveryAt = (index: number) => {
		const number = String(index).padStart(8, "0");
		const phone = `+346${number}`;
		// Most numbers are told once, of a conversation of their own; some are written in one that told another before.
		const waits = index % 5 === 4;
		const conversationHash = String(waits ? index - 1 : index).padStart(64, "0");
		// One every minute and a half: a hundred thousand are what a busy team keeps of three months.
		const storedAt = now - (count - index) * 90_000;
		const id = `evt_${number.padStart(32, "0")}`;
		const data = {
			phone,
			conversation_hash: conversationHash,
			detected_at: "2026-03-04T12:00:00Z",
			source: "message",
			contact_name: `Contact ${index}`,
		};
		const body = JSON.stringify({ event: "phone.detected", timestamp: "2026-03-04T12:00:00Z", data });
		const common = {
			id,
			event: "phone.detected",
			body,
			phone,
			conversationHash,
			storedAt,
			status,
			failures: 0,
		};
		if (status === "pending")
			return {
				...common,
				attemptCount: 0,
				attempts: [],
				lane: conversationHash,
				...(!waits && { dueAt: storedAt }),
			};
		const headers = {
			"Content-Type": "application/json",
			"X-Webhook-Event": "phone.detected",
			"X-Webhook-Attempt": "1",
			"webhook-id": id,
			"webhook-timestamp": String(Math.floor(storedAt / 1000)),
			"X-WAzion-Signature": "0".repeat(64),
			"webhook-signature": `v1,${"0".repeat(44)}`,
		};
		const url = "https://hooks.example.com/chatside";
		const made = { number: 1, startedAt: storedAt, latencyMs: 140, url, headers, status: 200, answer: "ok" };
		return { ...common, attemptCount: 1, attempts: [made], settledAt: storedAt + 140 };
	};

	await change((transaction) => {
		for (const name of ["deliveries", "deliveryHours", "seenPhones"]) transaction.objectStore(name).clear();
		const counts = { pending: 0, delivered: 0, failed: 0, cancelled: 0, [status]: count };
		transaction.objectStore("values").put(counts, "delivery-counts");
	});
	const chunk = 5_000;
	for (let from = 0; from < count; from += chunk)
		await change((transaction) => {
			for (let index = from; index < Math.min(from + chunk, count); index++) {
				const delivery = deliveryAt(index);
				transaction.objectStore("deliveries").add(delivery);
				transaction.objectStore("seenPhones").put(delivery.storedAt, delivery.phone);
			}
		});
	if (status === "delivered")
		await change((transaction) => {
			const perHour = hourMs / 90_000;
			const last = Math.floor(now / hourMs) * hourMs;
			for (let hours = 1; hours * perHour <= count; hours++)
				transaction
					.objectStore("deliveryHours")
					.put({ hour: last - hours * hourMs, delivered: perHour, failed: 0 });
		});
	database.close();
}

import type { Page } from "@playwright/test";
import type { Delivery } from "../../../lib/webhooks/delivery";
import type { Stage } from "./stage";

/** What a test says of a delivery; the rest is as of one that has just been stored. */
export type DeliverySeed = Partial<Omit<Delivery, "seq">>;

/** The phone of the delivery with this number, E.164. */
export const phoneOf = (number: number): string => `+346${String(number).padStart(8, "0")}`;

/** A delivery of `phone.detected` that waits, due at `storedAt`, without a conversation to keep an order in. */
export function waiting(number: number, more: DeliverySeed = {}): Omit<Delivery, "seq"> {
	const storedAt = more.storedAt ?? Date.now();
	const phone = more.phone ?? phoneOf(number);
	return {
		id: `event_${String(number).padStart(6, "0")}`,
		event: "phone.detected",
		body: JSON.stringify({
			event: "phone.detected",
			timestamp: `${new Date(storedAt).toISOString().slice(0, 19)}Z`,
			data: { phone, conversation_hash: "c0ffee", source: "contact", contact_name: `Contact ${number}` },
		}),
		phone,
		storedAt,
		status: "pending",
		dueAt: storedAt,
		attemptCount: 0,
		failures: 0,
		attempts: [],
		...more,
	};
}

/** A delivery that has come to its end after one attempt. */
export function settled(
	number: number,
	status: "delivered" | "failed" | "cancelled",
	more: DeliverySeed = {},
): Omit<Delivery, "seq"> {
	const { dueAt: _, ...delivery } = waiting(number, more);
	const startedAt = delivery.storedAt + 40;
	const code = status === "delivered" ? 200 : 500;
	const attempt = {
		number: 1,
		startedAt,
		latencyMs: 142,
		url: "https://hooks.example.com/in?key=s3cret-key",
		headers: { "content-type": "application/json", "webhook-id": delivery.id, "X-Webhook-Attempt": "1" },
		status: code,
		answer: status === "delivered" ? '{"ok":true}' : "<h1>Internal Server Error</h1>",
		...(code === 500 && { failure: { reason: "http-status" as const, status: code } }),
	};
	return {
		...delivery,
		status,
		settledAt: startedAt + 142,
		...(status === "cancelled"
			? { cancelledBecause: "by-hand" as const }
			: { attempts: [attempt], attemptCount: 1 }),
		...more,
	};
}

/** Puts deliveries into the database as the background does, in one transaction with their counts, and lets it look. */
export async function storeDeliveries(
	page: Page,
	deliveries: readonly Omit<Delivery, "seq">[],
	{ pauses = [] }: { pauses?: { from: number; until: number }[] } = {},
): Promise<void> {
	await page.evaluate(
		async ([added, paused]) => {
			const database = await new Promise<IDBDatabase>((resolve, reject) => {
				const opening = indexedDB.open("chatside");
				opening.onsuccess = () => resolve(opening.result);
				opening.onerror = () => reject(opening.error);
			});
			const transaction = database.transaction(["deliveries", "deliveryHours", "values"], "readwrite");
			const done = new Promise((resolve, reject) => {
				transaction.oncomplete = resolve;
				transaction.onerror = () => reject(transaction.error);
			});
			const read = <T>(store: string, key: IDBValidKey) =>
				new Promise<T | undefined>((resolve) => {
					const request = transaction.objectStore(store).get(key);
					request.onsuccess = () => resolve(request.result);
				});
			const values = transaction.objectStore("values");
			const counts: Record<string, number> = {
				pending: 0,
				delivered: 0,
				failed: 0,
				cancelled: 0,
				...(await read<Record<string, number>>("values", "delivery-counts")),
			};
			const hours = new Map<number, { hour: number; delivered: number; failed: number }>();
			for (const delivery of added) {
				transaction.objectStore("deliveries").add(delivery);
				counts[delivery.status] = (counts[delivery.status] ?? 0) + 1;
				const { settledAt, status } = delivery;
				if (settledAt === undefined || (status !== "delivered" && status !== "failed")) continue;
				const hour = Math.floor(settledAt / 3_600_000) * 3_600_000;
				const told = hours.get(hour) ?? { hour, delivered: 0, failed: 0 };
				told[status]++;
				hours.set(hour, told);
			}
			for (const hour of hours.values()) transaction.objectStore("deliveryHours").put(hour);
			values.put(counts, "delivery-counts");
			if (paused.length > 0) {
				const state = await read<object>("values", "outbox-state");
				values.put(
					{ throttle: { pauseMs: 0, until: 0 }, ...state, lastSeenAt: Date.now(), pauses: paused },
					"outbox-state",
				);
			}
			await done;
			database.close();
			await chrome.runtime.sendMessage({ message: "sendDeliveriesAgain", data: { seqs: [] } });
		},
		[deliveries, pauses] as const,
	);
}

/** Sets the webhook as the settings page does, in two steps. */
export async function configureWebhook({ tool }: Stage, patch: Record<string, unknown>): Promise<void> {
	await tool("configure_webhooks", patch);
	await tool("configure_webhooks", { ...patch, confirm: true });
}

/** Opens a place of the settings, such as `#/deliveries`, in a tab of its own. */
export async function openSettings({ browser }: Stage, place: string): Promise<Page> {
	const page = await browser.context.newPage();
	await page.goto(`chrome-extension://${browser.extensionId}/options.html${place}`);
	return page;
}

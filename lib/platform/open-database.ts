import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { PhoneLink } from "@/lib/contacts/identity";
import type { Card } from "@/lib/crm/lookup";
import type { Delivery } from "@/lib/webhooks/delivery";
import type { DeliveryHour } from "@/lib/webhooks/delivery-filter";

export interface Schema extends DBSchema {
	/** Customer answers by request; a cache, may be dropped at any time. */
	cards: { key: string; value: Card; indexes: { fetchedAt: number } };
	/** Numbers remembered for chat ids. */
	links: { key: string; value: PhoneLink };
	/**
	 * Webhook deliveries in the order they were stored. The indexes `due`, `leased` and `lane` hold only those that have
	 * the field: what waits for a time, what is being sent, and what takes part in its conversation's order.
	 */
	deliveries: {
		key: number;
		value: Delivery;
		indexes: {
			id: string;
			due: number;
			leased: number;
			lane: [string, number];
			status: [string, number];
			phone: [string, number];
		};
	};
	/** Phone numbers (E.164) that were seen once, with when, ms since the epoch. */
	seenPhones: { key: string; value: number };
	/** Deliveries that were settled, by the hour they were settled in (ms since the epoch). */
	deliveryHours: { key: number; value: DeliveryHour };
	/** Single values: counts, the outbox's state. */
	values: { key: string; value: unknown };
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | undefined;

/** Opens the database once a worker's life; opened anew if the browser closed it underneath. */
export function database(): Promise<Database> {
	opened ??= openDB<Schema>("chatside", 2, {
		upgrade(db, from) {
			if (from < 1) {
				db.createObjectStore("cards", { keyPath: "key" }).createIndex("fetchedAt", "fetchedAt");
				db.createObjectStore("links", { keyPath: "chatId" });
			}
			if (from < 2) {
				const deliveries = db.createObjectStore("deliveries", { keyPath: "seq", autoIncrement: true });
				deliveries.createIndex("id", "id", { unique: true });
				deliveries.createIndex("due", "dueAt");
				deliveries.createIndex("leased", "leasedAt");
				deliveries.createIndex("lane", ["lane", "seq"]);
				deliveries.createIndex("status", ["status", "seq"]);
				deliveries.createIndex("phone", ["phone", "seq"]);
				db.createObjectStore("seenPhones");
				db.createObjectStore("deliveryHours", { keyPath: "hour" });
				db.createObjectStore("values");
			}
		},
		// A newer version of the extension, in a worker that starts while this one ends, may upgrade.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			opened = undefined;
		},
		terminated() {
			opened = undefined;
		},
	});
	opened.catch(() => {
		opened = undefined;
	});
	return opened;
}

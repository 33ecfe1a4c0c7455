import {
	type DBSchema,
	type IDBPDatabase,
	type IDBPTransaction,
	openDB,
	type StoreNames,
	unwrap,
	wrap,
} from "idb";
import type { BridgeCallEntry } from "@/lib/bridge/call-log";
import type { IdentityRecord } from "@/lib/contacts/customer-link";
import type { PhoneLink } from "@/lib/contacts/identity";
import type { Card } from "@/lib/crm/lookup";
import type { EgressEntry } from "@/lib/egress/entry";
import { type EgressSheet, sheetsOf } from "@/lib/egress/sheet";
import type { FollowUp, FollowUpRun } from "@/lib/followup/follow-up";
import type { KeptConversation, StoredMessage } from "@/lib/followup/kept-conversation";
import type { CallEntry } from "@/lib/functions/call-log";
import type { Delivery } from "@/lib/webhooks/delivery";
import type { DeliveryHour } from "@/lib/webhooks/delivery-filter";

/** Where the leases are among the single values. */
export const leasesKey = "delivery-leases";

export interface Schema extends DBSchema {
	/** Customer answers by request; a cache, may be dropped at any time. */
	cards: { key: string; value: Card; indexes: { fetchedAt: number } };
	/** Numbers remembered for chat ids. */
	links: { key: string; value: PhoneLink };
	/** Which customer somebody is; the index holds those with a link (lib/platform/customer-links.ts). */
	customerLinks: { key: string; value: IdentityRecord; indexes: { customer: string } };
	/**
	 * Webhook deliveries in the order they were stored, but for their leases (lib/platform/leases.ts). The indexes `due`
	 * and `lane` hold only those that have the field: what waits for a time, and what takes part in its conversation's
	 * order.
	 */
	deliveries: {
		key: number;
		value: Delivery;
		indexes: {
			id: string;
			due: number;
			lane: [string, number];
			status: [string, number];
		};
	};
	/** Phone numbers (E.164) that were seen once, with when, ms since the epoch. */
	seenPhones: { key: string; value: number };
	/** Deliveries that were settled, by the hour they were settled in (ms since the epoch). */
	deliveryHours: { key: number; value: DeliveryHour };
	/** Requests that left this browser, a hundred at a time, by when the first was noted (lib/platform/egress-sheets.ts). */
	egress: { key: number; value: EgressSheet };
	/** Calls of functions, by the time they were noted (lib/platform/function-log.ts). */
	functionCalls: { key: number; value: CallEntry };
	/** Calls of programs at the bridge, by the time they were noted (lib/platform/bridge-log.ts). */
	bridgeCalls: { key: number; value: BridgeCallEntry };
	/** Messages that the page showed, in the order of their conversation (lib/platform/kept-messages.ts). */
	keptMessages: {
		key: [string, number, number];
		value: StoredMessage;
		indexes: { id: [string, string]; at: number };
	};
	/** The conversations of those messages, by their hash. */
	keptConversations: { key: string; value: KeptConversation; indexes: { lastAt: number } };
	/** Hashes of conversations nothing is to be kept of, with since when, ms since the epoch. */
	doNotAnalyse: { key: string; value: number };
	/** Sales that may be recovered, and what came of them (lib/platform/follow-ups.ts). */
	followUps: {
		key: string;
		value: FollowUp;
		indexes: { state: [FollowUp["state"], number]; conversation: string; foundAt: number };
	};
	/** The last runs that looked for them. */
	followUpRuns: { key: number; value: FollowUpRun };
	/** Single values: counts, leases, the outbox's state. */
	values: { key: string; value: unknown };
}

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], "versionchange">;

/** Version 2 wrote a lease into its delivery, instead of a time, and had two indexes that nothing reads any more. */
async function keepLeasesApart(transaction: Upgrade) {
	const store = transaction.objectStore("deliveries");
	// Their names are no longer in the schema.
	const former = unwrap(store);
	const leased = await wrap(former.index("leased").getAll() as IDBRequest<Delivery[]>);
	const leases = new Map<number, number>();
	for (const { leasedAt = 0, ...delivery } of leased) {
		leases.set(delivery.seq, leasedAt);
		void store.put({ ...delivery, dueAt: leasedAt });
	}
	void transaction.objectStore("values").put(leases, leasesKey);
	for (const name of ["leased", "phone"]) former.deleteIndex(name);
}

/** Versions 4 to 8 stored each request by itself, with two indexes. */
async function takeLoggedOneByOne(db: Database, transaction: Upgrade): Promise<EgressEntry[]> {
	const logged = await wrap(unwrap(transaction.objectStore("egress")).getAll() as IDBRequest<EgressEntry[]>);
	db.deleteObjectStore("egress");
	return logged;
}

export type Database = IDBPDatabase<Schema>;

let opened: Promise<Database> | undefined;
let hasOpened = false;
let tellOpened = (_opened: DatabaseOpened): void => undefined;

/** Whether the database had to be made, and whether this worker has had it open before. */
export type DatabaseOpened = { made: boolean; again: boolean };

/** Calls `listener` whenever the database was opened. */
export function onDatabaseOpened(listener: (opened: DatabaseOpened) => void): void {
	tellOpened = listener;
}

/** Opens the database once a worker's life; opened anew if the browser closed it underneath. */
export function database(): Promise<Database> {
	opened ??= open().catch((error: unknown) => {
		opened = undefined;
		throw error;
	});
	return opened;
}

async function open(): Promise<Database> {
	let made = false;
	const db = await openDB<Schema>("chatside", 9, {
		async upgrade(db, from, _to, transaction) {
			if (from < 1) {
				made = true;
				db.createObjectStore("cards", { keyPath: "key" }).createIndex("fetchedAt", "fetchedAt");
				db.createObjectStore("links", { keyPath: "chatId" });
			}
			if (from < 2) {
				const deliveries = db.createObjectStore("deliveries", { keyPath: "seq", autoIncrement: true });
				deliveries.createIndex("id", "id", { unique: true });
				deliveries.createIndex("due", "dueAt");
				deliveries.createIndex("lane", ["lane", "seq"]);
				deliveries.createIndex("status", ["status", "seq"]);
				db.createObjectStore("seenPhones");
				db.createObjectStore("deliveryHours", { keyPath: "hour" });
				db.createObjectStore("values");
			} else if (from < 3) await keepLeasesApart(transaction);
			if (from < 5) {
				const customerLinks = db.createObjectStore("customerLinks", { keyPath: "key" });
				customerLinks.createIndex("customer", "link.customerId");
			}
			if (from < 6) db.createObjectStore("functionCalls", { keyPath: "seq" });
			if (from < 7) {
				const messages = db.createObjectStore("keptMessages", { keyPath: ["conversation", "place", "seq"] });
				messages.createIndex("id", ["conversation", "id"]);
				messages.createIndex("at", "at");
				const conversations = db.createObjectStore("keptConversations", { keyPath: "conversation" });
				conversations.createIndex("lastAt", "lastAt");
				db.createObjectStore("doNotAnalyse");
				const followUps = db.createObjectStore("followUps", { keyPath: "id" });
				followUps.createIndex("state", ["state", "foundAt"]);
				followUps.createIndex("conversation", "conversation");
				followUps.createIndex("foundAt", "foundAt");
				db.createObjectStore("followUpRuns", { keyPath: "id" });
			}
			if (from < 8) db.createObjectStore("bridgeCalls", { keyPath: "seq" });
			if (from < 9) {
				const logged = from < 4 ? [] : await takeLoggedOneByOne(db, transaction);
				const egress = db.createObjectStore("egress", { keyPath: "seq" });
				for (const sheet of sheetsOf(logged)) await egress.put(sheet);
			}
		},
		// A newer version of the extension, in a worker that starts while this one ends, may upgrade; or it is deleted.
		blocking(_current, _blocked, event) {
			(event.target as IDBDatabase).close();
			opened = undefined;
		},
		terminated() {
			opened = undefined;
		},
	});
	tellOpened({ made, again: hasOpened });
	hasOpened = true;
	return db;
}

import { jsonBytes } from "@/lib/core/json-bytes";
import type { NewDelivery } from "@/lib/webhooks/delivery";
import { database } from "./open-database";
import { addDeliveries, changeDeliveries, flushToDisk } from "./outbox-store";

/** Which of these phones (E.164) were seen in this profile before. */
export async function alreadySeen(phones: readonly string[]): Promise<Set<string>> {
	const { store } = (await database()).transaction("seenPhones");
	const known = await Promise.all(phones.map((phone) => store.getKey(phone)));
	return new Set(known.filter((phone) => phone !== undefined));
}

/** A phone to be remembered, and the event that tells of it, where one does. */
export type SeenPhone = { phone: string; event?: NewDelivery };

/**
 * Remembers phones and stores their events in one transaction: a number counts as seen only together with its event, and
 * no event is stored twice for a number. Gives how many events there are. A power cut in the moment before they are on
 * the disk takes both, and the number is new again.
 */
export async function rememberPhones(seen: readonly SeenPhone[], now: number): Promise<number> {
	const stored = await changeDeliveries(
		async (transaction) => {
			const store = transaction.objectStore("seenPhones");
			const known = await Promise.all(seen.map(({ phone }) => store.getKey(phone)));
			const events = new Map<string, NewDelivery | undefined>();
			for (const [index, { phone, event }] of seen.entries()) {
				if (known[index] !== undefined || events.has(phone)) continue;
				void store.put(now, phone);
				events.set(phone, event);
			}
			return addDeliveries(
				transaction,
				[...events.values()].filter((event) => event !== undefined),
				now,
			);
		},
		{ also: ["seenPhones"] },
	);
	void flushToDisk();
	return stored;
}

export const seenPhones = {
	/** Every number with when it was seen first, ms since the epoch. */
	async all(): Promise<{ phone: string; at: number }[]> {
		const { store } = (await database()).transaction("seenPhones");
		const [phones, times] = await Promise.all([store.getAllKeys(), store.getAll()]);
		return phones.map((phone, index) => ({ phone, at: times[index] ?? 0 }));
	},
	/** How many there are; all are about the same size. */
	async amount(): Promise<{ count: number; bytes: number }> {
		const count = await (await database()).count("seenPhones");
		return { count, bytes: count * jsonBytes({ phone: "+34600000000", at: 1_772_625_600_000 }) };
	},
	/** Forgets one number, or all: what is seen next is new. */
	forget: async (phone?: string): Promise<void> =>
		phone === undefined
			? (await database()).clear("seenPhones")
			: (await database()).delete("seenPhones", phone),
};

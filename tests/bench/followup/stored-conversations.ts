import type { Page } from "@playwright/test";

type Text = { direction: "incoming" | "outgoing"; text: string | null };

/** How many conversations of how many messages; whole ones made of `texts`, one after the other. */
export type StoredConversations = { texts: readonly Text[]; count: number; length: number };

/**
 * Makes the database hold these conversations and no follow-up. Their last messages are of the last days, so that a run
 * looks at each. Runs in a page of the extension, so that nothing of it is left in the worker.
 */
export const storeConversations = (page: Page, stored: StoredConversations): Promise<void> =>
	page.evaluate(store, stored);

/** Makes the next run find again what the last one found. */
export const forgetFollowUps = (page: Page): Promise<void> => page.evaluate(forget);

/** Stands alone: Playwright sends its text. */
async function store({ texts, count, length }: StoredConversations): Promise<void> {
	const hourMs = 3_600_000;
	const now = Date.now();
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const chunk = 500;
	for (let from = 0; from < count; from += chunk)
		await new Promise<void>((resolve, reject) => {
			const names = ["keptMessages", "keptConversations"];
			const transaction = database.transaction(names, "readwrite", { durability: "relaxed" });
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
			if (from === 0) for (const name of names) transaction.objectStore(name).clear();
			for (let index = from; index < Math.min(from + chunk, count); index++) {
				// As hashes are: in no order of anything else.
				const hash = Math.imul(index + 1, 0x9e3779b1) >>> 0;
				const conversation = hash.toString(16).padStart(8, "0").repeat(8);
				const lastAt = now - 26 * hourMs - (index % 60) * hourMs;
				const positions = Array.from({ length }, (_, place) => ({
					place: lastAt - (length - 1 - place) * 60_000,
					seq: place,
				}));
				for (const { place, seq } of positions) {
					const { direction, text } = texts[(index * length + seq) % texts.length] as Text;
					transaction.objectStore("keptMessages").put({
						id: `3EB0${conversation.slice(0, 12)}${seq}`,
						direction,
						// No text is the same twice.
						text: text === null ? null : `${text} ${(index * 31 + seq) % 997}`,
						time: place,
						conversation,
						place,
						seq,
						at: place,
					});
				}
				const phone = `+346${String(index).padStart(8, "0")}`;
				transaction.objectStore("keptConversations").put({
					conversation,
					chat: { title: `Contact ${index}`, chatId: `${phone.slice(1)}@c.us` },
					name: `Contact ${index}`,
					phone,
					count: length,
					lastAt,
					lastDirection: "incoming",
					first: positions[0],
					last: positions.at(-1),
					seqs: { lowest: 0, highest: length - 1 },
				});
			}
		});
	database.close();
}

async function forget(): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	await new Promise<void>((resolve, reject) => {
		const transaction = database.transaction("followUps", "readwrite");
		transaction.oncomplete = () => resolve();
		transaction.onabort = () => reject(transaction.error);
		transaction.objectStore("followUps").clear();
	});
	database.close();
}

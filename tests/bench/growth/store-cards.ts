/**
 * Makes the database hold so many cards and no other, fetched a minute ago, as the background keeps them (their key is
 * `cardKey` of lib/crm/lookup.ts). Runs in a page of the extension; stands alone, because Playwright sends its text.
 */
export async function storeCards({
	count,
	endpoint,
}: {
	count: number;
	endpoint: { type: string; url: string; method: string };
}): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const fingerprint = JSON.stringify([endpoint.type, endpoint.url, endpoint.method]);
	const fetchedAt = Date.now() - 60_000;
	const orders = Array.from({ length: 2 }, (_, index) => ({
		name: `CS-${10_000 + index}`,
		amount: 100 + index,
		state: "paid",
		currency: "EUR",
		items: [],
		tracking: [],
	}));
	const cardAt = (index: number) => {
		const phone = `+346${String(index).padStart(8, "0")}`;
		const customer = { name: `Customer ${index}`, phone, orders, abandonedCarts: [], tags: [], extra: [] };
		return {
			key: JSON.stringify([fingerprint, phone, [], null]),
			fetchedAt,
			answer: { found: true, customers: [customer], problems: [] },
		};
	};
	const chunk = 5_000;
	for (let from = 0; from < count; from += chunk)
		await new Promise<void>((resolve, reject) => {
			const transaction = database.transaction("cards", "readwrite", { durability: "relaxed" });
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
			const store = transaction.objectStore("cards");
			if (from === 0) store.clear();
			for (let index = from; index < Math.min(from + chunk, count); index++) store.put(cardAt(index));
		});
	database.close();
}

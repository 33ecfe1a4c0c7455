/**
 * Makes the database hold so many linked customers and no other, as the background keeps them: of three identities, two
 * are numbers and one is a LID of the same customer. Runs in a page of the extension; stands alone, because Playwright
 * sends its text.
 */
export async function storeLinks(count: number): Promise<void> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const change = (put: (store: IDBObjectStore) => void) =>
		new Promise<void>((resolve, reject) => {
			const transaction = database.transaction("customerLinks", "readwrite", { durability: "relaxed" });
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
			put(transaction.objectStore("customerLinks"));
		});
	const recordAt = (index: number) => {
		const phone = `+346${String(index).padStart(8, "0")}`;
		const key = index % 3 === 2 ? `lid:${100_000_000_000_000 + index}@lid` : `phone:${phone}`;
		const customer = Math.floor(index / 3);
		const link = {
			customerId: String(customer),
			customerName: `Customer ${customer}`,
			phones: [phone],
			at: 1_772_625_600_000 + index,
			by: "hand",
		};
		return { key, rejected: [], link };
	};
	await change((store) => store.clear());
	const chunk = 5_000;
	for (let from = 0; from < count; from += chunk)
		await change((store) => {
			for (let index = from; index < Math.min(from + chunk, count); index++) store.put(recordAt(index));
		});
	database.close();
}

/**
 * Runs in a page of the extension, and stands alone: wakes the worker, and gives how many cards it has left once it has
 * dropped the oldest, so that there are `most`.
 */
export async function cardsLeft(most: number): Promise<number> {
	await chrome.runtime.sendMessage({ message: "getConversation", data: { tabId: 1 } });
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const once = <T>(request: IDBRequest<T>) =>
		new Promise<T>((resolve, reject) => {
			request.onsuccess = () => resolve(request.result);
			request.onerror = () => reject(request.error);
		});
	const count = () => once(database.transaction("cards").objectStore("cards").count());
	let left = await count();
	for (const deadline = performance.now() + 20_000; left > most; left = await count()) {
		if (performance.now() > deadline) throw new Error(`There are still ${left} cards.`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	database.close();
	return left;
}

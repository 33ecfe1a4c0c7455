/** Runs in a page of the extension, and stands alone: wakes the worker, and gives how many cards it has left once it has dropped the oldest. */
export async function cardsLeft(): Promise<number> {
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
	// Waits its turn behind the worker's transaction that drops them; it asks for that before it answers.
	const transaction = database.transaction("cards", "readwrite");
	const left = await once(transaction.objectStore("cards").count());
	database.close();
	return left;
}

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

/**
 * Runs inside the worker, and stands alone: reports chats as the page would and gives the times in ms until each one's
 * state points to its card, fresh from the cache. Rejects when one is not there.
 */
export async function measureCards(indices: number[]): Promise<number[]> {
	type State = { customer?: { status: string; card?: { key: string } } };
	type Reply = { value?: State; error?: string };
	const { id } = chrome.runtime;
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: Reply) => void): void;
	};
	const send = (message: string, data: unknown, sender: object) =>
		new Promise<Reply>((resolve) => event.dispatch({ message, data }, { id, ...sender }, resolve));
	const page = { url: "https://web.whatsapp.com/", frameId: 0, tab: { id: 1 } };
	const panel = { url: chrome.runtime.getURL("sidepanel.html") };
	const reading = (value: string) => ({ value, strategy: "bench", sureness: "certain" });
	/** Lets the database answer; a timer would wait for milliseconds. */
	const turn = () =>
		new Promise((resolve) => {
			const { port1, port2 } = new MessageChannel();
			port1.onmessage = resolve;
			port2.postMessage(null);
		});
	const times: number[] = [];
	for (const [round, index] of indices.entries()) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		const digits = `346${String(index).padStart(8, "0")}`;
		const chat = {
			title: reading(`Contact ${index}`),
			chatId: reading(`${digits}@c.us`),
			looksLikeGroup: false,
			settled: true,
		};
		const facts = { sequence: round + 1, chat, health: { state: "works", checks: [] } };
		const start = performance.now();
		void send("reportPage", facts, page);
		for (;;) {
			const { value } = await send("getConversation", { tabId: 1 }, panel);
			const customer = value?.customer;
			if (customer?.status === "ready" && customer.card?.key.includes(digits)) break;
			await turn();
			if (performance.now() - start > 2_000)
				throw new Error(`There is no card for number ${index}: ${JSON.stringify(value)}`);
		}
		times.push(performance.now() - start);
	}
	return times;
}

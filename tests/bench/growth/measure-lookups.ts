/**
 * Runs inside the worker, and stands alone: Playwright sends its text. Reports chats of linked numbers as the page would,
 * by the event the worker listens to, and gives the time in ms until each one's link is in the tab's state: the report
 * is judged, the records are read by their keys and by their customer, and the state is given back. What is found is
 * checked, because a lookup that finds nobody is fast.
 */
export async function measureLookups({
	indices,
	tabId,
}: {
	indices: number[];
	tabId: number;
}): Promise<number[]> {
	type Reply = { value?: { known?: { link?: { customerId: string } } }; error?: string };
	const { id } = chrome.runtime;
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: Reply) => void): void;
	};
	const send = (message: string, data: unknown, sender: object) =>
		new Promise<Reply>((resolve) => event.dispatch({ message, data }, { id, ...sender }, resolve));
	const page = { url: "https://web.whatsapp.com/", frameId: 0, tab: { id: tabId } };
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
		const chat = {
			title: reading(`Contact ${index}`),
			chatId: reading(`346${String(index).padStart(8, "0")}@c.us`),
			looksLikeGroup: false,
			settled: true,
		};
		const facts = { sequence: round + 1, chat, health: { state: "works", checks: [] } };
		const start = performance.now();
		void send("reportPage", facts, page);
		for (;;) {
			const { value } = await send("getConversation", { tabId }, panel);
			if (value?.known?.link?.customerId === String(Math.floor(index / 3))) break;
			await turn();
			if (performance.now() - start > 2_000) throw new Error(`Nobody is linked to number ${index}.`);
		}
		times.push(performance.now() - start);
	}
	return times;
}

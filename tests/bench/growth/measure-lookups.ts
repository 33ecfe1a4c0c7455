type Lookups = {
	indices: number[];
	/** What the state of the tab has to hold: the customer somebody is linked to, or their card from the cache. */
	wanted: "link" | "card";
};

/**
 * Runs inside the worker, and stands alone: Playwright sends its text. Reports chats of numbers as the page would, by the
 * event the worker listens to, and gives the time in ms until what is wanted of each is in the tab's state. It is looked
 * at, because a lookup that finds nobody is fast. Rejects when it does not come.
 */
export async function measureLookups({ indices, wanted }: Lookups): Promise<number[]> {
	type State = {
		known?: { link?: { customerId: string } };
		customer?: { status: string; card?: { key: string } };
	};
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
	const digitsOf = (index: number) => `346${String(index).padStart(8, "0")}`;
	const isThere = ({ known, customer }: State, index: number) =>
		wanted === "link"
			? known?.link?.customerId === String(Math.floor(index / 3))
			: customer?.status === "ready" && customer.card?.key.includes(digitsOf(index));

	// Whoever asked again and again would keep the worker from its work. It writes each new state down for its successor.
	const session = chrome.storage.session as { set(items: object): Promise<void> };
	const write = session.set;
	let tell = () => {};
	session.set = (items: object) => {
		tell();
		return write.call(session, items);
	};
	const nextState = () =>
		new Promise<boolean>((resolve) => {
			tell = () => resolve(true);
			setTimeout(resolve, 2_000, false);
		});

	const times: number[] = [];
	for (const [round, index] of indices.entries()) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		const chat = {
			title: reading(`Contact ${index}`),
			chatId: reading(`${digitsOf(index)}@c.us`),
			looksLikeGroup: false,
			settled: true,
		};
		const facts = { sequence: round + 1, chat, health: { state: "works", checks: [] } };
		const start = performance.now();
		void send("reportPage", facts, page);
		for (;;) {
			const next = nextState();
			const { value } = await send("getConversation", { tabId: 1 }, panel);
			if (value && isThere(value, index)) break;
			if (!(await next))
				throw new Error(`There is no ${wanted} for number ${index}: ${JSON.stringify(value)}`);
		}
		times.push(performance.now() - start);
	}
	session.set = write;
	return times;
}

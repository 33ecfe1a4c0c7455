/**
 * Runs inside the worker, and stands alone: reports messages as a WhatsApp tab does, each with a number that was seen
 * before, and gives the times in ms until the answer, which comes when nothing is left to do. Rejects when one of them
 * was taken for new.
 */
export async function reportSeen(numbers: number[]): Promise<number[]> {
	type Reply = { error?: unknown; value?: unknown };
	const { id } = chrome.runtime;
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: Reply) => void): void;
	};
	const send = (message: string, data: unknown, sender: object) =>
		new Promise<Reply>((resolve) => event.dispatch({ message, data }, { id, ...sender }, resolve));
	const page = { url: "https://web.whatsapp.com/", frameId: 0, tab: { id: 1 } };
	const extensionPage = { url: chrome.runtime.getURL("sidepanel.html") };
	const reading = (value: string) => ({ value, strategy: "bench", sureness: "certain" });
	const chat = {
		title: reading("A group"),
		chatId: reading("120363010000000@g.us"),
		looksLikeGroup: true,
		settled: true,
	};
	const pending = async () => {
		const { value } = await send("getOutboxStatus", undefined, extensionPage);
		return JSON.stringify((value as { counts: unknown }).counts);
	};
	const before = await pending();
	const times: number[] = [];
	for (const number of numbers) {
		await new Promise((resolve) => setTimeout(resolve, 10));
		const message = {
			id: `seen-${number}-${times.length}-${performance.now()}`,
			direction: "incoming",
			directionFrom: "bench",
			text: `My number is still +346${String(number).padStart(8, "0")}, as before`,
			author: null,
			rawTime: null,
			time: null,
			arrived: true,
		};
		const start = performance.now();
		const { error } = await send("reportMessages", { chat, messages: [message] }, page);
		times.push(performance.now() - start);
		if (error) throw new Error(String(error));
	}
	if ((await pending()) !== before) throw new Error("A number that was seen was taken for new.");
	return times;
}

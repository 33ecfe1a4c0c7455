/** Times in ms. `written` is the share of `reported` in which the event was written. */
export type EnqueueTimes = { reported: number[]; written: number[]; bare: number[] };

/**
 * Runs inside the worker: reports messages as a WhatsApp tab does, each with a number never seen before, and takes the
 * time until the answer, which comes when the event is stored. In turn with a bare write to a store of its own, as
 * durable as that one. Stands alone: Playwright sends its text.
 */
export async function enqueueEvents({
	rounds,
	warmUp,
}: {
	rounds: number;
	warmUp: number;
}): Promise<EnqueueTimes> {
	const sender = { id: chrome.runtime.id, url: "https://web.whatsapp.com/", tab: { id: 1 }, frameId: 0 };
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: object) => void): void;
	};
	const reading = (value: string) => ({ value, strategy: "bench", sureness: "certain" });
	const report = async (number: number) => {
		const chat = {
			title: reading("A group"),
			chatId: reading(`1203630${10_000_000 + number}@g.us`),
			looksLikeGroup: true,
			settled: true,
		};
		const message = {
			id: `message-${number}`,
			direction: "incoming",
			directionFrom: "bench",
			text: `My number is +34 711 ${String(number).padStart(6, "0")}`,
			author: null,
			rawTime: null,
			time: null,
			arrived: true,
		};
		const data = { chat, messages: [message] };
		const reply = await new Promise<object>((resolve) =>
			event.dispatch({ message: "reportMessages", data }, sender, resolve),
		);
		if ("error" in reply) throw new Error(String(reply.error));
	};

	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("bench", 1);
		opening.onupgradeneeded = () => opening.result.createObjectStore("events", { autoIncrement: true });
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const body = "x".repeat(300);
	const writeBare = () =>
		new Promise<void>((resolve, reject) => {
			const transaction = database.transaction("events", "readwrite", { durability: "relaxed" });
			transaction.oncomplete = () => resolve();
			transaction.onabort = () => reject(transaction.error);
			transaction.objectStore("events").add({ id: "event", body });
		});

	// Only what stores an event marks its number as seen.
	let written = 0;
	const open = IDBDatabase.prototype.transaction;
	IDBDatabase.prototype.transaction = function (names, mode, options) {
		const transaction = open.call(this, names, mode, options);
		if (mode === "readwrite" && [names].flat().includes("seenPhones")) {
			const start = performance.now();
			transaction.addEventListener("complete", () => {
				written = performance.now() - start;
			});
		}
		return transaction;
	};
	const timed = async (write: () => Promise<void>) => {
		// What the one before has set going: sending it, telling the status.
		await navigator.locks.request("outbox", () => undefined);
		await new Promise((resolve) => setTimeout(resolve, 20));
		const start = performance.now();
		await write();
		return performance.now() - start;
	};

	const times: EnqueueTimes = { reported: [], written: [], bare: [] };
	for (let round = -warmUp; round < rounds; round++) {
		const bare = await timed(writeBare);
		written = 0;
		const reported = await timed(() => report(warmUp + round));
		if (written === 0) throw new Error("No event was stored.");
		if (round < 0) continue;
		times.bare.push(bare);
		times.reported.push(reported);
		times.written.push(written);
	}
	IDBDatabase.prototype.transaction = open;
	database.close();
	return times;
}

/** What a run came to, and how long it took by the clock, in ms. */
export type MadeRun = { found: number; done: number; ms: number };

/**
 * Runs inside the worker: makes a run, as the button does, from the message that starts it until it has ended. Stands
 * alone, as the other does: Playwright sends their text.
 */
export async function makeRun(): Promise<MadeRun> {
	type Run = { endedAt?: number; found: number; done: number };
	const sender = { id: chrome.runtime.id, url: chrome.runtime.getURL("options.html") };
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: object) => void): void;
	};
	const start = performance.now();
	const ended = new Promise<Run>((resolve) => {
		const onChanged = ({ follow_up_run }: Record<string, { newValue?: unknown }>) => {
			const run = follow_up_run?.newValue as Run | undefined;
			if (run?.endedAt === undefined) return;
			chrome.storage.session.onChanged.removeListener(onChanged);
			resolve(run);
		};
		chrome.storage.session.onChanged.addListener(onChanged);
	});
	const reply = await new Promise<object>((resolve) =>
		event.dispatch({ message: "runFollowUp" }, sender, resolve),
	);
	if (!("value" in reply) || reply.value !== true) throw new Error(`No run: ${JSON.stringify(reply)}`);
	const { found, done } = await ended;
	return { found, done, ms: performance.now() - start };
}

/** Runs inside the worker: reads the records of a run once, so many in a request that it holds nothing up. */
export async function readBare(): Promise<number> {
	const database = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open("chatside");
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(opening.error);
	});
	const chunk = 500;
	let read = 0;
	for (const name of ["keptConversations", "keptMessages"])
		for (let after: IDBKeyRange | null = null, isOver = false; !isOver; ) {
			const [values, keys] = await new Promise<[unknown[], IDBValidKey[]]>((resolve, reject) => {
				const store = database.transaction(name).objectStore(name);
				const values = store.getAll(after, chunk);
				const keys = store.getAllKeys(after, chunk);
				keys.onsuccess = () => resolve([values.result, keys.result]);
				values.onerror = () => reject(values.error);
			});
			read += values.length;
			isOver = keys.length < chunk;
			const last = keys.at(-1);
			if (last !== undefined) after = IDBKeyRange.lowerBound(last, true);
		}
	database.close();
	return read;
}

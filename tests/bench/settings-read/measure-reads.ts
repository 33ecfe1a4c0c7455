/** Times in ms of reads one after the other, and how long the settings are as JSON. */
export type Reads = { kept: number[]; changed: number[]; bare: number[]; bytes: number };

/**
 * Runs inside the worker. Its settings store is out of reach from outside, as it should be, so the shortest tool that
 * reads settings is called, by the event it listens to and without the way between two contexts: a little more than
 * the read alone. In turn with the bare read, so that whatever else the machine does hits both; and once right after
 * the stored settings became others. Playwright sends
 * its text, so it stands alone.
 */
export async function measureReads({ rounds, warmUp }: { rounds: number; warmUp: number }): Promise<Reads> {
	type Reply = { value?: { result?: { isError: boolean } } };
	const sender = { id: chrome.runtime.id, url: chrome.runtime.getURL("manifest.json") };
	const envelope = { message: "callTool", data: { name: "get_webhook_config", arguments: {} } };
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: Reply) => void): void;
	};
	const callTool = () => new Promise<Reply>((resolve) => event.dispatch(envelope, sender, resolve));
	type Stored = { settings: { webhook: object } };
	const readBare = () => chrome.storage.local.get<Stored>("settings");
	const idle = () => new Promise((resolve) => setTimeout(resolve, 10));

	const told = () =>
		new Promise<void>((resolve) => {
			const listener = () => {
				chrome.storage.local.onChanged.removeListener(listener);
				resolve();
			};
			chrome.storage.local.onChanged.addListener(listener);
		});
	const timed = async (read: () => Promise<unknown>) => {
		await idle();
		const start = performance.now();
		await read();
		return performance.now() - start;
	};
	const readByTool = async () => {
		const reply = await callTool();
		if (reply.value?.result?.isError !== false) throw new Error(`No settings: ${JSON.stringify(reply)}`);
	};

	const { settings } = await readBare();
	const reads: Reads = { kept: [], changed: [], bare: [], bytes: JSON.stringify(settings).length };
	for (let round = -warmUp; round < rounds; round++) {
		const webhook = { ...settings.webhook, url: `http://localhost:${1000 + warmUp + round}/` };
		const change = told();
		await chrome.storage.local.set({ settings: { ...settings, webhook } });
		await change;
		const changed = await timed(readByTool);
		const bare = await timed(readBare);
		const kept = await timed(readByTool);
		if (round < 0) continue;
		reads.changed.push(changed);
		reads.bare.push(bare);
		reads.kept.push(kept);
	}
	return reads;
}

/** Times in ms: tests of an endpoint with a mapping and without, and JSON read and written again. */
export type MappingTimes = { mapped: number[]; plain: number[]; identity: number[] };
/** Times in ms of a request while a mapping works without an end, and while none does. */
export type OtherTimes = { beside: number[]; alone: number[] };

type Call = Record<string, unknown>;

/**
 * Runs inside the worker. Calls the test tool by the event it listens to, in turn with the mapping and without: what is
 * between the two is the mapping, with its way to the worker and back. Playwright sends its text, so it stands alone.
 */
export async function measureMapping({
	call,
	mapping,
	rounds,
	warmUp,
}: {
	call: Call;
	mapping: string;
	rounds: number;
	warmUp: number;
}): Promise<MappingTimes> {
	type Reply = { value?: { result?: { structuredContent: { raw?: string; failure?: object } } } };
	const sender = { id: chrome.runtime.id, url: chrome.runtime.getURL("manifest.json") };
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: Reply) => void): void;
	};
	const test = async (more: object) => {
		const data = { name: "test_crm_endpoint", arguments: { ...call, ...more } };
		const start = performance.now();
		const reply = await new Promise<Reply>((resolve) =>
			event.dispatch({ message: "callTool", data }, sender, resolve),
		);
		const ms = performance.now() - start;
		const result = reply.value?.result?.structuredContent;
		if (!result?.raw || result.failure) throw new Error(JSON.stringify(reply).slice(0, 300));
		return { ms, raw: result.raw };
	};
	const times: MappingTimes = { mapped: [], plain: [], identity: [] };
	for (let round = -warmUp; round < rounds; round++) {
		const plain = await test({ type: "ai_CustomerInitialInfo" });
		const mapped = await test({ mapping });
		const start = performance.now();
		JSON.stringify(JSON.parse(plain.raw));
		const identity = performance.now() - start;
		if (round < 0) continue;
		times.plain.push(plain.ms);
		times.mapped.push(mapped.ms);
		times.identity.push(identity);
	}
	return times;
}

/** Runs inside the worker likewise: a small request beside a mapping that never ends, and alone. */
export async function measureOthers({
	call,
	endless,
	rounds,
}: {
	call: Call;
	endless: Call;
	rounds: number;
}): Promise<OtherTimes> {
	const sender = { id: chrome.runtime.id, url: chrome.runtime.getURL("manifest.json") };
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: unknown) => void): void;
	};
	const test = (input: Call) =>
		new Promise<unknown>((resolve) =>
			event.dispatch(
				{ message: "callTool", data: { name: "test_crm_endpoint", arguments: input } },
				sender,
				resolve,
			),
		);
	const timed = async () => {
		const start = performance.now();
		await test(call);
		return performance.now() - start;
	};
	const times: OtherTimes = { beside: [], alone: [] };
	for (let round = 0; round < rounds; round++) {
		let isRunning = true;
		const running = test(endless).then(() => {
			isRunning = false;
		});
		// Until it works, it is a request like any other.
		await new Promise((resolve) => setTimeout(resolve, 300));
		for (let index = 0; index < 5; index++) {
			const ms = await timed();
			if (isRunning) times.beside.push(ms);
		}
		await running;
		for (let index = 0; index < 5; index++) times.alone.push(await timed());
	}
	return times;
}

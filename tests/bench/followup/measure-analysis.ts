type Message = { direction: "incoming" | "outgoing"; text: string | null };

/** Times in ms: all of the conversations, and the longest slice of each round. */
export type AnalysisTimes = {
	ours: number[];
	baseline: number[];
	slices: number[];
	baselineSlices: number[];
	found: number;
};

/**
 * Runs inside the worker. Analyses `count` conversations of `length` messages in slices, in turn with a search for
 * keywords in as many slices. Playwright sends its text, so it stands alone.
 */
export function measureAnalysis({
	messages,
	count,
	length,
	rounds,
	budgetMs,
}: {
	messages: Message[];
	count: number;
	length: number;
	rounds: number;
	budgetMs: number;
}): AnalysisTimes {
	type Conversation = { messages: object[]; now: number; isGroup: boolean };
	type Bench = {
		analyseSlice(
			all: Conversation[],
			options: { from: number; budgetMs: number; clock: () => number },
		): { analyses: { found: boolean }[]; next: number | null };
		holdsKeyword(messages: object[]): boolean;
	};
	const { analyseSlice, holdsKeyword } = (globalThis as unknown as { followupBench: Bench }).followupBench;
	const clock = () => performance.now();
	const now = Date.UTC(2026, 2, 5);
	// Whole conversations, one after the other, so that a chat reads like one; no text is the same twice.
	let next = 0;
	const conversations: Conversation[] = Array.from({ length: count }, (_, at) => ({
		messages: Array.from({ length }, (_, place) => {
			const { direction, text } = messages[next++ % messages.length] as Message;
			const own = text === null ? null : `${text} ${(at * 31 + place) % 997}`;
			return { id: `${at}-${place}`, direction, text: own, time: now - (length - place) * 60_000 };
		}),
		now,
		isGroup: false,
	}));

	const times: AnalysisTimes = { ours: [], baseline: [], slices: [], baselineSlices: [], found: 0 };
	for (let round = 0; round < rounds; round++) {
		let from: number | null = 0;
		let total = 0;
		let longest = 0;
		let slices = 0;
		times.found = 0;
		while (from !== null) {
			const start = clock();
			const slice: ReturnType<Bench["analyseSlice"]> = analyseSlice(conversations, { from, budgetMs, clock });
			const ms = clock() - start;
			total += ms;
			slices++;
			longest = Math.max(longest, ms);
			times.found += slice.analyses.filter(({ found }) => found).length;
			from = slice.next;
		}
		times.ours.push(total);
		times.slices.push(longest);

		const start = clock();
		for (const { messages: all } of conversations) holdsKeyword(all);
		times.baseline.push(clock() - start);
		// As many slices as ours had: the longest of many meets what else the machine does, the longest of few does not.
		longest = 0;
		for (let at = 0; slices > 0; slices--) {
			const sliceStart = clock();
			while (clock() - sliceStart < budgetMs)
				holdsKeyword((conversations[at++ % count] as Conversation).messages);
			longest = Math.max(longest, clock() - sliceStart);
		}
		times.baselineSlices.push(longest);
	}
	return times;
}

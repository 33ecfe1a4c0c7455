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
}: {
	messages: Message[];
	count: number;
	length: number;
	rounds: number;
}): AnalysisTimes {
	type Conversation = { messages: object[]; now: number; isGroup: boolean };
	type Bench = {
		analyseSlice(
			all: Conversation[],
			options: { from: number; clock: () => number },
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
		times.found = 0;
		while (from !== null) {
			const start = clock();
			const slice: ReturnType<Bench["analyseSlice"]> = analyseSlice(conversations, { from, clock });
			const ms = clock() - start;
			total += ms;
			longest = Math.max(longest, ms);
			times.found += slice.analyses.filter(({ found }) => found).length;
			from = slice.next;
		}
		times.ours.push(total);
		times.slices.push(longest);

		let at = 0;
		total = 0;
		longest = 0;
		while (at < count) {
			const start = clock();
			while (at < count && clock() - start < 25) holdsKeyword((conversations[at++] as Conversation).messages);
			const ms = clock() - start;
			total += ms;
			longest = Math.max(longest, ms);
		}
		times.baseline.push(total);
		times.baselineSlices.push(longest);
	}
	return times;
}

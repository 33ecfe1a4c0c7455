import { analyseConversation } from "./analyse-conversation";
import type { ConversationToAnalyse } from "./conversation";
import type { Analysis } from "./finding";
import { preparePhrases } from "./phrases/all-phrases";

/** What came of a slice: the analyses of `from` to `next`, in that order; `next` is `null` when all are done. */
export type Slice = { analyses: Analysis[]; next: number | null };

/** A slice of this many ms holds nobody up: goal of the bench is 50. */
export const usualSlice = 15;

/**
 * Analyses conversations from `from` on until `budgetMs` are used up. A run that was ended in the middle goes on at
 * the last `next`: each analysis depends on its conversation alone. The first slices of a worker may analyse none: they
 * prepare the phrases.
 */
export function analyseSlice(
	conversations: readonly ConversationToAnalyse[],
	{ from = 0, budgetMs = usualSlice, clock }: { from?: number; budgetMs?: number; clock: () => number },
): Slice {
	const analyses: Analysis[] = [];
	const start = clock();
	const isTimeUp = () => {
		const used = clock() - start;
		// A clock that was set back must not make a slice endless.
		return used >= budgetMs || used < 0;
	};
	// Something is done in every slice, however small the budget.
	let steps = 0;
	const isReady = preparePhrases(() => steps++ > 0 && isTimeUp());
	let at = Math.max(0, from);
	if (!isReady) return { analyses, next: at < conversations.length ? at : null };
	while (at < conversations.length && (steps++ === 0 || !isTimeUp())) {
		analyses.push(analyseConversation(conversations[at] as ConversationToAnalyse));
		at++;
	}
	return { analyses, next: at < conversations.length ? at : null };
}

/**
 * Analyses all of them in slices, with a `rest` between two of them so that others have their turn. `report` is told
 * after each slice what came of it and where to go on. Stops at the next slice when `signal` is aborted.
 *
 * @returns the place to go on from, or `null` when all are done.
 */
export async function analyseMany(
	conversations: readonly ConversationToAnalyse[],
	{
		from = 0,
		budgetMs = usualSlice,
		clock,
		rest,
		report,
		signal,
	}: {
		from?: number;
		budgetMs?: number;
		/** ms, such as `performance.now`. */
		clock: () => number;
		rest: () => Promise<void>;
		report: (slice: Slice & { from: number }) => void | Promise<void>;
		signal?: AbortSignal;
	},
): Promise<number | null> {
	let next: number | null = from < conversations.length ? from : null;
	while (next !== null && !signal?.aborted) {
		const slice = analyseSlice(conversations, { from: next, budgetMs, clock });
		await report({ ...slice, from: next });
		next = slice.next;
		if (next !== null) await rest();
	}
	return next;
}

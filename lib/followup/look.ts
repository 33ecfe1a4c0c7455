import { analyseMany } from "./analyse-many";
import { type Candidate, isAtLeast, skipReason } from "./candidates";
import type { ConversationToAnalyse } from "./conversation";
import type { Analysis } from "./finding";
import type { FollowUpRun, SkipReason } from "./follow-up";
import type { RunPorts, RunRules } from "./run-ports";
import { rangeOf } from "./run-range";
import { type Found, type RunWork, skipped } from "./run-work";

const readTogether = 50;

/** The first pass of a run: looks at the next conversations, and notes those in which something is found. */
export async function look(work: RunWork, rules: RunRules, ports: RunPorts): Promise<RunWork> {
	const { candidates, ...place } = await nextCandidates(work, rules, ports);
	let run: FollowUpRun = { ...work.run, done: work.run.done + candidates.length };
	const toAnalyse: Candidate[] = [];
	const leave = (candidate: Candidate, reason: SkipReason) => {
		run = skipped(run, reason);
		ports.note(candidate.conversation, reason);
		ports.tell?.(candidate, reason);
	};
	const waiting = new Set(work.waiting);
	const followUps = await ports.followUpsOf(candidates.map(({ conversation }) => conversation));
	for (const candidate of candidates) {
		const its = followUps.get(candidate.conversation) ?? [];
		const reason = skipReason(candidate, its, rules.preferences, {
			now: work.at,
			waited: waiting.has(candidate.conversation),
			since: work.since,
		});
		if (reason) leave(candidate, reason);
		else toAnalyse.push(candidate);
	}
	const found: Found[] = [];
	const minimum = rules.preferences.minimum_intent;
	for (const [index, analysis] of (await analyse(toAnalyse, work.at, rules, ports)).entries()) {
		const candidate = toAnalyse[index] as Candidate;
		if (!analysis.found) {
			leave(candidate, analysis.reason);
			continue;
		}
		const { intentLevel, score } = analysis.finding;
		const isEnough = isAtLeast(intentLevel, minimum);
		if (isEnough || rules.hasCrm) found.push({ conversation: candidate.conversation, score, isEnough });
		else leave(candidate, "below-intent");
	}
	const all = [...work.found, ...found];
	const isLast = place.waitingDone && place.after === null;
	return { ...work, ...place, run, found: isLast ? inOrder(all) : all };
}

/** First those that waited, then those of the range. */
async function nextCandidates(
	work: RunWork,
	{ preferences }: RunRules,
	ports: RunPorts,
): Promise<Pick<RunWork, "after" | "waitingDone"> & { candidates: Candidate[] }> {
	if (!work.waitingDone) {
		const waiting = await Promise.all(work.waiting.map(ports.conversation));
		return {
			after: work.after,
			waitingDone: true,
			candidates: waiting.filter((candidate) => candidate !== undefined),
		};
	}
	const range = rangeOf(preferences, work);
	const { candidates, next = null } = await ports.conversations(range, {
		...(work.after != null && { after: work.after }),
		limit: readTogether,
	});
	return {
		after: next,
		waitingDone: true,
		candidates: candidates.filter(({ conversation }) => !work.waiting.includes(conversation)),
	};
}

async function analyse(
	candidates: readonly Candidate[],
	now: number,
	rules: RunRules,
	{ clock, rest }: RunPorts,
): Promise<Analysis[]> {
	const analyses: Analysis[] = [];
	await analyseMany(
		candidates.map((candidate) => toAnalyse(candidate, now, rules)),
		{ clock, rest, report: (slice) => void analyses.push(...slice.analyses) },
	);
	return analyses;
}

/** A conversation as it is analysed in a run. */
export const toAnalyse = (
	{ messages }: Candidate,
	now: number,
	{ preferences, weights }: RunRules,
): ConversationToAnalyse => ({ messages, now, isGroup: false, words: preferences.words, weights });

/** Those that need nothing more first, and of these the highest score; of equals always the same one. */
const inOrder = (found: readonly Found[]): Found[] =>
	found.toSorted(
		(one, other) =>
			Number(other.isEnough) - Number(one.isEnough) ||
			other.score - one.score ||
			(one.conversation < other.conversation ? -1 : 1),
	);

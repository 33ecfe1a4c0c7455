import type { Customer } from "@/lib/crm/customer";
import { analyseConversation } from "./analyse-conversation";
import { analyseMany } from "./analyse-many";
import { type Candidate, dayMs, hourMs, isAtLeast, skipReason } from "./candidates";
import type { ConversationToAnalyse, SignalFactors } from "./conversation";
import type { Analysis, Language } from "./finding";
import type { FollowUp, FollowUpRun, SkipReason } from "./follow-up";
import { type Found, type RunWork, skipped } from "./run-work";
import type { FollowUpPreferences } from "./settings-schema";
import { type Taken, takeCandidate } from "./take-candidate";

/** When the last message of a conversation was: from `from` on and before `until`, ms since the epoch. */
export type LastMessageRange = { from: number; until: number };

export type RunPorts = {
	/** Those of a range in the order of their keys, behind `after`; with `next` as `after` it goes on. */
	conversations(
		range: LastMessageRange,
		place: { after?: string; limit: number },
	): Promise<{ candidates: Candidate[]; next?: string }>;
	conversation(key: string): Promise<Candidate | undefined>;
	followUpsOf(conversation: string): Promise<FollowUp[]>;
	/** What the CRM has of them: nobody where it knows nobody, null where there is no CRM, "failed" where it did not answer. */
	customersOf(candidate: Candidate): Promise<readonly Customer[] | null | "failed">;
	/** Names of products a text may mean; none where products cannot be searched. */
	productsOf(text: string): Promise<readonly string[]>;
	/** What a model makes of a find; null where none is asked, or has nothing of use to say. */
	judge(taken: Taken, candidate: Candidate): Promise<Taken | "not-worth" | null>;
	/** Stores a find together with its event. */
	add(followUp: FollowUp): Promise<void>;
	/** Keeps how far the run is. */
	save(work: RunWork): Promise<void>;
	/** Told of each conversation what came of it. */
	tell?(candidate: Candidate, outcome: FollowUp | SkipReason): void;
	now(): number;
	/** For slices: ms, such as `performance.now`. */
	clock(): number;
	rest(): Promise<void>;
};

export type RunRules = {
	preferences: FollowUpPreferences;
	weights: SignalFactors;
	/** Whether a CRM can be asked: only then may a cart raise what is below the minimum. */
	hasCrm: boolean;
	fallbackLanguage: Language;
};

const readTogether = 50;
/** Of those below the minimum the CRM is asked about so many for each that may be found. */
const belowPerFind = 2;

/** The conversations a run looks at: those that may be in their time, by the first attempt or a later one. */
export function rangeOf(
	{ delay_days, lookback_hours, hours_between_attempts, most_attempts }: FollowUpPreferences,
	now: number,
): LastMessageRange {
	const longest = delay_days * dayMs + most_attempts * (lookback_hours + hours_between_attempts) * hourMs;
	return { from: now - longest, until: now + 1 };
}

/**
 * Goes on with a run to its end. It can be ended after any step and taken up again with the last work that was saved: what
 * was stored is not stored again, because an attempt that is there is seen before another is made.
 */
export async function continueRun(work: RunWork, rules: RunRules, ports: RunPorts): Promise<RunWork> {
	let at = work;
	const save = async (next: RunWork) => {
		at = next;
		await ports.save(at);
	};
	while (!at.waitingDone || at.after !== null) await save(await look(at, rules, ports));
	while (at.taken < at.found.length) await save(await take(at, rules, ports));
	if (at.run.endedAt === undefined) await save({ ...at, run: { ...at.run, endedAt: ports.now() } });
	return at;
}

/** Looks at the next conversations. */
async function look(work: RunWork, rules: RunRules, ports: RunPorts): Promise<RunWork> {
	const { candidates, ...place } = await nextCandidates(work, rules, ports);
	let run: FollowUpRun = { ...work.run, done: work.run.done + candidates.length };
	const toAnalyse: Candidate[] = [];
	const leave = (candidate: Candidate, reason: SkipReason) => {
		run = skipped(run, reason);
		ports.tell?.(candidate, reason);
	};
	const waiting = new Set(work.waiting);
	for (const candidate of candidates) {
		const followUps = await ports.followUpsOf(candidate.conversation);
		const reason = skipReason(candidate, followUps, rules.preferences, {
			now: work.at,
			waited: waiting.has(candidate.conversation),
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
	const range = rangeOf(preferences, work.at);
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

const toAnalyse = (
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

/** Takes the next of those found, or leaves it; once the run is full, all the others are left at once. */
async function take(work: RunWork, rules: RunRules, ports: RunPorts): Promise<RunWork> {
	const { conversation, isEnough } = work.found[work.taken] as Found;
	const { most_per_run } = rules.preferences;
	const isFull = work.run.found >= most_per_run;
	if (isFull || (!isEnough && work.askedBelow >= most_per_run * belowPerFind)) return passOver(work, ports);
	const next = {
		...work,
		taken: work.taken + 1,
		askedBelow: work.askedBelow + Number(!isEnough),
	};
	const candidate = await ports.conversation(conversation);
	// Deleted meanwhile.
	if (!candidate) return next;
	const leave = (reason: SkipReason): RunWork => {
		ports.tell?.(candidate, reason);
		return { ...next, run: skipped(work.run, reason) };
	};
	const followUps = await ports.followUpsOf(conversation);
	const added = { ...next, run: { ...work.run, found: work.run.found + 1 } };
	// Stored before the worker ended, and not yet noted.
	if (followUps.some(({ foundAt }) => foundAt >= work.run.startedAt)) return added;
	const waited = work.waiting.includes(conversation);
	const reason = skipReason(candidate, followUps, rules.preferences, { now: work.at, waited });
	if (reason) return leave(reason);

	const outcome = await takeCandidate(candidate, followUps, work.at, {
		analyse: (more) => analyseConversation({ ...toAnalyse(candidate, work.at, rules), ...more }),
		rules,
		ports,
	});
	if (typeof outcome !== "string") {
		await ports.add(outcome);
		ports.tell?.(candidate, outcome);
		return added;
	}
	if (outcome !== "crm-failed") return leave(outcome);
	// Nobody can tell whether a cart would have raised it: no reason to wait.
	if (!isEnough) return leave("below-intent");
	const left = leave(outcome);
	return {
		...left,
		kept: [...work.kept, conversation],
		run: { ...left.run, kept: work.run.kept + 1 },
	};
}

/** Leaves all that have not been taken yet. */
async function passOver(work: RunWork, ports: RunPorts): Promise<RunWork> {
	let run = work.run;
	for (const { conversation, isEnough } of work.found.slice(work.taken)) {
		const reason = isEnough ? "run-is-full" : "below-intent";
		run = skipped(run, reason);
		const candidate = ports.tell && (await ports.conversation(conversation));
		if (candidate) ports.tell?.(candidate, reason);
	}
	return { ...work, run, taken: work.found.length };
}

import { analyseConversation } from "./analyse-conversation";
import { skipReason } from "./candidates";
import type { SkipReason } from "./follow-up";
import { look, toAnalyse } from "./look";
import type { RunPorts, RunRules } from "./run-ports";
import { type Found, type RunWork, skipped } from "./run-work";
import { takeCandidate } from "./take-candidate";

/** Of those below the minimum the CRM is asked about so many for each that may be found. */
const belowPerFind = 2;

/** So often it is saved how far the first pass is, in ms: to write it takes longer than to look at the next ones. */
const saveEveryMs = 500;

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
	let savedAt = ports.clock();
	while (!at.waitingDone || at.after !== null) {
		at = await look(at, rules, ports);
		// Looking changes nothing: whoever takes it up looks again at what was not saved.
		const isOver = at.waitingDone && at.after === null;
		if (!isOver && ports.clock() - savedAt < saveEveryMs) continue;
		await save(at);
		savedAt = ports.clock();
	}
	while (at.taken < at.found.length) await save(await take(at, rules, ports));
	if (at.run.endedAt === undefined) await save({ ...at, run: { ...at.run, endedAt: ports.now() } });
	return at;
}

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
		ports.note(conversation, reason);
		ports.tell?.(candidate, reason);
		return { ...next, run: skipped(work.run, reason) };
	};
	const followUps = (await ports.followUpsOf([conversation])).get(conversation) ?? [];
	const added = { ...next, run: { ...work.run, found: work.run.found + 1 } };
	// Stored before the worker ended, and not yet noted.
	if (followUps.some(({ foundAt }) => foundAt >= work.run.startedAt)) {
		ports.note(conversation, null);
		return added;
	}
	const waited = work.waiting.includes(conversation);
	const reason = skipReason(candidate, followUps, rules.preferences, {
		now: work.at,
		waited,
		since: work.since,
	});
	if (reason) return leave(reason);

	const outcome = await takeCandidate(candidate, followUps, work.at, {
		analyse: (more) => analyseConversation({ ...toAnalyse(candidate, work.at, rules), ...more }),
		rules,
		ports,
	});
	if (typeof outcome !== "string") {
		await ports.add(outcome);
		ports.note(conversation, null);
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
		ports.note(conversation, reason);
		const candidate = ports.tell && (await ports.conversation(conversation));
		if (candidate) ports.tell?.(candidate, reason);
	}
	return { ...work, run, taken: work.found.length };
}

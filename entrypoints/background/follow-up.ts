import { createMutex } from "@/lib/core/mutex";
import type { Candidate } from "@/lib/followup/candidates";
import type { FollowUp, FollowUpRun, PreviewedConversation, SkipReason } from "@/lib/followup/follow-up";
import { continueRun } from "@/lib/followup/run";
import type { LastMessageRange } from "@/lib/followup/run-ports";
import { rangeOf } from "@/lib/followup/run-range";
import { begun, begunIfDue, ended, type RunState, readRunState, switchedOff } from "@/lib/followup/run-state";
import type { RunWork } from "@/lib/followup/run-work";
import { nextRun } from "@/lib/followup/schedule";
import type { FollowUpPreferences } from "@/lib/followup/settings-schema";
import { createWakeUp } from "@/lib/platform/alarms";
import { followUpRuns } from "@/lib/platform/follow-ups";
import { keptMessages } from "@/lib/platform/kept-messages";
import { noteLeftAlone } from "@/lib/platform/left-alone";
import { withLock } from "@/lib/platform/lock";
import { followUpRunValue, followUpStateValue, onSettingsChanged } from "@/lib/platform/storage";
import { settleByOrders } from "./follow-up-after";
import { hasJudge } from "./follow-up-questions";
import { type RunServices, runPorts, runRules } from "./follow-up-run-ports";

/** A worker that ends in the middle of a run is woken so soon. */
const resumeMs = 60_000;
/** Alarms of days ahead are set anew, so that a clock that was changed delays nothing for long. */
const longestSleepMs = 6 * 3_600_000;
/** So often a run is taken up after it failed. */
const mostFailures = 5;
const mostPreviewed = 10_000;

export type FollowUpRuns = ReturnType<typeof createFollowUpRuns>;

/** The runs that look for follow-ups: by their schedule, made up, and by hand. To be made when the worker starts. */
export function createFollowUpRuns(services: RunServices) {
	const { settings, outbox, now } = services;
	/** Everything that changes the state of runs goes through here, one after the other. */
	const exclusively = createMutex();
	const wakeIn = createWakeUp("follow-up", () => void look());
	let isRunning = false;
	onSettingsChanged((touched) => {
		if (touched("followup")) void look();
	});
	void look();

	const readState = async (): Promise<RunState> => readRunState(await followUpStateValue.get());

	async function preferences(): Promise<FollowUpPreferences | undefined> {
		const read = await settings.read();
		return read.ok ? read.value.followup : undefined;
	}

	/** Begins what is owed, goes on with what was begun, and sees to it that somebody looks again in time. */
	async function look(): Promise<void> {
		const rules = await preferences();
		// Settings that cannot be read: nothing is begun and nothing forgotten until they can.
		if (!rules) return wakeIn(longestSleepMs);
		const work = await exclusively(async () => {
			const before = await readState();
			const after = rules.enabled ? begunIfDue(before, rules, now()) : switchedOff(before);
			if (JSON.stringify(after) !== JSON.stringify(before)) await followUpStateValue.set(after);
			return after.work;
		});
		if (work) {
			wakeIn(resumeMs);
			void run();
			return;
		}
		const next = rules.enabled ? nextRun(rules, now()) : null;
		wakeIn(next === null ? undefined : Math.min(next - now(), longestSleepMs));
	}

	/** Goes on with what was begun, unless this worker does so already. */
	async function run(): Promise<void> {
		if (isRunning) return;
		isRunning = true;
		try {
			await withLock("follow-up", goOn);
		} catch {
			// A full disk, or a bug: it is taken up again when the alarm comes, and not at once.
			await noteFailure().catch(() => undefined);
			return;
		} finally {
			isRunning = false;
		}
		void look();
	}

	/** A run that fails again and again is ended, so that it is in the way of no other. */
	const noteFailure = (): Promise<void> =>
		exclusively(async () => {
			const state = await readState();
			if (!state.work) return;
			const work = { ...state.work, failures: (state.work.failures ?? 0) + 1 };
			if (work.failures < mostFailures) return followUpStateValue.set({ ...state, work });
			const run = { ...work.run, endedAt: now() };
			await followUpRuns.put(run);
			await followUpRunValue.set(run);
			await followUpStateValue.set(ended({ ...state, work }));
		});

	async function goOn(): Promise<void> {
		const { work } = await readState();
		const rules = await runRules(services);
		if (!work || !rules) return;
		// By hand it is the user's own wish: a CRM that is paused is tried once.
		const ports = runPorts(services, { triesPaused: work.run.by === "hand" });
		const total = work.run.total || (await countOf(work, rangeOf(rules.preferences, work)));
		const left = new Map<string, SkipReason | null>();
		await settleByOrders(services, ports.customersOf);
		const done = await continueRun({ ...work, run: { ...work.run, total } }, rules, {
			...ports,
			note: (conversation, reason) => void left.set(conversation, reason),
			async save(next) {
				await noteLeftAlone(left, work.at);
				left.clear();
				await exclusively(async () => followUpStateValue.set({ ...(await readState()), work: next }));
				await followUpRunValue.set(next.run);
				// Also keeps the worker alive between two of them.
				wakeIn(resumeMs);
			},
		});
		await followUpRuns.put(done.run);
		await exclusively(async () => followUpStateValue.set(ended({ ...(await readState()), work: done })));
		if (done.run.found > 0) void outbox.run();
	}

	/** How many a run looks at: those in its time, and those that wait, each once. */
	async function countOf({ waiting }: RunWork, range: LastMessageRange): Promise<number> {
		const waits = await Promise.all(waiting.map(keptMessages.conversation));
		const outside = waits.filter((one) => one && (one.lastAt < range.from || one.lastAt >= range.until));
		return (await keptMessages.count(range)) + outside.length;
	}

	return {
		/** Begins a run; false while one is under way. */
		async runNow(): Promise<boolean> {
			const isNew = await exclusively(async () => {
				const before = await readState();
				if (before.work) return false;
				const after = begun(before, "hand", now());
				await followUpStateValue.set(after);
				await followUpRunValue.set(after.work?.run);
				return true;
			});
			void look();
			return isNew;
		},

		/** What a run would find now, and why not. Stores nothing, tells nobody, and asks no model. */
		async preview(): Promise<PreviewedConversation[]> {
			const rules = await runRules(services);
			if (!rules) return [];
			const previewed: PreviewedConversation[] = [];
			const at = now();
			const { work } = begun({ ...(await readState()), work: undefined }, "hand", at);
			if (!work) return [];
			const ports = runPorts(services);
			const judges = rules.preferences.use_model && (await hasJudge(services));
			await continueRun(work, rules, {
				...ports,
				// Also those it would not look at: it is to be seen that, and why, they are left alone.
				conversations: ({ until }, place) =>
					ports.conversations({ from: Number.NEGATIVE_INFINITY, until }, place),
				note: () => undefined,
				judge: async () => null,
				add: async () => undefined,
				save: async () => undefined,
				tell: (candidate, outcome) => void previewed.push(previewOf(candidate, outcome, judges)),
			});
			const isFound = ({ found }: PreviewedConversation) => Number(found);
			return previewed.toSorted((one, other) => isFound(other) - isFound(one)).slice(0, mostPreviewed);
		},

		/** The last runs, newest first, with the one that is under way. */
		async list(): Promise<FollowUpRun[]> {
			const [runs, { work }] = await Promise.all([followUpRuns.list(), readState()]);
			return work ? [work.run, ...runs.filter(({ id }) => id !== work.run.id)] : runs;
		},
	};
}

function previewOf(
	{ chat, name, phone }: Candidate,
	outcome: FollowUp | SkipReason,
	judges: boolean,
): PreviewedConversation {
	const whom = { chat, name, ...(phone !== undefined && { phone }) };
	if (typeof outcome === "string") return { ...whom, found: false, reason: outcome };
	const { finding, attempt, suggestedMessage, ownWording, crmOrderFound } = outcome;
	const writer = ownWording ? "own-wording" : judges ? "model" : "built-in";
	return { ...whom, found: true, finding, attempt, suggestedMessage, writer, crmOrderFound };
}

import type { Customer } from "@/lib/crm/customer";
import type { Candidate } from "@/lib/followup/candidates";
import type { FollowUp, SkipReason } from "@/lib/followup/follow-up";
import { continueRun } from "@/lib/followup/run";
import type { RunPorts, RunRules } from "@/lib/followup/run-ports";
import { begun, ended, type RunState } from "@/lib/followup/run-state";
import type { RunWork } from "@/lib/followup/run-work";
import { noon, rules } from "./follow-up-world";

/** The worker has ended: nothing after it happens. */
export class WorkerEnded extends Error {}

type Shop = {
	candidates: Candidate[];
	/** By conversation; a CRM that is not there when undefined. */
	customers?: Record<string, Customer[] | "failed">;
	products?: string[];
	judge?: RunPorts["judge"];
	preferences?: Partial<typeof rules>;
};

/** A run on everything it needs, in memory. What is stored outlives the worker. */
export function runWorld({ candidates, customers, products = [], judge, preferences = {} }: Shop) {
	const stored: FollowUp[] = [];
	const told: (FollowUp | SkipReason)[] = [];
	const asked: string[] = [];
	const left = new Map<string, SkipReason | null>();
	let state: RunState = { waiting: {} };
	let now = noon;
	let clock = 0;
	/** Steps the worker has left to live. */
	let life = Number.POSITIVE_INFINITY;

	/** The worker may end before or after anything is done. */
	async function step<T>(act: () => T): Promise<T> {
		if (life-- <= 0) throw new WorkerEnded();
		const result = act();
		if (life-- <= 0) throw new WorkerEnded();
		return result;
	}

	const byKey = candidates.toSorted((one, other) => (one.conversation < other.conversation ? -1 : 1));
	const ports: RunPorts = {
		conversations: (range, { after = "", limit }) =>
			step(() => {
				const found = byKey
					.filter(({ lastAt }) => lastAt >= range.from && lastAt < range.until)
					.filter(({ conversation }) => conversation > after)
					.slice(0, limit);
				return { candidates: found, ...(found.length === limit && { next: found.at(-1)?.conversation }) };
			}),
		conversation: (key) => step(() => candidates.find(({ conversation }) => conversation === key)),
		followUpsOf: (keys) =>
			step(
				() => new Map(keys.map((key) => [key, stored.filter(({ conversation }) => conversation === key)])),
			),
		customersOf: ({ conversation }) =>
			step(() => {
				asked.push(conversation);
				return customers ? (customers[conversation] ?? []) : null;
			}),
		productsOf: async () => products,
		judge: judge ?? (async () => null),
		add: (followUp) =>
			step(() => {
				if (!stored.some(({ id }) => id === followUp.id)) stored.push(followUp);
			}),
		save: (work) =>
			step(() => {
				state = { ...state, work };
			}),
		note: (conversation, reason) => void left.set(conversation, reason),
		tell: (_, outcome) => void told.push(outcome),
		now: () => now,
		// Slow enough to be saved now and then, and not each time.
		clock: () => {
			clock += 150;
			return clock;
		},
		rest: async () => undefined,
	};
	const runRules = (): RunRules => ({
		preferences: { ...rules, ...preferences },
		weights: {},
		hasCrm: customers !== undefined,
		fallbackLanguage: "en",
	});

	return {
		stored,
		told,
		asked,
		/** What each was left alone for last; null where something was found. */
		left,
		state: () => state,
		passTime(ms: number) {
			now += ms;
		},
		setCustomers(key: string, of: Customer[] | "failed") {
			if (customers) customers[key] = of;
		},
		/**
		 * Makes a run, with a worker that lives so many steps; further workers take it up, by a clock that has jumped so
		 * far. Gives it as it ended.
		 */
		async run(lives: readonly number[] = [], jumpMs = 0): Promise<RunWork["run"]> {
			state = begun(state, "hand", now);
			for (const steps of [...lives, Number.POSITIVE_INFINITY]) {
				life = steps;
				try {
					const { work } = state;
					if (!work) throw new Error("There is no run.");
					const done = await continueRun(work, runRules(), ports);
					state = ended({ ...state, work: done });
					return done.run;
				} catch (error) {
					if (!(error instanceof WorkerEnded)) throw error;
					now += jumpMs;
				}
			}
			throw new Error("The run did not end.");
		},
	};
}

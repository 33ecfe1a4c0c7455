import { jsonBytes } from "@/lib/core/json-bytes";
import type { SignalFactors } from "@/lib/followup/conversation";
import type { FollowUp, FollowUpRun, FollowUpState } from "@/lib/followup/follow-up";
import type { NewDelivery } from "@/lib/webhooks/delivery";
import { database } from "./open-database";
import { addDeliveries, changeDeliveries, flushToDisk } from "./outbox-store";
import { write } from "./writing";

const dayMs = 24 * 3_600_000;
/** An attempt counts for a year at most (`reset_after_days`). */
const daysKept = 400;
const mostRuns = 50;
const weightsKey = "follow-up-weights";
const sampleSize = 100;

/** A follow-up to be stored, and the event that tells of it, where one does. */
export type NewFollowUp = { followUp: FollowUp; event?: NewDelivery };

/**
 * Stores follow-ups and their events in one transaction: there is never one without the other. What is stored already
 * under an id is left as it is, and its event out: nothing is found twice. Gives those that were stored.
 */
export async function addFollowUps(found: readonly NewFollowUp[], now: number): Promise<FollowUp[]> {
	const added = await changeDeliveries(
		async (transaction) => {
			const store = transaction.objectStore("followUps");
			const known = await Promise.all(found.map(({ followUp }) => store.getKey(followUp.id)));
			const fresh = new Map<string, NewFollowUp>();
			for (const [index, one] of found.entries())
				if (known[index] === undefined && !fresh.has(one.followUp.id)) fresh.set(one.followUp.id, one);
			for (const { followUp } of fresh.values()) void store.put(followUp);
			const events = [...fresh.values()].flatMap(({ event }) => event ?? []);
			await addDeliveries(transaction, events, now);
			return [...fresh.values()].map(({ followUp }) => followUp);
		},
		{ also: ["followUps"] },
	);
	void flushToDisk();
	return added;
}

/**
 * Replaces one follow-up by what `become` makes of it, and stores the event that tells of it in the same transaction.
 * Undefined leaves it as it is. Gives what is stored then; undefined when there is none of this id.
 */
export async function changeFollowUp(
	id: string,
	become: (followUp: FollowUp) => NewFollowUp | undefined,
	now: number,
): Promise<FollowUp | undefined> {
	const after = await changeDeliveries(
		async (transaction) => {
			const store = transaction.objectStore("followUps");
			const before = await store.get(id);
			const changed = before && become(before);
			if (!changed) return before;
			void store.put(changed.followUp);
			if (changed.event) await addDeliveries(transaction, [changed.event], now);
			return changed.followUp;
		},
		{ also: ["followUps"] },
	);
	void flushToDisk();
	return after;
}

export const followUps = {
	get: async (id: string): Promise<FollowUp | undefined> => (await database()).get("followUps", id),

	/** Those of a state, or all: what was found last comes first. At most `limit`. */
	async list({ state, limit }: { state?: FollowUpState; limit: number }): Promise<FollowUp[]> {
		const { store } = (await database()).transaction("followUps");
		const range = state && IDBKeyRange.bound([state], [state, []]);
		const found: FollowUp[] = [];
		let cursor = range
			? await store.index("state").openCursor(range, "prev")
			: await store.index("foundAt").openCursor(null, "prev");
		for (; cursor && found.length < limit; cursor = await cursor.continue()) found.push(cursor.value);
		return found;
	},

	/** Those of a conversation, in the order they were found. */
	ofConversation: async (hash: string): Promise<FollowUp[]> =>
		(await (await database()).getAllFromIndex("followUps", "conversation", hash)).toSorted(firstFoundFirst),

	/** The same of several conversations, by their hashes; without those that have none. */
	async ofConversations(hashes: readonly string[]): Promise<Map<string, FollowUp[]>> {
		const index = (await database()).transaction("followUps").store.index("conversation");
		const lists = await Promise.all(hashes.map((hash) => index.getAll(hash)));
		return new Map(
			hashes.flatMap((hash, at) => {
				const list = lists[at] ?? [];
				return list.length === 0 ? [] : [[hash, list.toSorted(firstFoundFirst)] as const];
			}),
		);
	},

	/** Those that were found from then on, ms since the epoch, in that order. */
	since: async (from: number): Promise<FollowUp[]> =>
		(await database()).getAllFromIndex("followUps", "foundAt", IDBKeyRange.lowerBound(from)),

	all: async (): Promise<FollowUp[]> => (await database()).getAllFromIndex("followUps", "foundAt"),

	/**
	 * Removes those that are too old to count, and takes from those found more than `keepDays` ago, from all for 0, what
	 * customers wrote: it is kept no longer than their messages.
	 */
	async prune(keepDays: number, now: number): Promise<void> {
		const tooOld = now - daysKept * dayMs;
		const cutoff = keepDays === 0 ? Number.POSITIVE_INFINITY : now - keepDays * dayMs;
		await write(["followUps"], async (transaction) => {
			const old = IDBKeyRange.upperBound(Math.max(cutoff, tooOld), true);
			let cursor = await transaction.objectStore("followUps").index("foundAt").openCursor(old);
			for (; cursor; cursor = await cursor.continue()) {
				if (cursor.value.foundAt < tooOld) void cursor.delete();
				else if (hasSentences(cursor.value)) void cursor.update(withoutSentences(cursor.value));
			}
		});
	},

	/** How many there are, about how large they are, and when the first was found. */
	async amount(): Promise<{ count: number; bytes: number; since?: number }> {
		const { store } = (await database()).transaction("followUps");
		const [count, sample] = await Promise.all([
			store.count(),
			store.index("foundAt").getAll(null, sampleSize),
		]);
		const bytes = sample.reduce((sum, followUp) => sum + jsonBytes(followUp), 0);
		return {
			count,
			bytes: Math.round((bytes * count) / Math.max(sample.length, 1)),
			...(sample[0] && { since: sample[0].foundAt }),
		};
	},

	clear: async (): Promise<void> => (await database()).clear("followUps"),
};

const firstFoundFirst = (one: FollowUp, other: FollowUp): number => one.foundAt - other.foundAt;

const hasSentences = ({ finding }: FollowUp): boolean =>
	finding.evidence.some(({ sentence }) => sentence !== "");

const withoutSentences = (followUp: FollowUp): FollowUp => ({
	...followUp,
	finding: {
		...followUp.finding,
		evidence: followUp.finding.evidence.map((one) => ({ ...one, sentence: "" })),
	},
});

export const followUpRuns = {
	/** Stores how a run is going, under its id; the oldest go. */
	async put(run: FollowUpRun): Promise<void> {
		const transaction = (await database()).transaction("followUpRuns", "readwrite");
		const { store } = transaction;
		void store.put(run);
		const surplus = (await store.getAll()).toSorted(newestFirst).slice(mostRuns);
		for (const { id } of surplus) void store.delete(id);
		await transaction.done;
	},
	/** The last ones, newest first. */
	list: async (): Promise<FollowUpRun[]> =>
		(await (await database()).getAll("followUpRuns")).toSorted(newestFirst),
	clear: async (): Promise<void> => (await database()).clear("followUpRuns"),
};

const newestFirst = (one: FollowUpRun, other: FollowUpRun): number =>
	other.startedAt - one.startedAt || other.id - one.id;

/** What was learned of dismissals, by signal. */
export const learnedWeights = {
	get: async (): Promise<SignalFactors> =>
		((await (await database()).get("values", weightsKey)) as SignalFactors | undefined) ?? {},
	set: async (factors: SignalFactors): Promise<void> => {
		await (await database()).put("values", factors, weightsKey);
	},
	clear: async (): Promise<void> => (await database()).delete("values", weightsKey),
};

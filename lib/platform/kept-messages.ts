import { jsonBytes } from "@/lib/core/json-bytes";
import type { KeptMessage } from "@/lib/followup/conversation";
import type { KeptConversation, StoredMessage } from "@/lib/followup/kept-conversation";
import { messagesOf } from "./keep-messages";
import { type Database, database } from "./open-database";
import { type Writing, write } from "./writing";

const dayMs = 24 * 3_600_000;
/** Removed in one transaction: no report waits for long. */
const prunedTogether = 500;
/** At most so many are looked at together, in search of conversations whose last message lies in a time. */
const searchedTogether = 500;
/** Read in one request: many small requests take longer than few, and a large one holds everything up. */
const messagesTogether = 500;
const sampleSize = 100;

/** A conversation with its messages, in their order. */
export type ConversationWithMessages = { of: KeptConversation; messages: KeptMessage[] };

/** Removes messages older than `keepDays`, a part at a time; all of them for 0. */
export async function pruneMessages(keepDays: number, now: number): Promise<void> {
	if (keepDays === 0) return clearMessages();
	const old = IDBKeyRange.upperBound(now - keepDays * dayMs, true);
	let removed: number;
	do {
		removed = await write(["keptMessages", "keptConversations"], async (transaction) => {
			const messages = transaction.objectStore("keptMessages");
			const keys = await messages.index("at").getAllKeys(old, prunedTogether);
			for (const key of keys) void messages.delete(key);
			const fewer = new Map<string, number>();
			for (const [conversation] of keys) fewer.set(conversation, (fewer.get(conversation) ?? 0) + 1);
			for (const [conversation, less] of fewer) await countDown(transaction, conversation, less);
			return keys.length;
		});
	} while (removed === prunedTogether);
}

async function countDown(transaction: Writing, conversation: string, less: number): Promise<void> {
	const store = transaction.objectStore("keptConversations");
	const [before, [first]] = await Promise.all([
		store.get(conversation),
		transaction.objectStore("keptMessages").getAllKeys(messagesOf(conversation), 1),
	]);
	if (!before) return;
	// With its last message a conversation goes as well: nothing tells any more that there was one.
	if (!first) return store.delete(conversation);
	const [, place, seq] = first;
	await store.put({ ...before, count: before.count - less, first: { place, seq } });
}

/** Forgets all messages and their conversations; done when it is on the disk. */
export const clearMessages = (): Promise<void> =>
	write(
		["keptMessages", "keptConversations"],
		async (transaction) => {
			void transaction.objectStore("keptMessages").clear();
			void transaction.objectStore("keptConversations").clear();
		},
		{ durability: "strict" },
	);

const asKept = ({ id, direction, text, time }: StoredMessage): KeptMessage => ({ id, direction, text, time });

/** A conversation, and where it stands among all: those with numbers that follow each other have none between them. */
type Neighbour = { of: KeptConversation; number: number };

/** The messages of conversations, which are in the order of their hashes, by these. */
async function messagesOfAll(db: Database, all: readonly Neighbour[]): Promise<Map<string, KeptMessage[]>> {
	const { store } = db.transaction("keptMessages");
	const read = await Promise.all(
		readTogether(all).map(({ first, last }) => store.getAll(IDBKeyRange.bound([first], [last, []]))),
	);
	const messages = new Map<string, KeptMessage[]>();
	for (const message of read.flat()) {
		const known = messages.get(message.conversation);
		if (known) known.push(asKept(message));
		else messages.set(message.conversation, [asKept(message)]);
	}
	return messages;
}

/** Neighbours whose messages are read in one request. */
function readTogether(all: readonly Neighbour[]): { first: string; last: string }[] {
	const groups: { first: string; last: string; number: number; count: number }[] = [];
	for (const { of, number } of all) {
		const { conversation, count } = of;
		const group = groups.at(-1);
		if (group && group.number + 1 === number && group.count + count <= messagesTogether)
			Object.assign(group, { last: conversation, number, count: group.count + count });
		else groups.push({ first: conversation, last: conversation, number, count });
	}
	return groups;
}

/** A time, ms since the epoch: from `from` on, and before `until`. */
export type Between = { from: number; until: number };

export const keptMessages = {
	/** One conversation as it is kept; undefined when nothing is. */
	conversation: async (hash: string): Promise<KeptConversation | undefined> =>
		(await database()).get("keptConversations", hash),

	/** The messages of a conversation, in their order. */
	of: async (hash: string): Promise<KeptMessage[]> =>
		(await (await database()).getAll("keptMessages", messagesOf(hash))).map(asKept),

	/** In how many conversations the last message was written in a time. */
	count: async ({ from, until }: Between): Promise<number> =>
		from >= until
			? 0
			: (await database()).countFromIndex(
					"keptConversations",
					"lastAt",
					IDBKeyRange.bound(from, until, false, true),
				),

	/**
	 * Conversations whose last message was written in a time, with their messages, in the order of their hashes: at most
	 * `limit`, those behind `after`. With `next` as `after` it goes on, in another worker too; without one that was all.
	 */
	async between(
		{ from, until }: Between,
		{ after = "", limit }: { after?: string; limit: number },
	): Promise<{ conversations: ConversationWithMessages[]; next?: string }> {
		const db = await database();
		const found: Neighbour[] = [];
		let together = Math.min(limit, searchedTogether);
		let seen = 0;
		for (let last: string | undefined = after; last !== undefined && found.length < limit; ) {
			const chunk: KeptConversation[] = await db.getAll(
				"keptConversations",
				IDBKeyRange.lowerBound(last, true),
				together,
			);
			for (const of of chunk) {
				seen++;
				if (of.lastAt >= from && of.lastAt < until) found.push({ of, number: seen });
			}
			last = chunk.length === together ? chunk.at(-1)?.conversation : undefined;
			// Few of them lie in the time: the next ones are looked at more at a time.
			together = Math.min(2 * together, searchedTogether);
		}
		const meant = found.slice(0, limit);
		const messages = await messagesOfAll(db, meant);
		return {
			conversations: meant.map(({ of }) => ({ of, messages: messages.get(of.conversation) ?? [] })),
			...(meant.length === limit && { next: meant.at(-1)?.of.conversation }),
		};
	},

	/** Every conversation with its messages. */
	async all(): Promise<ConversationWithMessages[]> {
		const everything = { from: Number.NEGATIVE_INFINITY, until: Number.POSITIVE_INFINITY };
		const { conversations } = await keptMessages.between(everything, { limit: Number.POSITIVE_INFINITY });
		return conversations;
	},

	/** How many messages there are, about how large they are, and from when the oldest is. */
	async amount(): Promise<{ count: number; bytes: number; since?: number }> {
		const { store } = (await database()).transaction("keptMessages");
		const [count, sample, oldest] = await Promise.all([
			store.count(),
			store.getAll(null, sampleSize),
			store.index("at").openKeyCursor(),
		]);
		const bytes = sample.reduce((sum, message) => sum + jsonBytes(message), 0);
		return {
			count,
			bytes: Math.round((bytes * count) / Math.max(sample.length, 1)),
			...(oldest && { since: oldest.key }),
		};
	},
};

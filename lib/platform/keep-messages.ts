import type { StoreNames } from "idb";
import {
	type ConversationNow,
	type KeptConversation,
	type MessageToKeep,
	mostMessagesKept,
	placeMessages,
	type StoredMessage,
} from "@/lib/followup/kept-conversation";
import type { Schema } from "./open-database";
import { type Writing, write } from "./writing";

const dayMs = 24 * 3_600_000;

/** All messages of a conversation, in the index of their ids as well. */
export const messagesOf = (conversation: string) => IDBKeyRange.bound([conversation], [conversation, []]);

/**
 * Keeps messages that the page shows, oldest first, but for those that are kept already and those older than `keepDays`;
 * nothing of a conversation that is not to be analysed. `formerly` is the hash it went by before its phone was known:
 * what is kept under that one goes on under this. Gives the conversation if anything of it is new.
 */
export function keepMessages(
	shown: readonly MessageToKeep[],
	{ of, formerly, keepDays, now }: { of: ConversationNow; formerly?: string; keepDays: number; now: number },
): Promise<KeptConversation | undefined> {
	const names: StoreNames<Schema>[] = ["keptMessages", "keptConversations", "doNotAnalyse", "followUps"];
	return write(formerly === undefined ? names.slice(0, 3) : names, async (transaction) => {
		const refused = transaction.objectStore("doNotAnalyse");
		const refusals = await Promise.all(
			[of.conversation, formerly].map((hash) => hash && refused.getKey(hash)),
		);
		if (refusals.some((hash) => hash !== undefined)) return undefined;
		if (formerly !== undefined) await moveConversation(transaction, formerly, of);
		const conversations = transaction.objectStore("keptConversations");
		const before = await conversations.get(of.conversation);
		const known = before ? await knownIds(transaction, of.conversation, shown) : new Set<string>();
		const tooOld = now - keepDays * dayMs;
		const from = Math.max(tooOld, before?.fullBefore ?? tooOld);
		const result = placeMessages(shown, { of, before, known, from, now });
		if (!result) {
			if (before && isAnother(before, of)) void conversations.put({ ...withoutPhone(before), ...of });
			return undefined;
		}
		for (const message of result.placed) void transaction.objectStore("keptMessages").put(message);
		const after = await makeRoom(transaction, result.after);
		void conversations.put(after);
		return after;
	});
}

const isAnother = (before: KeptConversation, of: ConversationNow): boolean =>
	before.name !== of.name ||
	before.phone !== of.phone ||
	before.chat.title !== of.chat.title ||
	before.chat.chatId !== of.chat.chatId;

function withoutPhone({ phone: _, ...rest }: KeptConversation): Omit<KeptConversation, "phone"> {
	return rest;
}

async function knownIds(
	transaction: Writing,
	conversation: string,
	shown: readonly MessageToKeep[],
): Promise<Set<string>> {
	const byId = transaction.objectStore("keptMessages").index("id");
	const keys = await Promise.all(shown.map(({ id }) => byId.getKey([conversation, id])));
	return new Set(shown.filter((_, index) => keys[index] !== undefined).map(({ id }) => id));
}

/** Drops the oldest above the limit. */
async function makeRoom(transaction: Writing, conversation: KeptConversation): Promise<KeptConversation> {
	const surplus = conversation.count - mostMessagesKept;
	if (surplus <= 0) return conversation;
	const messages = transaction.objectStore("keptMessages");
	const keys = await messages.getAllKeys(messagesOf(conversation.conversation), surplus + 1);
	const first = keys.at(-1);
	if (!first) return conversation;
	await messages.delete(IDBKeyRange.bound([conversation.conversation], first, false, true));
	const [, place, seq] = first;
	return { ...conversation, count: mostMessagesKept, first: { place, seq }, fullBefore: place };
}

/** Puts what is kept under one hash under another: the conversation's phone has become known. */
async function moveConversation(transaction: Writing, from: string, of: ConversationNow): Promise<void> {
	const conversations = transaction.objectStore("keptConversations");
	const former = await conversations.get(from);
	const followUps = transaction.objectStore("followUps");
	for (const followUp of await followUps.index("conversation").getAll(from))
		void followUps.put({
			...followUp,
			conversation: of.conversation,
			...(of.phone !== undefined && { phone: of.phone }),
		});
	if (!former) return;
	const messages = transaction.objectStore("keptMessages");
	const moved = await messages.getAll(messagesOf(from));
	const before = await conversations.get(of.conversation);
	const known = before ? await knownIds(transaction, of.conversation, moved.map(asShown)) : new Set<string>();
	void messages.delete(messagesOf(from));
	void conversations.delete(from);
	if (!before) {
		for (const message of moved) void messages.put({ ...message, conversation: of.conversation });
		await conversations.put({ ...withoutPhone(former), ...of });
		return;
	}
	const result = placeMessages(moved.map(asShown), {
		of,
		before,
		known,
		from: Number.NEGATIVE_INFINITY,
		now: former.lastAt,
	});
	if (!result) return;
	const ages = new Map(moved.map(({ id, at }) => [id, at]));
	for (const message of result.placed)
		void messages.put({ ...message, at: ages.get(message.id) ?? message.at });
	await conversations.put(await makeRoom(transaction, result.after));
}

const asShown = ({ id, direction, text, time }: StoredMessage): MessageToKeep => ({
	id,
	direction,
	text,
	time,
	arrived: false,
});

import type { ChatRef } from "@/lib/whatsapp/chat-ref";
import type { ShownMessage } from "@/lib/whatsapp/facts";
import type { Direction, KeptMessage } from "./conversation";
import type { SkipReason } from "./follow-up";

/** More than an analysis reads of a conversation; the oldest go. */
export const mostMessagesKept = 2_000;
/** In characters, of one message. */
export const longestTextKept = 2_000;

/** A message as it is stored: what the analysis reads of it, and where it stands. Times are ms since the epoch. */
export type StoredMessage = KeptMessage & {
	/** The `conversation_hash` of events. */
	conversation: string;
	/** Its time or, where it has none, that of the message before it: by this a conversation is in order. */
	place: number;
	/** The order of those that have one place. */
	seq: number;
	/** From when on its age counts: its time, but never later than it was stored. */
	at: number;
};

/** A conversation of which messages are kept. Times are ms since the epoch. */
export type KeptConversation = {
	/** The `conversation_hash` of events. */
	conversation: string;
	chat: ChatRef;
	name: string;
	/** E.164, where it is known. */
	phone?: string;
	count: number;
	/** When the last message was written, never later than it was stored; and by whom. */
	lastAt: number;
	lastDirection: Direction;
	/** The last of each side whose time is known: to the minute, and exactly if it arrived before our eyes. */
	lastIncomingAt?: number;
	lastOutgoingAt?: number;
	/** The first and the last in their order. */
	first: Position;
	last: Position;
	/** The numbers given so far. */
	seqs: { lowest: number; highest: number };
	/** Why the last run that looked at it left it alone, and when; undefined where it found something. */
	left?: LeftAlone;
	/** Older ones had to go to make room: what stands before this place is not kept. */
	fullBefore?: number;
};

/** How much of a conversation was deleted. */
export type Forgotten = { messages: number; followUps: number };

/** `at` in ms since the epoch. */
export type LeftAlone = { reason: SkipReason; at: number };

export type Position = { place: number; seq: number };

/** Whom a conversation is with, as it is known when messages of it are shown. */
export type ConversationNow = Pick<KeptConversation, "conversation" | "chat" | "name" | "phone">;

/** A message that is shown, with its time in ms since the epoch. */
export type MessageToKeep = KeptMessage & { arrived: boolean };

/** What is kept of a message that the page showed. Its time is local; one that is no time counts as none. */
export function messageToKeep({ id, direction, text, time, arrived }: ShownMessage): MessageToKeep {
	// Without a zone, as the page's times are, this reads local time.
	const moment = time === null ? Number.NaN : Date.parse(time);
	return { id, direction, text: shortened(text), time: Number.isNaN(moment) ? null : moment, arrived };
}

/** No half of a character is left at the cut. */
const shortened = (text: string | null): string | null =>
	text === null || text.length <= longestTextKept
		? text
		: text.slice(0, longestTextKept).replace(/[\uD800-\uDBFF]$/, "");

/**
 * Where messages that are shown, in the order of the page, belong among those that are kept. Those in `known` (ids) are
 * kept already: they tell only what stands before and behind them. `after` is the conversation with them, as it is
 * stored when there was room for all.
 */
export function placeMessages(
	shown: readonly MessageToKeep[],
	{
		of,
		before,
		known,
		from,
		now,
	}: {
		of: ConversationNow;
		before: KeptConversation | undefined;
		known: ReadonlySet<string>;
		/** What stands before it is left out, ms since the epoch. */
		from: number;
		/** ms since the epoch. */
		now: number;
	},
): { placed: StoredMessage[]; after: KeptConversation } | null {
	const places = placesOf(shown, before, known, now);
	const anchor = shown.findIndex(({ id }) => known.has(id));
	const told = new Set(known);
	const earlier: number[] = [];
	const later: number[] = [];
	for (const [index, { id, arrived }] of shown.entries()) {
		if (told.has(id) || nth(places, index) < from) continue;
		told.add(id);
		// History that was scrolled to: it stands above all that is kept.
		const isAbove = before !== undefined && !arrived && (anchor < 0 || index < anchor);
		if (isAbove && nth(places, index) <= before.first.place) earlier.push(index);
		else later.push(index);
	}
	if (earlier.length + later.length === 0) return null;
	const seqs = before?.seqs ?? { lowest: 0, highest: -1 };
	const stored = (index: number, seq: number): StoredMessage => {
		const { arrived: _, ...message } = nth(shown, index);
		const place = nth(places, index);
		return { ...message, conversation: of.conversation, place, seq, at: Math.min(message.time ?? now, now) };
	};
	const placed = [
		...earlier.map((one, index) => stored(one, seqs.lowest - earlier.length + index)),
		...later.map((one, index) => stored(one, seqs.highest + 1 + index)),
	];
	const fresh = [...earlier, ...later].map((index) => nth(shown, index));
	const { first, last } = endsOf(placed);
	const isLast = !before || isBefore(before.last, last);
	const lastIncomingAt = lastHeard(fresh, "incoming", now, before?.lastIncomingAt);
	const lastOutgoingAt = lastHeard(fresh, "outgoing", now, before?.lastOutgoingAt);
	const ends = [before?.lastAt, Math.min(last.place, now), ...fresh.map((one) => heardAt(one, now))];
	return {
		placed,
		after: {
			...of,
			count: (before?.count ?? 0) + placed.length,
			lastAt: latestOf(ends) ?? now,
			lastDirection: isLast ? last.direction : before.lastDirection,
			...(lastIncomingAt !== undefined && { lastIncomingAt }),
			...(lastOutgoingAt !== undefined && { lastOutgoingAt }),
			first: before && isBefore(before.first, first) ? before.first : positionOf(first),
			last: isLast ? positionOf(last) : before.last,
			...(before?.left && { left: before.left }),
			seqs: { lowest: seqs.lowest - earlier.length, highest: seqs.highest + later.length },
			...(before?.fullBefore !== undefined && { fullBefore: before.fullBefore }),
		},
	};
}

/** The place of each: its time, or that of the one before it, or of the first that has one. */
function placesOf(
	shown: readonly MessageToKeep[],
	before: KeptConversation | undefined,
	known: ReadonlySet<string>,
	now: number,
): number[] {
	let place = shown.find(({ time }) => time !== null)?.time ?? null;
	let isBelow = false;
	return shown.map(({ id, time, arrived }) => {
		place = time ?? place;
		isBelow ||= known.has(id);
		// None of them has a time: what comes below what is known is newer than that, and what comes above is older.
		if (place === null && arrived) return Math.max(before?.last.place ?? now, now);
		return place ?? (isBelow ? before?.last.place : before?.first.place) ?? now;
	});
}

/**
 * When a message was written, as exactly as can be told: the page says the minute, and one that arrives before our eyes
 * in it was written now. Undefined where nobody knows.
 */
function heardAt({ time, arrived }: MessageToKeep, now: number): number | undefined {
	if (time === null) return arrived ? now : undefined;
	return arrived && now - time < minute ? now : Math.min(time, now);
}

const minute = 60_000;

function lastHeard(
	fresh: readonly MessageToKeep[],
	direction: Direction,
	now: number,
	before: number | undefined,
): number | undefined {
	const ofSide = fresh.filter((one) => one.direction === direction);
	return latestOf([before, ...ofSide.map((one) => heardAt(one, now))]);
}

function endsOf(placed: readonly StoredMessage[]): { first: StoredMessage; last: StoredMessage } {
	let [first, last] = [nth(placed, 0), nth(placed, 0)];
	for (const one of placed) {
		if (isBefore(one, first)) first = one;
		if (isBefore(last, one)) last = one;
	}
	return { first, last };
}

const isBefore = (one: Position, other: Position): boolean =>
	one.place < other.place || (one.place === other.place && one.seq < other.seq);

const positionOf = ({ place, seq }: Position): Position => ({ place, seq });

function latestOf(times: readonly (number | undefined)[]): number | undefined {
	const known = times.filter((time) => time !== undefined);
	return known.length === 0 ? undefined : known.reduce((one, other) => Math.max(one, other));
}

const nth = <T>(list: readonly T[], index: number): T => list[index] as T;

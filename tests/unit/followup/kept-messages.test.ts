import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import {
	type ConversationNow,
	longestTextKept,
	type MessageToKeep,
	messageToKeep,
	mostMessagesKept,
} from "@/lib/followup/kept-conversation";
import {
	allowAnalysis,
	mayBeAnalysed,
	refuseAnalysis,
	refusedConversations,
} from "@/lib/platform/analysis-consent";
import { addFollowUps, followUps } from "@/lib/platform/follow-ups";
import { keepMessages } from "@/lib/platform/keep-messages";
import { clearMessages, keptMessages, pruneMessages } from "@/lib/platform/kept-messages";
import { database } from "@/lib/platform/open-database";
import { aFollowUp } from "./a-follow-up";

const minute = 60_000;
const day = 24 * 60 * minute;
const now = Date.parse("2026-03-04T12:00:30Z");
const lucia: ConversationNow = {
	conversation: "lucia",
	chat: { title: "Lucía", chatId: "34600000001@c.us" },
	name: "Lucía",
	phone: "+34600000001",
};

const message = (id: string, time: number | null, more: Partial<MessageToKeep> = {}): MessageToKeep => ({
	id,
	time,
	text: `text of ${id}`,
	direction: "incoming",
	arrived: false,
	...more,
});

const keep = (shown: MessageToKeep[], more: Partial<Parameters<typeof keepMessages>[1]> = {}) =>
	keepMessages(shown, { of: lucia, keepDays: 30, now, ...more });

const keptIds = async (conversation = "lucia") => (await keptMessages.of(conversation)).map(({ id }) => id);

beforeEach(async () => {
	const db = await database();
	for (const store of ["keptMessages", "keptConversations", "doNotAnalyse", "followUps"] as const)
		await db.clear(store);
});

describe("what is kept of a message", () => {
	const shown = {
		id: "a",
		direction: "incoming" as const,
		directionFrom: "tail",
		text: "hello",
		author: "Lucía",
		rawTime: "10:38, 10/07/2026",
		time: "2026-07-10T10:38",
		arrived: false,
	};

	it("is its id, its direction, its text and its time as this computer's clock has it", () => {
		expect(messageToKeep(shown)).toEqual({
			id: "a",
			direction: "incoming",
			text: "hello",
			time: new Date(2026, 6, 10, 10, 38).getTime(),
			arrived: false,
		});
	});

	it.each([null, "", "25:99", "soon"])("has no time when the page's is %j: never the time of now", (time) => {
		expect(messageToKeep({ ...shown, time }).time).toBeNull();
	});

	it("ends where it gets long, and with a whole character", () => {
		const text = `${"x".repeat(longestTextKept - 1)}😀 and more`;
		expect(messageToKeep({ ...shown, text }).text).toBe("x".repeat(longestTextKept - 1));
		expect(messageToKeep({ ...shown, text: null }).text).toBeNull();
	});
});

describe("messages", () => {
	it("are kept with their conversation, in the order of the page", async () => {
		await keep([
			message("a", now - 3 * minute, { direction: "outgoing" }),
			message("b", now - 2 * minute),
			message("c", now - 2 * minute),
		]);
		expect(await keptMessages.of("lucia")).toEqual([
			{ id: "a", direction: "outgoing", text: "text of a", time: now - 3 * minute },
			{ id: "b", direction: "incoming", text: "text of b", time: now - 2 * minute },
			{ id: "c", direction: "incoming", text: "text of c", time: now - 2 * minute },
		]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({
			...lucia,
			count: 3,
			lastAt: now - 2 * minute,
			lastDirection: "incoming",
			lastIncomingAt: now - 2 * minute,
			lastOutgoingAt: now - 3 * minute,
		});
	});

	it("told twice are one, in one report and in two, and what is known is not written again", async () => {
		await keep([message("a", now), message("a", now)]);
		const writes = vi.spyOn(IDBObjectStore.prototype, "put");
		expect(await keep([message("a", now)])).toBeUndefined();
		expect(writes).not.toHaveBeenCalled();
		writes.mockRestore();
		expect(await keptIds()).toEqual(["a"]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ count: 1 });
	});

	it("cost a report one transaction", async () => {
		await database();
		const transactions = vi.spyOn(IDBDatabase.prototype, "transaction");
		await keep(Array.from({ length: 200 }, (_, index) => message(`m${index}`, now - minute)));
		expect(transactions).toHaveBeenCalledTimes(1);
		transactions.mockRestore();
	});

	it("of two reports at once are all kept, each once", async () => {
		await Promise.all([
			keep([message("a", now - minute), message("b", now)]),
			keep([message("b", now), message("c", now)]),
		]);
		expect((await keptIds()).toSorted()).toEqual(["a", "b", "c"]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ count: 3 });
	});

	it("of one id in two conversations are two", async () => {
		await keep([message("a", now)]);
		await keep([message("a", now)], { of: { ...lucia, conversation: "bea", name: "Bea" } });
		expect([await keptIds(), await keptIds("bea")]).toEqual([["a"], ["a"]]);
	});

	it("scrolled to later stand above those of the same minute", async () => {
		await keep([message("c", now), message("d", now)]);
		await keep([message("a", now), message("b", now)]);
		expect(await keptIds()).toEqual(["a", "b", "c", "d"]);
	});

	it("that arrive stand below those of the same minute, and so do those below what is known", async () => {
		await keep([message("a", now)]);
		await keep([message("b", now, { arrived: true })]);
		await keep([message("a", now), message("b", now), message("c", now)]);
		expect(await keptIds()).toEqual(["a", "b", "c"]);
	});

	it("keep the name and the number that are known last", async () => {
		await keep([message("a", now)], { of: { conversation: "lucia", chat: { title: "+34" }, name: "+34" } });
		await keep([message("a", now)]);
		expect(await keptMessages.conversation("lucia")).toMatchObject(lucia);
		const { phone: _, ...withoutPhone } = lucia;
		await keep([message("a", now)], { of: withoutPhone });
		expect(await keptMessages.conversation("lucia")).not.toHaveProperty("phone");
	});
});

describe("messages without a time", () => {
	it("stand behind the one before them, or before the first that has one", async () => {
		await keep([message("a", null), message("b", now - 5 * minute), message("c", null)]);
		await keep([message("d", now - minute)]);
		expect(await keptIds()).toEqual(["a", "b", "c", "d"]);
		expect((await keptMessages.of("lucia")).map(({ time }) => time)).toEqual([
			null,
			now - 5 * minute,
			null,
			now - minute,
		]);
	});

	it("keep their order when no message has one, whether scrolled to, arrived or told again", async () => {
		const untimed = (ids: string, more: Partial<MessageToKeep> = {}) =>
			[...ids].map((id) => message(id, null, more));
		await keep(untimed("cd"));
		await keep(untimed("ab"), { now: now + minute });
		await keep(untimed("e", { arrived: true }), { now: now + 2 * minute });
		await keep(untimed("abcdef"), { now: now + 3 * minute });
		expect(await keptIds()).toEqual([..."abcdef"]);
	});

	it("make a conversation recent when they arrive, and not when they are read later", async () => {
		await keep([message("a", now - 5 * day)]);
		await keep([message("a", now - 5 * day), message("b", null)]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({
			lastAt: now - 5 * day,
			lastIncomingAt: now - 5 * day,
		});
		await keep([message("c", null, { arrived: true })]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ lastAt: now, lastIncomingAt: now });
	});

	it("are kept as long as if they were written when they were kept", async () => {
		await keep([message("a", null)]);
		await pruneMessages(30, now + 30 * day);
		expect(await keptIds()).toEqual(["a"]);
		await pruneMessages(30, now + 30 * day + 1);
		expect(await keptIds()).toEqual([]);
	});

	it("go with the old ones they stand among", async () => {
		await keep([message("a", now - 40 * day), message("b", null), message("c", now)]);
		expect(await keptIds()).toEqual(["c"]);
	});
});

describe("who wrote last, and when", () => {
	it("is told of both sides, and of neither where nobody knows who wrote", async () => {
		await keep([message("a", now - minute, { direction: "unknown" })]);
		const first = await keptMessages.conversation("lucia");
		expect(first).toMatchObject({ lastAt: now - minute, lastDirection: "unknown" });
		expect(first).not.toHaveProperty("lastIncomingAt");
		expect(first).not.toHaveProperty("lastOutgoingAt");
		await keep([message("b", now, { direction: "outgoing" })]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({
			lastDirection: "outgoing",
			lastOutgoingAt: now,
		});
	});

	it("is exact for what arrives before our eyes, although the page says the minute alone", async () => {
		const its = now - 30_000;
		expect(await keep([message("a", its, { arrived: true })])).toMatchObject({ lastIncomingAt: now });
		expect(await keep([message("b", its)])).toMatchObject({ lastIncomingAt: now });
		await clearMessages();
		expect(await keep([message("b", its)])).toMatchObject({ lastIncomingAt: its });
		// Long on its way: it was written when the page says.
		expect(await keep([message("c", its - 5 * minute, { arrived: true })])).toMatchObject({
			lastIncomingAt: its,
		});
	});

	it("does not go back when history is scrolled to", async () => {
		await keep([message("b", now - minute, { direction: "outgoing" })]);
		expect(await keep([message("a", now - day)])).toMatchObject({
			lastAt: now - minute,
			lastDirection: "outgoing",
			lastIncomingAt: now - day,
			first: { place: now - day },
		});
	});
});

describe("a clock that jumps", () => {
	it("makes no message newer than the moment it was kept in", async () => {
		await keep([message("a", now + 300 * day)]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ lastAt: now, lastIncomingAt: now });
		await pruneMessages(30, now + 31 * day);
		expect(await keptIds()).toEqual([]);
	});

	it("put back loses nothing and tears no order", async () => {
		await keep([message("a", now)]);
		await keep([message("b", now - 60 * minute, { arrived: true })], { now: now - 60 * minute });
		await pruneMessages(30, now - 300 * day);
		expect((await keptIds()).toSorted()).toEqual(["a", "b"]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ count: 2, lastAt: now });
	});
});

describe("how long", () => {
	it("messages are kept: those older than that are not kept at all, and go on the day", async () => {
		await keep([message("a", now - 31 * day), message("b", now - 29 * day), message("c", now)]);
		expect(await keptIds()).toEqual(["b", "c"]);
		await pruneMessages(30, now + 2 * day);
		expect(await keptIds()).toEqual(["c"]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ count: 1, first: { place: now } });
	});

	it("a conversation is kept: with its last message it goes as well", async () => {
		await keep([message("a", now)]);
		await pruneMessages(1, now + 2 * day);
		expect(await keptMessages.conversation("lucia")).toBeUndefined();
	});

	it("of 0 days removes everything at once", async () => {
		await keep([message("a", now), message("b", null)]);
		await pruneMessages(0, now);
		expect(await keptMessages.amount()).toEqual({ count: 0, bytes: 0 });
		expect(await keptMessages.all()).toEqual([]);
	});

	it("thousands of old messages are kept: they go in parts, from all conversations", async () => {
		for (const conversation of ["one", "two"])
			await keep(
				Array.from({ length: 700 }, (_, index) => message(`m${index}`, now - index * minute)),
				{ of: { ...lucia, conversation } },
			);
		await pruneMessages(1, now + day - 99 * minute);
		for (const conversation of ["one", "two"]) {
			expect(await keptMessages.conversation(conversation)).toMatchObject({ count: 100 });
			expect(await keptIds(conversation)).toHaveLength(100);
		}
	});
});

it("of a chat with 50,000 messages the newest are kept, scrolled down as well as up", async () => {
	const all = Array.from({ length: 50_000 }, (_, index) =>
		message(`m${index}`, now - (50_000 - index) * 1_000),
	);
	const newest = all.slice(-mostMessagesKept).map(({ id }) => id);
	for (let end = all.length; end > 0; end -= 500) await keep(all.slice(end - 500, end));
	expect(await keptIds()).toEqual(newest);
	expect(await keptMessages.conversation("lucia")).toMatchObject({ count: mostMessagesKept });

	await clearMessages();
	for (let start = 44_000; start < all.length; start += 500) await keep(all.slice(start, start + 500));
	expect(await keptIds()).toEqual(newest);
	expect(await (await database()).count("keptMessages")).toBe(mostMessagesKept);
	expect(await keptMessages.conversation("lucia")).toMatchObject({
		count: mostMessagesKept,
		first: { place: all.at(-mostMessagesKept)?.time },
	});
}, 60_000);

describe("conversations of a time", () => {
	const names = ["a", "b", "c", "d", "e"];
	beforeEach(async () => {
		for (const [index, conversation] of names.entries())
			await keep([message("x", now - 10 * day), message("y", now - index * day)], {
				of: { ...lucia, conversation },
			});
	});

	it("are those whose last message was written in it, with all their messages", async () => {
		const time = { from: now - 3 * day, until: now };
		expect(await keptMessages.count(time)).toBe(3);
		const { conversations, next } = await keptMessages.between(time, { limit: 10 });
		expect(conversations.map(({ of }) => of.conversation)).toEqual(["b", "c", "d"]);
		expect(conversations[0]?.messages.map(({ id }) => id)).toEqual(["x", "y"]);
		expect(next).toBeUndefined();
	});

	it("come a few at a time, each once, going on where one stopped", async () => {
		const time = { from: now - 30 * day, until: now + 1 };
		const seen: string[] = [];
		let after: string | undefined;
		do {
			const page = await keptMessages.between(time, { limit: 2, ...(after !== undefined && { after }) });
			seen.push(...page.conversations.map(({ of }) => of.conversation));
			after = page.next;
		} while (after !== undefined);
		expect(seen).toEqual(names);
	});

	it("have their own messages alone, beside others that are not meant, and many of them", async () => {
		const many = Array.from({ length: 600 }, (_, index) => message(`m${index}`, now - 9 * day + index));
		await keep(many, { of: { ...lucia, conversation: "bb" } });
		const between = async (from: number, until: number) => {
			const { conversations } = await keptMessages.between({ from, until }, { limit: 10 });
			return conversations.map(({ of, messages }) => [of.conversation, messages.length]);
		};
		await keep([message("z", now - 8 * day)], { of: { ...lucia, conversation: "dd" } });
		expect(await between(now - 4 * day, now + 1)).toEqual(names.map((name) => [name, 2]));
		expect(await between(now - 9 * day, now - 2 * day)).toEqual([
			["bb", 600],
			["d", 2],
			["dd", 1],
			["e", 2],
		]);
	});

	it("are none in a time that ends before it begins", async () => {
		expect(await keptMessages.count({ from: now, until: now - day })).toBe(0);
		expect(await keptMessages.between({ from: now, until: now - day }, { limit: 5 })).toEqual({
			conversations: [],
		});
	});
});

describe("a conversation that is not to be analysed", () => {
	it("has nothing kept, what there was goes, and its follow-ups; others stay", async () => {
		const bea = { ...lucia, conversation: "bea" };
		await keep([message("a", now)]);
		await keep([message("a", now)], { of: bea });
		await addFollowUps(
			[
				{ followUp: aFollowUp({ id: "lucia 1", conversation: "lucia" }) },
				{ followUp: aFollowUp({ id: "bea 1", conversation: "bea" }) },
			],
			now,
		);
		expect(await mayBeAnalysed(["lucia"])).toBe(true);
		await refuseAnalysis(["lucia"], now);
		expect(await mayBeAnalysed(["lucia"])).toBe(false);
		expect(await keep([message("b", now)])).toBeUndefined();
		expect(await keptIds()).toEqual([]);
		expect(await keptMessages.conversation("lucia")).toBeUndefined();
		expect(await keptIds("bea")).toEqual(["a"]);
		expect((await followUps.all()).map(({ id }) => id)).toEqual(["bea 1"]);
		expect(await refusedConversations.all()).toEqual([{ conversation: "lucia", at: now }]);
	});

	it("stays so when messages are forgotten, and when its phone becomes known", async () => {
		await refuseAnalysis(["lid"], now);
		await clearMessages();
		await pruneMessages(0, now + 400 * day);
		expect(await mayBeAnalysed(["lucia", "lid"])).toBe(false);
		expect(await keep([message("a", now)], { formerly: "lid" })).toBeUndefined();
		expect(await keptIds()).toEqual([]);
	});

	it("is kept again once it may be", async () => {
		await refuseAnalysis(["lucia", "lid"], now);
		await allowAnalysis(["lucia", "lid"]);
		await keep([message("a", now)], { formerly: "lid" });
		expect(await keptIds()).toEqual(["a"]);
		expect(await refusedConversations.all()).toEqual([]);
	});
});

describe("a conversation whose phone becomes known", () => {
	const lid: ConversationNow = {
		conversation: "lid",
		chat: { title: "Lucía", chatId: "1@lid" },
		name: "Lucía",
	};

	it("goes on under its new hash, with its messages and its follow-ups", async () => {
		await keep([message("a", now - day), message("b", now - minute, { direction: "outgoing" })], { of: lid });
		await addFollowUps([{ followUp: aFollowUp({ id: "lid 1", conversation: "lid" }) }], now);
		await keep([message("b", now - minute), message("c", now)], { formerly: "lid" });
		expect(await keptIds()).toEqual(["a", "b", "c"]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({
			...lucia,
			count: 3,
			lastOutgoingAt: now - minute,
		});
		expect(await keptMessages.conversation("lid")).toBeUndefined();
		expect(await keptIds("lid")).toEqual([]);
		expect(await followUps.ofConversation("lucia")).toMatchObject([{ id: "lid 1", phone: lucia.phone }]);
	});

	it("is put together with what there is under the new hash already, each message once", async () => {
		await keep([message("b", now - minute), message("c", now)]);
		await keep([message("a", now - day), message("b", now - minute)], { of: lid });
		await keep([message("d", now, { arrived: true })], { formerly: "lid" });
		expect(await keptIds()).toEqual(["a", "b", "c", "d"]);
		expect(await keptMessages.conversation("lucia")).toMatchObject({ count: 4 });
		expect(await (await database()).count("keptMessages")).toBe(4);
	});
});

it("how much there is is told without reading all of it", async () => {
	await keep([message("a", now - day), message("b", now)]);
	const { count, bytes, since } = await keptMessages.amount();
	expect([count, since]).toEqual([2, now - day]);
	expect(bytes).toBeGreaterThan(100);
});

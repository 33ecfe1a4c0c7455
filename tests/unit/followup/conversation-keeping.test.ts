import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { createConversationKeeping } from "@/entrypoints/background/conversation-keeping";
import { conversationHash } from "@/lib/contacts/conversation-hash";
import type { KeptConversation } from "@/lib/followup/kept-conversation";
import { refuseAnalysis, refusedConversations } from "@/lib/platform/analysis-consent";
import { phoneLinks } from "@/lib/platform/database";
import { clearMessages, keptMessages } from "@/lib/platform/kept-messages";
import { localStorageArea } from "@/lib/platform/storage";
import { settingsKeys } from "@/lib/settings/keys";
import { createSettingsStore } from "@/lib/settings/store";
import type { MessagesReport } from "@/lib/whatsapp/facts";
import { idOf, lid, pageOf, until } from "../contacts/background-world";

const phone = "+34600000001";
const day = 24 * 3_600_000;
let time: number;
const now = () => time;

/** A report of messages of a chat, as the content script sends it. */
function reportOf(chat: Parameters<typeof pageOf>[0], ids = "a"): MessagesReport {
	const facts = pageOf(chat).chat;
	if (!facts) throw new Error("no chat");
	const messages = [...ids].map((id) => ({
		id,
		direction: "incoming" as const,
		directionFrom: "tail",
		text: id,
		author: null,
		rawTime: null,
		time: "2026-03-04T10:00",
		arrived: false,
	}));
	return { chat: facts, messages };
}

const ana = { chatId: idOf(phone) };

function startKeeping() {
	const settings = createSettingsStore({ storage: localStorageArea, managed: async () => ({}), now });
	return { settings, ...createConversationKeeping({ settings, now }) };
}

type Keeping = ReturnType<typeof startKeeping>;
const setDays = (settings: Keeping["settings"], days: number) =>
	settings.update(
		(current) => ({ ...current, followup: { ...current.followup, keep_messages_days: days } }),
		"test",
	);
const keptNames = async () => (await keptMessages.all()).map(({ of }) => of.name);

beforeEach(async () => {
	fakeBrowser.reset();
	time = new Date(2026, 2, 4, 12).getTime();
	await clearMessages();
	await refusedConversations.clear();
	await phoneLinks.clear();
});

describe("messages that the page shows", () => {
	it("are kept under the hash that events have, with whom they are with", async () => {
		await startKeeping().messagesShown(reportOf(ana, "ab"));
		const [kept] = await keptMessages.all();
		expect(kept?.of).toMatchObject({
			conversation: await conversationHash({ phone }),
			chat: { title: "Ana", chatId: idOf(phone) },
			name: "Ana",
			phone,
			count: 2,
		});
		expect(kept?.messages[0]?.time).toBe(new Date(2026, 2, 4, 10).getTime());
	});

	it.each([
		["a group by its id", { chatId: "123-456@g.us" }],
		["a group by its looks", { looksLikeGroup: true }],
		["a channel", { chatId: "123@newsletter" }],
		["a status", { chatId: "status@broadcast" }],
		["somebody who is still being identified", { settled: false }],
		["somebody without a name, a number and an id", { title: "" }],
	])("are not kept of %s", async (_, chat) => {
		await startKeeping().messagesShown(reportOf(chat));
		expect(await keptMessages.amount()).toMatchObject({ count: 0 });
	});

	it("are kept of somebody without a number, and go on under the number once it is known", async () => {
		const keeping = startKeeping();
		await keeping.messagesShown(reportOf({ chatId: lid }, "a"));
		expect(await keptMessages.conversation(await conversationHash({ chatId: lid }))).toMatchObject({
			count: 1,
		});
		await phoneLinks.put({ chatId: lid, phone, source: "by-hand" });
		await keeping.messagesShown(reportOf({ chatId: lid }, "ab"));
		const all = await keptMessages.all();
		expect(all.map(({ of, messages }) => [of.phone, messages.map(({ id }) => id).join("")])).toEqual([
			[phone, "ab"],
		]);
	});

	it("of a chat that was refused without a number are not kept under its number either", async () => {
		const keeping = startKeeping();
		await refuseAnalysis([await conversationHash({ chatId: lid })], now());
		await phoneLinks.put({ chatId: lid, phone, source: "by-hand" });
		await keeping.messagesShown(reportOf({ chatId: lid }));
		expect(await keptNames()).toEqual([]);
	});

	it("are told of to whoever listens, when there are new ones", async () => {
		const keeping = startKeeping();
		const told: KeptConversation[] = [];
		keeping.onKept((conversation) => told.push(conversation));
		await keeping.messagesShown(reportOf(ana, "a"));
		await keeping.messagesShown(reportOf(ana, "a"));
		await keeping.messagesShown(reportOf(ana, "ab"));
		expect(told.map(({ count }) => count)).toEqual([1, 2]);
	});

	it("that the browser refuses to store are lost, and no failure", async () => {
		const keeping = startKeeping();
		const put = vi.spyOn(IDBObjectStore.prototype, "put").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		await expect(keeping.messagesShown(reportOf(ana))).resolves.toBeUndefined();
		put.mockRestore();
		await keeping.messagesShown(reportOf(ana));
		expect(await keptNames()).toEqual(["Ana"]);
	});
});

describe("how long they are kept", () => {
	it("is what is set: with 0 days what is there goes at once, and nothing is kept", async () => {
		const keeping = startKeeping();
		await keeping.messagesShown(reportOf(ana));
		expect(await keptNames()).toEqual(["Ana"]);
		await setDays(keeping.settings, 0);
		await until(async () => expect(await keptNames()).toEqual([]));
		await keeping.messagesShown(reportOf(ana));
		expect(await keptNames()).toEqual([]);
	});

	it("holds for what is being stored while it is set", async () => {
		const keeping = startKeeping();
		const storing = [..."abcdefgh"].map((id) => keeping.messagesShown(reportOf(ana, id)));
		await Promise.all([...storing, setDays(keeping.settings, 0)]);
		await until(async () => expect(await keptMessages.amount()).toMatchObject({ count: 0 }));
	});

	it("is looked at every day", async () => {
		const keeping = startKeeping();
		await keeping.messagesShown(reportOf(ana));
		time += 29 * day;
		await fakeBrowser.alarms.onAlarm.trigger({ name: "prune-kept-messages", scheduledTime: time });
		// Whatever is asked for now comes after it.
		await keeping.decide([], true);
		expect(await keptNames()).toEqual(["Ana"]);
		time += 2 * day;
		await fakeBrowser.alarms.onAlarm.trigger({ name: "prune-kept-messages", scheduledTime: time });
		await keeping.decide([], true);
		expect(await keptNames()).toEqual([]);
	});

	it("is unknown when the settings cannot be read: nothing is kept then, and nothing deleted", async () => {
		const keeping = startKeeping();
		await keeping.messagesShown(reportOf(ana, "a"));
		await localStorageArea.set({ [settingsKeys.settings]: { version: 5, followup: "?" } });
		const broken = startKeeping();
		await broken.messagesShown(reportOf(ana, "ab"));
		time += 400 * day;
		await fakeBrowser.alarms.onAlarm.trigger({ name: "prune-kept-messages", scheduledTime: time });
		await broken.decide([], true);
		expect((await keptMessages.all()).map(({ of }) => of.count)).toEqual([1]);
	});
});

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser } from "wxt/testing";
import { createFollowUpRuns } from "@/entrypoints/background/follow-up";
import { act, noteCustomers, noteMessages } from "@/entrypoints/background/follow-up-after";
import { conversationHash } from "@/lib/contacts/conversation-hash";
import type { Identity } from "@/lib/contacts/identity";
import type { MessageToKeep } from "@/lib/followup/kept-conversation";
import { allowAnalysis, refuseAnalysis } from "@/lib/platform/analysis-consent";
import { allDeliveries, clearDeliveries } from "@/lib/platform/deliveries";
import { followUpRuns, followUps, learnedWeights } from "@/lib/platform/follow-ups";
import { keepMessages } from "@/lib/platform/keep-messages";
import { clearMessages } from "@/lib/platform/kept-messages";
import { leftAlone } from "@/lib/platform/left-alone";
import { followUpRunValue, followUpStateValue, localStorageArea } from "@/lib/platform/storage";
import { createSettingsStore } from "@/lib/settings/store";
import type { MessagesReport } from "@/lib/whatsapp/facts";
import { asked, customer, dayMs, hourMs, order, rules } from "./follow-up-world";

/** Wednesday, 2026-03-04. */
const wednesday = (time: string) => new Date(`2026-03-04T${time}`).getTime();
const phone = "+34612345678";
const chatId = "34612345678@c.us";

let now: number;
/** The events that are selected. */
let wanted: string[];

/** What the background has of the browser, but for the CRM and a model. */
function services() {
	const settings = createSettingsStore({
		storage: localStorageArea,
		managed: async () => ({}),
		now: () => now,
	});
	return {
		settings,
		now: () => now,
		outbox: {
			wants: async (event: string) => wanted.includes(event),
			guard: async (store: () => Promise<unknown>) => void (await store()),
			run: async () => undefined,
		},
	} as unknown as Parameters<typeof createFollowUpRuns>[0];
}

async function set(followup: Partial<typeof rules>): Promise<void> {
	await services().settings.update(
		(current) => ({ ...current, followup: { ...rules, ...followup } }),
		"test",
	);
}

/** Messages of somebody who asked for a price and fell silent then. */
async function keep(lastAt: number, of = phone): Promise<string> {
	const conversation = await conversationHash({ phone: of });
	const shown: MessageToKeep[] = asked(lastAt).map((one) => ({ ...one, arrived: false }));
	const chat = { title: "Lucía", chatId: `${of.slice(1)}@c.us` };
	await keepMessages(shown, { of: { conversation, chat, name: "Lucía", phone: of }, keepDays: 365, now });
	return conversation;
}

const states = async () => (await followUps.all()).map(({ state }) => state);
/** A busy machine takes its time. */
const patiently = { timeout: 10_000 };
const ended = (count: number) =>
	vi.waitFor(async () => {
		const runs = await followUpRuns.list();
		expect(runs).toHaveLength(count);
		// And nothing of it is left to do.
		expect(await followUpStateValue.get()).not.toHaveProperty("work");
		return runs;
	}, patiently);

beforeEach(async () => {
	fakeBrowser.reset();
	vi.spyOn(fakeBrowser.i18n, "getUILanguage").mockReturnValue("en-GB");
	vi.stubGlobal("navigator", { locks: { request: (_: string, task: () => Promise<void>) => task() } });
	now = wednesday("08:00");
	wanted = ["followup.detected", "followup.replied", "followup.converted"];
	await Promise.all([followUps.clear(), followUpRuns.clear(), learnedWeights.clear(), clearMessages()]);
	await clearDeliveries();
});

describe("runs", () => {
	it("come at their hour, once", async () => {
		await set({});
		createFollowUpRuns(services());
		await vi.waitFor(async () => expect(await fakeBrowser.alarms.get("follow-up")).toBeDefined(), patiently);
		expect((await fakeBrowser.alarms.get("follow-up"))?.scheduledTime).toBeLessThanOrEqual(
			Date.now() + hourMs,
		);
		await keep(now - 2 * dayMs);
		now = wednesday("09:00");
		createFollowUpRuns(services());
		expect(await ended(1)).toMatchObject([{ by: "schedule", found: 1, total: 1, done: 1 }]);
		createFollowUpRuns(services());
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await followUpRuns.list()).toHaveLength(1);
		expect(await allDeliveries()).toMatchObject([{ event: "followup.detected", phone }]);
	});

	it("that were missed are made up by one", async () => {
		await set({});
		createFollowUpRuns(services());
		await vi.waitFor(async () => expect(await followUpStateValue.get()).toHaveProperty("mark"), patiently);
		now += 5 * dayMs;
		await keep(now - 2 * dayMs);
		createFollowUpRuns(services());
		expect(await ended(1)).toMatchObject([{ by: "made-up", found: 1 }]);
	});

	it("are not made while the follow-up is off, and nothing from then is made up", async () => {
		await set({ enabled: false });
		createFollowUpRuns(services());
		now += 5 * dayMs;
		await set({});
		createFollowUpRuns(services());
		await vi.waitFor(async () => expect(await followUpStateValue.get()).toHaveProperty("mark"), patiently);
		expect(await followUpRuns.list()).toEqual([]);
	});

	it("are made by hand while it is off, and tell how far they are", async () => {
		await set({ enabled: false });
		await keep(now - 2 * dayMs);
		const runs = createFollowUpRuns(services());
		expect(await runs.runNow()).toBe(true);
		expect(await runs.runNow()).toBe(false);
		await ended(1);
		expect(await followUpRunValue.get()).toMatchObject({ by: "hand", found: 1, endedAt: now });
		expect(await states()).toEqual(["due"]);
	});

	it("that a worker left are taken up by the next, as far as they were", async () => {
		await set({ enabled: false });
		const conversation = await keep(now - 2 * dayMs);
		const run = {
			id: 7,
			startedAt: now,
			by: "hand",
			total: 9,
			done: 9,
			found: 0,
			skipped: { bought: 8 },
			kept: 0,
		};
		await followUpStateValue.set({
			waiting: {},
			work: {
				run,
				at: now,
				waiting: [],
				after: null,
				waitingDone: true,
				found: [{ conversation, score: 1, isEnough: true }],
				taken: 0,
				askedBelow: 0,
				kept: [],
			},
		});
		createFollowUpRuns(services());
		expect(await ended(1)).toMatchObject([{ id: 7, done: 9, found: 1, skipped: { bought: 8 } }]);
		expect(await states()).toEqual(["due"]);
	});

	it("store no event where nobody wants it", async () => {
		await set({ enabled: false });
		wanted = [];
		await keep(now - 2 * dayMs);
		await createFollowUpRuns(services()).runNow();
		await ended(1);
		expect(await states()).toEqual(["due"]);
		expect(await allDeliveries()).toEqual([]);
	});

	it("are previewed without a trace", async () => {
		await set({ enabled: false });
		await keep(now - 2 * dayMs);
		await keep(now - hourMs, "+34699888777");
		await keep(now - 20 * dayMs, "+34699888666");
		const previewed = await createFollowUpRuns(services()).preview();
		// Also who is older than a run looks.
		expect(previewed).toMatchObject([
			{ found: true, name: "Lucía", attempt: 1, writer: "built-in" },
			{ found: false },
			{ found: false },
		]);
		expect(previewed.map((one) => !one.found && one.reason)).toEqual(
			expect.arrayContaining(["not-silent-long-enough", "too-old"]),
		);
		expect(await followUps.all()).toEqual([]);
		expect(await followUpRuns.list()).toEqual([]);
		expect(await followUpStateValue.get()).toBeFalsy();
	});

	it("that fail again and again are ended, and the next one is begun", async () => {
		await set({ enabled: false });
		await keep(now - 2 * dayMs);
		const broken = vi.spyOn(followUps, "ofConversations").mockRejectedValue(new Error("The disk is full."));
		await createFollowUpRuns(services()).runNow();
		for (let workers = 1; workers < 5; workers++) {
			await vi.waitFor(async () =>
				expect(await followUpStateValue.get()).toMatchObject({ work: { failures: workers } }),
			);
			expect(await followUpRuns.list()).toEqual([]);
			createFollowUpRuns(services());
		}
		expect(await ended(1)).toMatchObject([{ found: 0, endedAt: now }]);
		broken.mockRestore();
		now += 1;
		expect(await createFollowUpRuns(services()).runNow()).toBe(true);
		expect((await ended(2))[0]).toMatchObject({ found: 1 });
	});

	it("are neither begun nor forgotten while the settings cannot be read", async () => {
		await set({});
		createFollowUpRuns(services());
		await vi.waitFor(async () => expect(await followUpStateValue.get()).toHaveProperty("mark"), patiently);
		const stored = await localStorageArea.get("settings");
		await localStorageArea.set({ settings: "damaged" });
		now += 5 * dayMs;
		createFollowUpRuns(services());
		await new Promise((resolve) => setTimeout(resolve, 50));
		expect(await followUpStateValue.get()).toHaveProperty("mark");
		await localStorageArea.set({ settings: stored });
		createFollowUpRuns(services());
		expect(await ended(1)).toMatchObject([{ by: "made-up" }]);
	});

	it("count who waits for the CRM once, and note why each is left alone", async () => {
		await set({ enabled: false });
		const waits = await keep(now - 2 * dayMs);
		const old = await keep(now - 30 * dayMs, "+34699888666");
		await keep(now - hourMs, "+34699888777");
		await followUpStateValue.set({ waiting: { [waits]: now - hourMs, [old]: now - hourMs } });
		await createFollowUpRuns(services()).runNow();
		expect(await ended(1)).toMatchObject([{ total: 3, done: 3, found: 2 }]);
		expect(await leftAlone()).toEqual([{ reason: "not-silent-long-enough", at: now }]);
		now += hourMs;
		await createFollowUpRuns(services()).runNow();
		await ended(2);
		expect((await leftAlone()).map(({ reason }) => reason).toSorted()).toEqual([
			"not-silent-long-enough",
			"open-already",
		]);
		// A message that comes changes nothing of it, and with the conversation it goes.
		await keep(now);
		expect(await leftAlone()).toHaveLength(2);
		await refuseAnalysis([waits], now);
		expect(await leftAlone()).toHaveLength(1);
		await allowAnalysis([waits]);
	});

	it("tell in a preview who words the message", async () => {
		const template = { text: "Mine", language: null, outcome: null, objection: null, attempt: null };
		await keep(now - 2 * dayMs);
		const writer = async (more: Partial<typeof rules>) => {
			await set({ enabled: false, ...more });
			const [one] = await createFollowUpRuns(services()).preview();
			return one?.found ? one.writer : undefined;
		};
		await set({});
		expect(await writer({})).toBe("built-in");
		await services().settings.update(
			(current) => ({
				...current,
				assistant: {
					...current.assistant,
					provider: "openai-compatible",
					base_url: "https://model.example/v1",
					model: "one",
				},
			}),
			"test",
		);
		expect(await writer({})).toBe("model");
		expect(await writer({ use_model: false })).toBe("built-in");
		expect(await writer({ templates: [template] })).toBe("own-wording");
	});

	it("find nothing where no messages are kept", async () => {
		await set({ enabled: false });
		await createFollowUpRuns(services()).runNow();
		expect(await ended(1)).toMatchObject([{ total: 0, found: 0, skipped: {} }]);
	});
});

describe("what comes after", () => {
	const reading = (value: string) => ({ value, strategy: "x", sureness: "certain" }) as const;
	/** A message of the chat, as the page tells of it. */
	const report = (direction: "incoming" | "outgoing", more: object = { arrived: true }): MessagesReport => ({
		chat: { title: reading("Lucía"), chatId: reading(chatId), looksLikeGroup: false, settled: true },
		messages: [
			{
				id: `${direction}${now}`,
				direction,
				directionFrom: "tick",
				text: "Hola",
				author: null,
				rawTime: null,
				time: null,
				arrived: false,
				...more,
			},
		],
	});
	const identity: Identity = {
		kind: "contact",
		name: "Lucía",
		phone,
		phoneDisplay: phone,
		source: "chat-id",
		chatId,
		relatedPhones: [],
	};

	beforeEach(async () => {
		await set({ enabled: false });
		await keep(now - 2 * dayMs);
		await createFollowUpRuns(services()).runNow();
		await ended(1);
		await clearDeliveries();
		now += hourMs;
	});

	const events = async () => (await allDeliveries()).map(({ event }) => event);
	const only = async () => (await followUps.all())[0];

	it("is a reply once we have written, told once", async () => {
		await noteMessages(services(), report("outgoing"));
		expect(await only()).toMatchObject({ state: "contacted", contactedAt: now });
		now += 1;
		await noteMessages(services(), report("incoming"));
		await noteMessages(services(), report("incoming"));
		expect(await states()).toEqual(["replied"]);
		expect(await events()).toEqual(["followup.replied"]);
	});

	it("is nothing for messages from before, or without a time", async () => {
		await noteMessages(services(), report("outgoing", { time: "2026-03-02T07:59" }));
		await noteMessages(services(), report("incoming", { time: null }));
		expect(await states()).toEqual(["due"]);
	});

	it("is nothing for what is written in a group of that name", async () => {
		const { chat, messages } = report("outgoing");
		const group = { ...chat, chatId: reading("123456789012345678@g.us"), looksLikeGroup: true };
		await noteMessages(services(), { chat: group, messages });
		expect(await states()).toEqual(["due"]);
	});

	it("is a success when the card shows an order after the contact", async () => {
		const { id } = (await only()) ?? { id: "" };
		expect(await act(services(), id, { do: "contacted" })).toMatchObject({ ok: true });
		const before = [customer([order(new Date(now - dayMs).toISOString())])];
		await noteCustomers(services(), identity, before);
		expect(await states()).toEqual(["contacted"]);
		await noteCustomers(services(), identity, [customer([order(new Date(now + 1).toISOString())])]);
		expect(await only()).toMatchObject({ state: "converted", order: "CS-1" });
		expect(await events()).toEqual(["followup.converted"]);
	});

	it("is learned from a dismissal, and forgotten when that is taken back", async () => {
		const { id } = (await only()) ?? { id: "" };
		await act(services(), id, { do: "dismiss", because: "not-a-sale" });
		expect(Object.values(await learnedWeights.get())).toContain(0.9);
		await act(services(), id, { do: "reopen" });
		expect(await learnedWeights.get()).toEqual({});
		expect(await states()).toEqual(["due"]);
		expect(await events()).toEqual([]);
	});

	it("is refused for what is no longer there", async () => {
		expect(await act(services(), "nobody 1", { do: "contacted" })).toEqual({
			ok: false,
			failure: { reason: "gone" },
		});
	});
});

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { FollowUpRun } from "@/lib/followup/follow-up";
import { allDeliveries, clearDeliveries } from "@/lib/platform/deliveries";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import {
	addFollowUps,
	changeFollowUp,
	followUpRuns,
	followUps,
	learnedWeights,
} from "@/lib/platform/follow-ups";
import { database } from "@/lib/platform/open-database";
import type { NewDelivery } from "@/lib/webhooks/delivery";
import { aFollowUp } from "./a-follow-up";

const day = 24 * 3_600_000;
const now = Date.parse("2026-03-04T12:00:00Z");

const event = (id: string): NewDelivery => ({
	id,
	event: "followup.detected",
	body: "{}",
	conversationHash: "one",
});

beforeEach(async () => {
	await followUps.clear();
	await followUpRuns.clear();
	await learnedWeights.clear();
	await clearDeliveries();
});

describe("follow-ups", () => {
	it("are stored with the events that tell of them, and without one where none does", async () => {
		const added = await addFollowUps(
			[{ followUp: aFollowUp(), event: event("evt_1") }, { followUp: aFollowUp({ id: "two 1" }) }],
			now,
		);
		expect(added.map(({ id }) => id)).toEqual(["one 1", "two 1"]);
		expect(await followUps.all()).toHaveLength(2);
		expect(await allDeliveries()).toMatchObject([{ id: "evt_1", status: "pending", storedAt: now }]);
	});

	it("found a second time are left as they are, and nothing is told of them", async () => {
		await addFollowUps([{ followUp: aFollowUp(), event: event("evt_1") }], now);
		await changeFollowUp("one 1", (followUp) => ({ followUp: { ...followUp, state: "contacted" } }), now);
		const again = { followUp: aFollowUp(), event: event("evt_again") };
		expect(await addFollowUps([again, again], now)).toEqual([]);
		expect(await followUps.get("one 1")).toMatchObject({ state: "contacted" });
		expect(await allDeliveries()).toHaveLength(1);
	});

	it("are not stored when their event is not, and the other way round", async () => {
		const put = vi.spyOn(IDBObjectStore.prototype, "add").mockImplementation(() => {
			throw new DOMException("full", "QuotaExceededError");
		});
		await expect(addFollowUps([{ followUp: aFollowUp(), event: event("evt_1") }], now)).rejects.toThrow();
		put.mockRestore();
		expect(await followUps.all()).toEqual([]);
		expect(await allDeliveries()).toEqual([]);
		expect(await deliveryCounts()).toMatchObject({ pending: 0 });

		// What cannot be stored at all takes its event with it.
		const broken = { followUp: { ...aFollowUp(), name: (() => "") as never }, event: event("evt_1") };
		await expect(addFollowUps([broken], now)).rejects.toThrow();
		expect(await allDeliveries()).toEqual([]);
	});

	it("change together with the event of the change", async () => {
		await addFollowUps([{ followUp: aFollowUp() }], now);
		const changed = await changeFollowUp(
			"one 1",
			(followUp) => ({
				followUp: { ...followUp, state: "replied", repliedAt: now },
				event: { ...event("evt_replied"), event: "followup.replied" },
			}),
			now,
		);
		expect(changed).toMatchObject({ state: "replied", repliedAt: now });
		expect(await followUps.get("one 1")).toEqual(changed);
		expect(await allDeliveries()).toMatchObject([{ id: "evt_replied", event: "followup.replied" }]);
	});

	it("stay as they are when there is nothing to change, or none of that id", async () => {
		await addFollowUps([{ followUp: aFollowUp() }], now);
		expect(await changeFollowUp("one 1", () => undefined, now)).toEqual(aFollowUp());
		expect(await changeFollowUp("none", (followUp) => ({ followUp }), now)).toBeUndefined();
		expect(await followUps.all()).toEqual([aFollowUp()]);
	});

	it("are listed by state, the last found first; of a conversation, and from a time on, the first found first", async () => {
		const one = (id: string, foundAt: number, state: "due" | "snoozed" | "dismissed") => ({
			followUp: aFollowUp({ id, foundAt, state, conversation: foundAt > 2 ? "one" : "two" }),
		});
		await addFollowUps(
			[one("d", 4, "due"), one("a", 1, "due"), one("b", 2, "snoozed"), one("c", 3, "due")],
			now,
		);
		const ids = (list: { id: string }[]) => list.map(({ id }) => id).join("");
		expect(ids(await followUps.list({ state: "due", limit: 10 }))).toBe("dca");
		expect(ids(await followUps.list({ state: "due", limit: 2 }))).toBe("dc");
		expect(ids(await followUps.list({ state: "contacted", limit: 2 }))).toBe("");
		expect(ids(await followUps.list({ limit: 3 }))).toBe("dcb");
		expect(ids(await followUps.ofConversation("one"))).toBe("cd");
		const several = await followUps.ofConversations(["one", "nobody"]);
		expect([...several.keys()]).toEqual(["one"]);
		expect(ids(several.get("one") ?? [])).toBe("cd");
		expect(ids(await followUps.since(2))).toBe("bcd");
		expect(await followUps.amount()).toMatchObject({ count: 4, since: 1 });
	});

	it("lose the customer's sentences with the messages, and go when no attempt counts any more", async () => {
		await addFollowUps(
			[
				{ followUp: aFollowUp({ id: "new", foundAt: now - 29 * day }) },
				{ followUp: aFollowUp({ id: "older", foundAt: now - 31 * day }) },
				{ followUp: aFollowUp({ id: "oldest", foundAt: now - 401 * day }) },
			],
			now,
		);
		await followUps.prune(30, now);
		const sentences = async () =>
			(await followUps.all()).map(({ id, finding }) => [
				id,
				finding.evidence.map(({ sentence }) => sentence),
			]);
		expect(await sentences()).toEqual([
			["older", [""]],
			["new", ["How much is it?"]],
		]);
		expect((await followUps.get("older"))?.finding.evidence[0]).toMatchObject({
			weight: 0.4,
			messageId: "a",
		});
		await followUps.prune(0, now);
		expect(await sentences()).toEqual([
			["older", [""]],
			["new", [""]],
		]);
	});
});

describe("runs", () => {
	const run = (id: number): FollowUpRun => ({
		id,
		startedAt: id,
		by: "schedule",
		total: 1,
		done: 0,
		found: 0,
		skipped: {},
		kept: 0,
	});

	it("are kept under their id while they go on, the last 50 of them, newest first", async () => {
		for (let id = 1; id <= 52; id++) await followUpRuns.put(run(id));
		await followUpRuns.put({ ...run(52), done: 1, endedAt: 60 });
		const runs = await followUpRuns.list();
		expect(runs.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => 52 - index));
		expect(runs[0]).toMatchObject({ done: 1, endedAt: 60 });
	});
});

it("what was learned is nothing at first, and can be forgotten", async () => {
	expect(await learnedWeights.get()).toEqual({});
	await learnedWeights.set({ "price-asked": 0.8 });
	expect(await learnedWeights.get()).toEqual({ "price-asked": 0.8 });
	await learnedWeights.clear();
	expect(await learnedWeights.get()).toEqual({});
	expect(await (await database()).getAllKeys("values")).not.toContain("follow-up-weights");
});

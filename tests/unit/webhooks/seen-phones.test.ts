import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { deliveryCounts } from "@/lib/platform/delivery-counts";
import { database } from "@/lib/platform/open-database";
import { outboxStore } from "@/lib/platform/outbox-store";
import { alreadySeen, rememberPhones, seenPhones } from "@/lib/platform/seen-phones";
import { event } from "./outbox-world";

const [ana, luis] = ["+34612345678", "+34699888777"];
const now = Date.parse("2026-03-04T12:00:00Z");

const stored = async () => (await database()).getAllKeysFromIndex("deliveries", "id");
const seen = async (...phones: string[]) => [...(await alreadySeen(phones))];

beforeEach(async () => {
	const db = await database();
	for (const name of db.objectStoreNames) await db.clear(name);
});

describe("a phone and its event", () => {
	it("are stored together", async () => {
		expect(await rememberPhones([{ phone: ana, event: event("a") }, { phone: luis }], now)).toBe(1);
		expect(await seen(ana, luis, "+34600000000")).toEqual([ana, luis]);
		expect(await outboxStore.claim(10, now)).toMatchObject([{ id: "a", status: "pending" }]);
	});

	it("are both missing when the browser cannot store the event", async () => {
		// Nothing that can be stored, as a full disk makes of anything.
		const unstorable = { ...event("b"), body: (() => "") as never };
		const both = [
			{ phone: ana, event: event("a") },
			{ phone: luis, event: unstorable },
		];
		await expect(rememberPhones(both, now)).rejects.toThrow();
		expect(await seen(ana, luis)).toEqual([]);
		expect(await stored()).toEqual([]);
		expect(await deliveryCounts()).toMatchObject({ pending: 0 });
		// They are new when they are met again.
		expect(await rememberPhones([{ phone: ana, event: event("a") }], now)).toBe(1);
	});

	it("make no second event for a phone that is known by then, nor for one that comes twice", async () => {
		await rememberPhones([{ phone: ana, event: event("a") }], now);
		const again = [
			{ phone: ana, event: event("a2") },
			{ phone: luis, event: event("b") },
			{ phone: luis, event: event("b2") },
		];
		expect(await rememberPhones(again, now + 1)).toBe(1);
		expect((await seenPhones.all()).toSorted((one, other) => one.at - other.at)).toEqual([
			{ phone: ana, at: now },
			{ phone: luis, at: now + 1 },
		]);
		expect(await deliveryCounts()).toMatchObject({ pending: 2 });
	});
});

it("one phone that is forgotten is new again, the others are not", async () => {
	await rememberPhones([{ phone: ana }, { phone: luis }], now);
	await seenPhones.forget(ana);
	expect(await seen(ana, luis)).toEqual([luis]);
	await seenPhones.forget();
	expect(await seen(ana, luis)).toEqual([]);
});

import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import { cards, phoneLinks } from "@/lib/platform/database";

const answer = { found: false, customers: [], more: [], problems: [] };
const card = (key: string, fetchedAt: number) => ({ key, fetchedAt, answer });

beforeEach(() => cards.clear());

describe("cards", () => {
	it("are kept by their key, the last one put", async () => {
		expect(await cards.get("a")).toBeUndefined();
		await cards.put(card("a", 1));
		await cards.put(card("a", 2));
		expect(await cards.get("a")).toEqual(card("a", 2));
		expect(await cards.get("b")).toBeUndefined();
	});

	it("above two thousand go, the oldest first", async () => {
		// The newest are put first: what counts is when they were fetched.
		const times = Array.from({ length: 2_003 }, (_, index) => 2_003 - index);
		await Promise.all(times.map((time) => cards.put(card(`card ${time}`, time))));
		await cards.prune();
		const kept = await Promise.all([1, 2, 3, 4, 2_003].map((time) => cards.get(`card ${time}`)));
		expect(kept.map((one) => one?.fetchedAt)).toEqual([undefined, undefined, undefined, 4, 2_003]);
	});

	it("below the limit all stay", async () => {
		await cards.put(card("a", 1));
		await cards.prune();
		expect(await cards.get("a")).toBeDefined();
	});
});

it("remembers a number for a chat id until it is taken back", async () => {
	const link = { chatId: "987@lid", phone: "+34612345678", source: "page" } as const;
	await phoneLinks.put(link);
	expect(await phoneLinks.get("987@lid")).toEqual(link);
	await phoneLinks.put({ ...link, source: "by-hand" });
	expect((await phoneLinks.get("987@lid"))?.source).toBe("by-hand");
	await phoneLinks.remove("987@lid");
	await phoneLinks.remove("987@lid");
	expect(await phoneLinks.get("987@lid")).toBeUndefined();
});

it("forgets all numbers at once, in memory too", async () => {
	const link = { chatId: "1@lid", phone: "+34612345678", source: "page" } as const;
	await phoneLinks.put(link);
	expect(await phoneLinks.all()).toEqual([link]);
	await phoneLinks.clear();
	expect(await phoneLinks.all()).toEqual([]);
	expect(await phoneLinks.get("1@lid")).toBeUndefined();
});

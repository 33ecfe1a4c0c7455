import "fake-indexeddb/auto";
import { beforeEach, describe, expect, it } from "vitest";
import type { IdentityRecord } from "@/lib/contacts/customer-link";
import type { IdentityKey } from "@/lib/contacts/identity-key";
import { customerLinks } from "@/lib/platform/customer-links";
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

describe("linked customers", () => {
	const link = { customerId: "7", customerName: "Ana", phones: [], at: 1, by: "hand" } as const;
	const record = (key: IdentityKey): IdentityRecord => ({ key, rejected: [], link: { ...link, phones: [] } });
	const phone = record("phone:+34612345678");
	const lid = record("lid:987@lid");
	beforeEach(() => customerLinks.clear());

	it("are read by their keys, in the order asked for", async () => {
		expect(await customerLinks.of([lid.key])).toEqual([{ key: lid.key, rejected: [] }]);
		await customerLinks.put([phone, lid]);
		expect(await customerLinks.of([lid.key, "username:@nora", phone.key])).toEqual([
			lid,
			{ key: "username:@nora", rejected: [] },
			phone,
		]);
		expect(await customerLinks.of([])).toEqual([]);
	});

	it("come with those of the same customer", async () => {
		const nobody: IdentityRecord = { key: "lid:1@lid", rejected: ["7"] };
		await customerLinks.put([phone, lid, nobody]);
		expect(await customerLinks.around([phone.key])).toEqual({ records: [phone], siblings: [lid, phone] });
		expect(await customerLinks.around([nobody.key])).toEqual({ records: [nobody], siblings: [] });
	});

	it("leave nothing behind once they say nothing, or are forgotten", async () => {
		await customerLinks.put([phone, lid]);
		await customerLinks.put([{ key: phone.key, rejected: [] }]);
		expect(await customerLinks.all()).toEqual([lid]);
		await customerLinks.clear();
		expect(await customerLinks.of([lid.key])).toEqual([{ key: lid.key, rejected: [] }]);
		expect(await customerLinks.amount()).toEqual({ count: 0, bytes: 0 });
	});

	it("are counted, and measured as JSON", async () => {
		await customerLinks.put([phone, lid]);
		const bytes = JSON.stringify(phone).length + JSON.stringify(lid).length;
		expect(await customerLinks.amount()).toEqual({ count: 2, bytes });
	});
});

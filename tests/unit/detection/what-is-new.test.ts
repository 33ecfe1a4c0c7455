import { describe, expect, it } from "vitest";
import type { Identity } from "@/lib/contacts/identity";
import { phonesOfConversation } from "@/lib/detection/phones-of-conversation";
import { type Sighting, type WhatIsNewOptions, whatIsNew } from "@/lib/detection/what-is-new";

const installedAt = new Date(2026, 2, 12, 10, 30, 40).getTime();
const ana = "+34612345678";
const luis = "+34600111222";
const before = "2026-03-12T10:29";
const sameMinute = "2026-03-12T10:30";
const after = "2026-03-12T10:31";

const contact = (phone: string): Sighting => ({ source: "contact", phone });
const message = (phone: string, time: string | null, live = false): Sighting => ({
	source: "message",
	phone,
	time,
	live,
});

function decide(sightings: Sighting[], options: Partial<WhatIsNewOptions> = {}, seen: string[] = []) {
	return whatIsNew(sightings, {
		installedAt,
		announceHistory: false,
		ownPhones: [],
		alreadySeen: async () => new Set(seen),
		...options,
	});
}

describe("what is announced", () => {
	it.each([
		["a contact", contact(ana), true],
		["a message after the installation", message(ana, after), true],
		["a message after the installation that arrived while watching", message(ana, after, true), true],
		["a message before the installation", message(ana, before), false],
		["a message said to be live that is older than the installation", message(ana, before, true), false],
		["a message of the installation's minute", message(ana, sameMinute), false],
		["a live message of the installation's minute", message(ana, sameMinute, true), true],
		["a message without a time", message(ana, null), false],
		["a live message without a time", message(ana, null, true), true],
		["a message with a broken time", message(ana, "yesterday"), false],
	])("%s: %#", async (_what, sighting, announced) => {
		expect(await decide([sighting])).toEqual({ remember: [sighting], announce: announced ? [sighting] : [] });
	});

	it("announces history when the user wants it", async () => {
		const old = [message(ana, before), message(luis, null)];
		expect(await decide(old, { announceHistory: true })).toEqual({ remember: old, announce: old });
	});

	it("does nothing about a phone this profile has seen", async () => {
		const found = [contact(ana), message(ana, after, true), message(luis, after)];
		const { remember, announce } = await decide(found, { announceHistory: true }, [ana]);
		expect(remember).toEqual([message(luis, after)]);
		expect(announce).toEqual(remember);
	});

	it("never takes the user's own number, not even as a contact", async () => {
		const found = [contact(ana), message(ana, after)];
		expect(await decide(found, { ownPhones: [ana] })).toEqual({ remember: [], announce: [] });
	});

	it.each([
		"",
		"hello",
		"+",
		"+34",
		"612345678",
		"+34 612 345 678",
		"0034612345678",
		"+999612345678",
		"+3461234567899999",
	])("never takes %j for a phone", async (phone) => {
		expect(await decide([contact(phone), message(phone, after, true)])).toEqual({
			remember: [],
			announce: [],
		});
	});
});

describe("several sightings of one phone", () => {
	const old = message(ana, before);
	const fresh = message(ana, after);
	it.each([
		["the contact wins over messages", [old, fresh, contact(ana)], contact(ana)],
		["a message that is no history wins over history", [old, fresh], fresh],
		["whatever their order", [fresh, old], fresh],
		["the first of equals wins", [old, message(ana, null)], old],
	])("%s", async (_rule, sightings, winner) => {
		expect((await decide(sightings)).remember).toEqual([winner]);
	});
});

describe("a batch", () => {
	it("of 5,000 pasted messages is one question, each phone in it once", async () => {
		const text = (index: number) =>
			`Ana ${index % 7}: +34 6${String(index % 1000).padStart(8, "0")} o wa.me/34600111222`;
		const sightings = phonesOfConversation({
			identity: { kind: "group", name: "Ventas" },
			messages: Array.from({ length: 5_000 }, (_, index) => ({ text: text(index), time: null, live: true })),
			ownPhones: [],
		});
		expect(sightings).toHaveLength(10_000);
		const questions: (readonly string[])[] = [];
		const { remember, announce } = await decide(sightings, {
			alreadySeen: async (phones) => {
				questions.push(phones);
				return new Set();
			},
		});
		expect(questions).toHaveLength(1);
		expect(new Set(questions[0]).size).toBe(1_001);
		expect(questions[0]).toHaveLength(1_001);
		expect(remember).toHaveLength(1_001);
		expect(announce).toEqual(remember);
	});

	it("without a phone asks nothing", async () => {
		const alreadySeen = () => Promise.reject(new Error("asked"));
		expect(await decide([contact("no")], { alreadySeen })).toEqual({ remember: [], announce: [] });
		await expect(decide([contact(ana)], { alreadySeen })).rejects.toThrow("asked");
	});
});

describe("phonesOfConversation", () => {
	const identity: Identity = {
		kind: "contact",
		name: "Ana",
		phone: ana,
		phoneDisplay: "+34 612 34 56 78",
		source: "chat-id",
		relatedPhones: [],
	};
	const written = (text: string | null) => ({ text, time: after, live: false });

	it("is the contact, then the messages' numbers, national ones of the contact's country first", () => {
		const messages = [written("600111222"), written(null), written("11 91234-5678 y 600111222")];
		expect(phonesOfConversation({ identity, messages, region: "BR", ownPhones: [] })).toEqual([
			contact(ana),
			message(luis, after),
			message("+5511912345678", after),
			message(luis, after),
		]);
	});

	it("reads national numbers of the configured region in a group, and none without a region", () => {
		const group = {
			identity: { kind: "group", name: "Ventas" },
			messages: [written("600111222")],
			ownPhones: [],
		} as const;
		expect(phonesOfConversation({ ...group, region: "ES" })).toEqual([message(luis, after)]);
		expect(phonesOfConversation(group)).toEqual([]);
	});

	it("leaves the user's own numbers out, as a contact too", () => {
		const messages = [written("soy +34600111222")];
		expect(phonesOfConversation({ identity, messages, ownPhones: [ana, luis] })).toEqual([]);
	});
});

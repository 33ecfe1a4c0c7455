import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identify, type PhoneLink } from "@/lib/contacts/identity";
import { fromDigits, readPhone } from "@/lib/contacts/phone";
import type { ChatFacts, Reading } from "@/lib/whatsapp/facts";

const reading = (value: string): Reading<string> => ({ value, strategy: "peek", sureness: "certain" });

function facts({
	title = "Ana",
	chatId,
	phoneId,
	phoneText,
	...rest
}: Partial<Record<"title" | "chatId" | "phoneId" | "phoneText", string>> &
	Partial<Pick<ChatFacts, "looksLikeGroup" | "settled">> = {}): ChatFacts {
	return {
		title: reading(title),
		...(chatId !== undefined && { chatId: reading(chatId) }),
		...(phoneId !== undefined && { phoneId: reading(phoneId) }),
		...(phoneText !== undefined && { phoneText: reading(phoneText) }),
		looksLikeGroup: false,
		settled: true,
		...rest,
	};
}

const ana = "34612345678@c.us";
const phone = "+34612345678";
const lid = "987654321098765@lid";
const link = (source: PhoneLink["source"], number = "+34655555555"): PhoneLink => ({
	chatId: lid,
	phone: number,
	source,
});

describe("who a conversation is with", () => {
	it("is nobody when no chat is open", () => {
		expect(identify(null, undefined)).toEqual({ kind: "none" });
		expect(identify(null, link("by-hand"))).toEqual({ kind: "none" });
	});

	it("is the phone in the chat's id", () => {
		expect(identify(facts({ chatId: ana }), undefined)).toEqual({
			kind: "contact",
			name: "Ana",
			phone,
			phoneDisplay: "+34 612 34 56 78",
			source: "chat-id",
			chatId: ana,
			relatedPhones: [],
		});
	});

	it.each([
		["what the page says of a LID", facts({ chatId: lid, phoneId: ana }), undefined, "page", phone],
		["what is remembered of a LID", facts({ chatId: lid }), link("page"), "remembered", "+34655555555"],
		["what was typed for it", facts({ chatId: lid }), link("by-hand"), "by-hand", "+34655555555"],
		["a title that is a number", facts({ title: phone, phoneText: phone }), undefined, "title", phone],
		[
			"a Mexican id with the old 1",
			facts({ chatId: "5215512345678@c.us" }),
			undefined,
			"chat-id",
			"+525512345678",
		],
		[
			"an id of the other server",
			facts({ chatId: "34612345678@s.whatsapp.net" }),
			undefined,
			"chat-id",
			phone,
		],
	] as const)("is known from %s", (_case, chat, known, source, e164) => {
		expect(identify(chat, known)).toMatchObject({ kind: "contact", source, phone: e164 });
	});

	it("is what was typed by hand before anything the page says, which stays related", () => {
		const identity = identify(facts({ chatId: ana, phoneText: "+34911111111" }), link("by-hand"));
		expect(identity).toMatchObject({
			source: "by-hand",
			phone: "+34655555555",
			relatedPhones: [phone, "+34911111111"],
		});
	});

	it("is what the page says now before what it said once", () => {
		const identity = identify(facts({ chatId: lid, phoneId: ana }), link("page"));
		expect(identity).toMatchObject({ source: "page", phone, relatedPhones: ["+34655555555"] });
	});

	it("names a number once, however many sources tell it", () => {
		expect(
			identify(facts({ chatId: ana, phoneId: ana, phoneText: phone }), link("page", phone)),
		).toMatchObject({ relatedPhones: [] });
	});

	it.each([
		["a group's id", facts({ chatId: "12036304@g.us", phoneText: phone })],
		["a group by its looks", facts({ looksLikeGroup: true, phoneText: phone })],
		["a group by its looks with an unknown id", facts({ chatId: "x@y", looksLikeGroup: true })],
	])("is %s, and no phone is taken from it, not even one typed", (_case, chat) => {
		expect(identify(chat, undefined)).toEqual({ kind: "group", name: "Ana" });
		expect(identify(chat, link("by-hand"))).toEqual({ kind: "group", name: "Ana" });
	});

	it.each([ana, lid])("is a person when the id %s says so, whatever it looks like", (chatId) => {
		expect(identify(facts({ chatId, phoneId: ana, looksLikeGroup: true }), undefined)).toMatchObject({
			kind: "contact",
			phone,
		});
	});

	it.each(["123456@newsletter", "status@broadcast"])("is no conversation for %s", (chatId) => {
		expect(identify(facts({ chatId, phoneText: phone }), link("by-hand"))).toEqual({
			kind: "not-a-conversation",
			name: "Ana",
		});
	});

	it.each([
		["a LID alone", facts({ chatId: lid }), lid],
		["a LID whose phone id is no phone", facts({ chatId: lid, phoneId: lid }), lid],
		["WhatsApp's own announcements", facts({ chatId: "0@c.us" }), "0@c.us"],
		["an id that no country has", facts({ chatId: "99999999999@c.us" }), "99999999999@c.us"],
		["a name alone", facts(), undefined],
		[
			"a title that is a national number",
			facts({ title: "612 345 678", phoneText: "612 345 678" }),
			undefined,
		],
		[
			"a self-chosen name that is a number",
			facts({ title: `~ ${phone}`, phoneText: `~ ${phone}` }),
			undefined,
		],
	] as const)(
		"is unknown for %s, and being known later while the page is unsettled",
		(_case, chat, chatId) => {
			expect(identify(chat, undefined)).toEqual({
				kind: "unidentified",
				name: "Ana",
				chatId,
				...(chat.title && { name: chat.title.value }),
			});
			expect(identify({ ...chat, settled: false }, undefined)).toEqual({
				kind: "identifying",
				name: chat.title?.value,
			});
		},
	);

	it("is known at once, settled or not, when there is a number", () => {
		expect(identify(facts({ chatId: ana, settled: false }), undefined).kind).toBe("contact");
	});

	it("survives a chat without a title and a link that is no number", () => {
		const { title: _, ...chat } = facts({ chatId: lid });
		expect(identify(chat, link("by-hand", "612"))).toEqual({ kind: "unidentified", name: "", chatId: lid });
	});

	it("never takes the digits of a LID for a phone", () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^[1-9]\d{6,15}$/),
				fc.boolean(),
				fc.boolean(),
				(digits, settled, withPhoneId) => {
					const chat = facts({
						chatId: `${digits}@lid`,
						settled,
						...(withPhoneId && { phoneId: `${digits}@lid` }),
					});
					expect(identify(chat, undefined).kind).toBe(settled ? "unidentified" : "identifying");
				},
			),
		);
	});

	it("has a number only when some source holds exactly that number", () => {
		const ids = fc.oneof(
			fc.constantFrom(ana, lid, "1@g.us", "x@newsletter", "", "@", "0@c.us"),
			fc.stringMatching(/^\d{5,15}@(c\.us|lid|g\.us)$/),
			fc.string(),
		);
		const texts = fc.option(fc.oneof(fc.string(), fc.constantFrom(phone, "612345678", "Ana")), {
			nil: undefined,
		});
		fc.assert(
			fc.property(ids, ids, texts, fc.boolean(), (chatId, phoneId, phoneText, looksLikeGroup) => {
				const identity = identify(
					facts({ chatId, phoneId, looksLikeGroup, ...(phoneText !== undefined && { phoneText }) }),
					undefined,
				);
				if (identity.kind !== "contact") return;
				const told = [chatId, phoneId].flatMap((id) => /^(\d+)@c\.us$/.exec(id)?.[1] ?? []).map(fromDigits);
				const numbers = [...told, readPhone(phoneText ?? "")].map((found) => found?.e164);
				expect(numbers).toContain(identity.phone);
			}),
			{ numRuns: 300 },
		);
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chatIdOfMessageId, parseChatId } from "../../../lib/whatsapp/chat-id";

describe("parseChatId", () => {
	it.each([
		["34612345678@c.us", { kind: "phone", id: "34612345678@c.us", digits: "34612345678" }],
		["34612345678@s.whatsapp.net", { kind: "phone", id: "34612345678@c.us", digits: "34612345678" }],
		["34612345678:12@s.whatsapp.net", { kind: "phone", id: "34612345678@c.us", digits: "34612345678" }],
		["34612345678_1:12@c.us", { kind: "phone", id: "34612345678@c.us", digits: "34612345678" }],
		["123456789012345@lid", { kind: "lid", id: "123456789012345@lid" }],
		["34612345678:3@lid", { kind: "lid", id: "34612345678@lid" }],
		["120363041234567890@g.us", { kind: "group", id: "120363041234567890@g.us" }],
		["34612345678-1500000000@g.us", { kind: "group", id: "34612345678-1500000000@g.us" }],
		["120363041234567890@newsletter", { kind: "newsletter", id: "120363041234567890@newsletter" }],
		["status@broadcast", { kind: "status", id: "status@broadcast" }],
		["1234567890@broadcast", { kind: "unknown", id: "1234567890@broadcast" }],
		["0@c.us", { kind: "unknown", id: "0@c.us" }],
		["1234567890123456@c.us", { kind: "unknown", id: "1234567890123456@c.us" }],
		["someone@bot", { kind: "unknown", id: "someone@bot" }],
	])("reads %s", (text, expected) => expect(parseChatId(text)).toEqual(expected));

	it.each([
		"",
		"34612345678",
		"@c.us",
		"<b>1</b>@c.us",
		"1@",
		"a b@c.us",
		"34612345678@c.us\n",
		"[object Object]",
	])("refuses %j", (text) => expect(parseChatId(text)).toBeUndefined());

	it("never takes a LID for a phone, whatever its digits", () => {
		fc.assert(
			fc.property(fc.stringMatching(/^[1-9]\d{4,17}$/), (digits) => {
				expect(parseChatId(`${digits}@lid`)).toEqual({ kind: "lid", id: `${digits}@lid` });
			}),
		);
	});

	it("never throws, and what it returns it reads again to the same", () => {
		const ids = fc.oneof(fc.string(), fc.stringMatching(/^\w{1,20}(:\d{1,3})?@(lid|c\.us|g\.us|bot)$/));
		fc.assert(
			fc.property(ids, (text) => {
				const parsed = parseChatId(text);
				if (parsed) expect(parseChatId(parsed.id)).toEqual(parsed);
			}),
		);
	});
});

describe("chatIdOfMessageId", () => {
	it("finds the chat in an id of the older form", () => {
		expect(chatIdOfMessageId("false_447911123456@c.us_3EB0A1")?.id).toBe("447911123456@c.us");
		expect(chatIdOfMessageId("true_120363@g.us_3EB0_34612345678@c.us")?.kind).toBe("group");
	});
	it("finds none in an opaque id", () => expect(chatIdOfMessageId("3EB0C767D097B7C7C030")).toBeUndefined());
});

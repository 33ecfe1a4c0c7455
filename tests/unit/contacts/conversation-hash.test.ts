import { createHash } from "node:crypto";
import { expect, it } from "vitest";
import { conversationHash } from "@/lib/contacts/conversation-hash";

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

it("is the SHA-256 of the phone, whatever else is known", async () => {
	const hash = await conversationHash({ phone: "+34612345678" });
	expect(hash).toBe(sha256("+34612345678"));
	expect(hash).toMatch(/^[0-9a-f]{64}$/);
	expect(await conversationHash({ phone: "+34612345678", chatId: "123456789@lid" })).toBe(hash);
});

it.each(["34612345678@c.us", "34612345678@s.whatsapp.net", "34612345678:12@s.whatsapp.net"])(
	"is the phone's for the chat id %s, which holds it",
	async (chatId) => {
		expect(await conversationHash({ chatId })).toBe(sha256("+34612345678"));
	},
);

it.each([
	["123456789012345@lid", "123456789012345@lid"],
	["123456789012345:3@lid", "123456789012345@lid"],
	["120363000000000000@g.us", "120363000000000000@g.us"],
	["0@c.us", "0@c.us"],
	["no id at all", "no id at all"],
])("is the SHA-256 of the chat %s without its device when no phone is known", async (chatId, hashed) => {
	expect(await conversationHash({ chatId })).toBe(sha256(hashed));
});

it("tells conversations apart", async () => {
	const hashes = await Promise.all(
		["1@lid", "2@lid", "34612345678@c.us"].map((chatId) => conversationHash({ chatId })),
	);
	expect(new Set(hashes).size).toBe(3);
});

import { expect, it } from "vitest";
import { type ConversationState, noConversation } from "@/lib/contacts/conversation-state";
import { conversationId, conversationPhone } from "@/lib/functions/conversation-id";
import type { PageFacts } from "@/lib/whatsapp/facts";
import { contact } from "./function-world";

const chat = (title: string, chatId?: string): PageFacts["chat"] => ({
	title: { value: title, strategy: "s", sureness: "certain" },
	...(chatId && { chatId: { value: chatId, strategy: "s", sureness: "certain" as const } }),
	looksLikeGroup: false,
	settled: true,
});
const state = (
	identity: ConversationState["identity"],
	open: PageFacts["chat"] = null,
): ConversationState => ({
	...noConversation,
	identity,
	facts: { sequence: 1, chat: open, health: { state: "works", checks: [] } },
});

it("is the surest thing that names the person", () => {
	expect(conversationId(state(contact("+34600000001"), chat("Ana")))).toBe("phone:+34600000001");
	expect(conversationId(state({ kind: "unidentified", name: "Ana", chatId: "987654321098765@lid" }))).toBe(
		"lid:987654321098765@lid",
	);
});

it("is the chat where nobody is named, and two of one name are apart by their ids", () => {
	const group = { kind: "group", name: "Team" } as const;
	const ids = [chat("Team"), chat("Team", "1@g.us"), chat("Team", "2@g.us")].map((open) =>
		conversationId(state(group, open)),
	);
	expect(new Set(ids).size).toBe(3);
	expect(conversationId(noConversation)).toBe("none");
});

it("has a phone only where the conversation is with somebody whose phone is known", () => {
	expect(conversationPhone(state(contact("+34600000001")))).toBe("+34600000001");
	expect(conversationPhone(state({ kind: "group", name: "Team" }))).toBeUndefined();
});

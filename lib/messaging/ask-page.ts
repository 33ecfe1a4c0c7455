import { z } from "@/lib/core/schema";
import type { ConversationReading, InsertFailure, OpenFailure } from "@/lib/whatsapp/facts";
import { type MessageInput, type MessageOutput, sendMessage } from "./client";
import { pageFacts, pageMessage } from "./page-schemas";

/** More than a page keeps loaded of a chat. */
const mostLoaded = 50_000;

const conversationReading: z.ZodType<ConversationReading> = z.strictObject({
	facts: pageFacts,
	messages: z.array(pageMessage).max(mostLoaded),
});
const insertFailure: z.ZodType<InsertFailure | null> = z
	.enum(["no-chat", "other-chat", "no-composer", "not-taken", "no-page"])
	.nullable();

const openFailure: z.ZodType<OpenFailure | null> = z
	.enum(["not-found", "unsure", "interrupted", "no-page"])
	.nullable();

/** What a content script answers to: a page that has got hold of its process can answer anything. */
const answers = {
	readConversation: conversationReading,
	insertText: insertFailure,
	showChat: openFailure,
};

/** Asks the content script of a tab. Rejects when nobody answers there, and when the answer does not fit. */
export async function askPage<Name extends keyof typeof answers>(
	name: Name,
	data: MessageInput<Name>,
	tabId: number,
): Promise<MessageOutput<Name>> {
	const answer = await sendMessage<keyof typeof answers>(name, data as never, tabId);
	return answers[name].parse(answer) as MessageOutput<Name>;
}

import { hashTextHex } from "@/lib/core/hash";
import { parseChatId } from "@/lib/whatsapp/chat-id";
import type { Identity } from "./identity";
import { fromDigits } from "./phone";

/** What is known of whom a conversation is with: the phone (E.164), the page's chat id, or both. */
export type ConversationKey = { phone: string; chatId?: string } | { phone?: undefined; chatId: string };

/**
 * The `conversation_hash` of events (docs/contract.md, section 4): SHA-256 of the phone in E.164, else of the chat id
 * without agent and device, 64 lower-case hex digits. It depends on nothing of this profile, so two agents who talk to
 * the same customer send the same; the phone comes first because only some of them may see the chat's LID. A hash
 * names the conversation and hides no number: all phones can be tried.
 */
export function conversationHash({ phone, chatId }: ConversationKey): Promise<string> {
	return hashTextHex(phone ?? canonical(chatId));
}

/** What names the conversation for every agent; null for what is none. A chat without number and id goes by its name. */
export function conversationKey(identity: Identity, chatId: string | undefined): ConversationKey | null {
	switch (identity.kind) {
		case "contact":
			return { phone: identity.phone };
		case "unidentified":
		case "group":
			return { chatId: chatId ?? identity.name };
		case "identifying":
		case "none":
		case "not-a-conversation":
			return null;
	}
}

function canonical(chatId: string): string {
	const parsed = parseChatId(chatId);
	const phone = parsed?.kind === "phone" ? fromDigits(parsed.digits) : null;
	return phone?.e164 ?? parsed?.id ?? chatId;
}

import type { ConversationState } from "@/lib/contacts/conversation-state";
import { identityKeys } from "@/lib/contacts/identity-key";
import { chatRefOf } from "@/lib/whatsapp/chat-ref";

/**
 * Names the conversation a call is for: by whom it is with, where that is known, and by the chat otherwise. As soon as
 * more is known of it, it has another name, and a call that was meant before is refused: rather once too often.
 */
export function conversationId({ identity, facts }: ConversationState): string {
	const [key] = identityKeys(identity);
	if (key) return key;
	return facts?.chat ? `chat:${JSON.stringify(chatRefOf(facts.chat))}` : "none";
}

/** The phone of the conversation, E.164, where it is known. */
export const conversationPhone = ({ identity }: ConversationState): string | undefined =>
	identity.kind === "contact" ? identity.phone : undefined;

import type { Identity } from "@/lib/contacts/identity";

/**
 * What a conversation is known by, the same for every agent who has it open: the contact's number, else the page's id of
 * the chat, else its name. Null for what is no conversation.
 */
export function conversationKey(identity: Identity, chatId: string | undefined): string | null {
	switch (identity.kind) {
		case "contact":
			return identity.phone;
		case "unidentified":
		case "group":
			return chatId ?? identity.name;
		case "identifying":
		case "none":
		case "not-a-conversation":
			return null;
	}
}

/** The `conversation_hash` of events (docs/contract.md, section 4): SHA-256 of the key, in hex. */
export async function conversationHash(key: string): Promise<string> {
	const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`conversation:${key}`));
	return [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

import { parseChatId } from "@/lib/whatsapp/chat-id";
import type { Identity } from "./identity";

/**
 * Names what is known of who somebody is: `phone:+34612345678`, `lid:987654321098765@lid`, `username:@nora.designs`. What
 * is decided about a person is kept under these.
 */
export type IdentityKey = `${"phone" | "lid" | "username"}:${string}`;

/** As WhatsApp shows usernames. */
const username = /^@[a-z0-9._]{3,35}$/i;

/**
 * The keys of whoever the conversation is with, the surest first; none where nothing names one person alone. A saved
 * name is no key, because two people can have the same; one that looks like a username counts only where WhatsApp tells
 * neither phone nor LID.
 */
export function identityKeys(identity: Identity): IdentityKey[] {
	if (identity.kind !== "contact" && identity.kind !== "unidentified") return [];
	const keys: IdentityKey[] = identity.kind === "contact" ? [phoneKey(identity.phone)] : [];
	const chatId = parseChatId(identity.chatId);
	if (chatId?.kind === "lid") keys.push(`lid:${chatId.id}`);
	if (keys.length === 0 && username.test(identity.name)) keys.push(`username:${identity.name.toLowerCase()}`);
	return keys;
}

/** The key of a phone in E.164. */
export const phoneKey = (phone: string): IdentityKey => `phone:${phone}`;

/** The phone (E.164) a key names; undefined for a key of another kind. */
export const phoneOfKey = (key: IdentityKey): string | undefined =>
	key.startsWith("phone:") ? key.slice("phone:".length) : undefined;

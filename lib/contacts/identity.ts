import { parseChatId } from "@/lib/whatsapp/chat-id";
import type { ChatFacts } from "@/lib/whatsapp/facts";
import { fromDigits, type Phone, readPhone } from "./phone";

/** Where a contact's number came from, best first; shown to the user, who may have to judge it. */
export type IdentitySource = "by-hand" | "chat-id" | "page" | "remembered" | "title";

/** Who the open conversation is with. Only a `contact` has a phone, and only a `contact` is looked up. */
export type Identity =
	| { kind: "none" }
	| { kind: "identifying"; name: string }
	| { kind: "group"; name: string }
	| { kind: "not-a-conversation"; name: string }
	| Contact
	| { kind: "unidentified"; name: string; chatId?: string };

export type Contact = {
	kind: "contact";
	name: string;
	/** E.164 */
	phone: string;
	/** The same number as people write it. */
	phoneDisplay: string;
	source: IdentitySource;
	/** The page's id of the chat, when it is known; links by hand are remembered under it. */
	chatId?: string;
	/** Other numbers known for the same conversation, E.164. */
	relatedPhones: string[];
};

/** A number remembered for a chat id: read from the page earlier, or typed by the user. */
export type PhoneLink = { chatId: string; phone: string; source: "page" | "by-hand" };

/**
 * Decides who the open conversation is with. A link made by hand wins, then the chat's own phone id, then what the
 * page says of a LID contact, then what is remembered of it, then a title or author that is wholly a number.
 * Digits of a LID are never taken for a phone. No evidence means no phone: a wrong customer is worse than none.
 */
export function identify(facts: ChatFacts | null, link: PhoneLink | undefined): Identity {
	if (!facts) return { kind: "none" };
	const name = facts.title?.value ?? "";
	const chatId = facts.chatId?.value;
	const parsed = parseChatId(chatId);
	if (
		parsed?.kind === "group" ||
		(facts.looksLikeGroup && parsed?.kind !== "phone" && parsed?.kind !== "lid")
	)
		return { kind: "group", name };
	if (parsed?.kind === "newsletter" || parsed?.kind === "status") return { kind: "not-a-conversation", name };

	const candidates = phoneCandidates(facts, link);
	const best = candidates[0];
	if (!best) return facts.settled ? { kind: "unidentified", name, chatId } : { kind: "identifying", name };
	const relatedPhones = [...new Set(candidates.map(({ phone }) => phone.e164))].filter(
		(phone) => phone !== best.phone.e164,
	);
	return {
		kind: "contact",
		name,
		phone: best.phone.e164,
		phoneDisplay: best.phone.display,
		source: best.source,
		chatId,
		relatedPhones,
	};
}

type Candidate = { phone: Phone; source: IdentitySource };

function phoneCandidates(facts: ChatFacts, link: PhoneLink | undefined): Candidate[] {
	const remembered = link ? readPhone(link.phone) : null;
	const found: [IdentitySource, Phone | null][] = [
		["by-hand", link?.source === "by-hand" ? remembered : null],
		["chat-id", phoneOfId(facts.chatId?.value)],
		["page", phoneOfId(facts.phoneId?.value)],
		["remembered", link?.source === "page" ? remembered : null],
		["title", facts.phoneText ? readPhone(facts.phoneText.value) : null],
	];
	return found.flatMap(([source, phone]) => (phone ? [{ phone, source }] : []));
}

function phoneOfId(id: string | undefined): Phone | null {
	const parsed = parseChatId(id);
	return parsed?.kind === "phone" ? fromDigits(parsed.digits) : null;
}

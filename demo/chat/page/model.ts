/** The shapes the demo page works with: chats and their messages, before anything is drawn. */

/** How the real page writes date and time into `data-pre-plain-text`; it follows the account's region. */
export type DateStyle =
	| "day-first"
	| "day-first-short"
	| "month-first"
	| "spanish-12h"
	| "dotted"
	| "chinese"
	| "marked";

export type Media =
	| { kind: "image"; scene: "lamp" | "cushion" | "parcel" }
	| { kind: "voice"; seconds: number }
	| { kind: "document"; name: string; detail: string };

/** `sent` shows one tick, `delivered` two, `read` two coloured ones. */
export type Delivery = "sent" | "delivered" | "read";

export type ChatMessage = {
	/** Opaque hex, or `{true|false}_{jid}_{hex}` in a chat with older ids. */
	id: string;
	outgoing: boolean;
	/** The author's name, or the number as displayed when it is not saved. */
	author: string;
	/** Local wall-clock time. */
	at: Date;
	/** `*bold*` is the only formatting; empty for media without a caption. */
	text: string;
	quote?: { author: string; text: string };
	media?: Media;
	delivery?: Delivery;
	/** Two nested elements carry the same `data-id`, as the real page does now and then. */
	doubled?: boolean;
};

/** A line the page itself says, such as somebody joining a group. */
export type Notice = { notice: string; at: Date };

export type ChatEntry = ChatMessage | Notice;

export type ChatKind = "contact" | "group" | "channel";

export type Chat = {
	key: string;
	kind: ChatKind;
	/** What header and list show. */
	title: string;
	/** `…@c.us`, `…@s.whatsapp.net`, `…@lid`, `…@g.us` or `…@newsletter` */
	jid: string;
	/** The phone id the page's script world offers for a LID contact. */
	phoneJid?: string;
	/** The address-book name; absent for a number nobody saved. */
	savedName?: string;
	/** The name people gave themselves. */
	pushName?: string;
	dateStyle: DateStyle;
	/** Older classes and ids throughout. */
	legacy: boolean;
	/** Group members, for the line under the title. */
	members: string[];
	entries: ChatEntry[];
	unread: number;
	/** Lines the contact writes, one a press on the demo bar's button; starts over at the end. */
	nextLines: string[];
};

export function isNotice(entry: ChatEntry): entry is Notice {
	return "notice" in entry;
}

/** The newest real message of a chat, or undefined in an empty one. */
export function lastMessage(chat: Chat): ChatMessage | undefined {
	for (let index = chat.entries.length - 1; index >= 0; index--) {
		const entry = chat.entries[index];
		if (entry && !isNotice(entry)) return entry;
	}
	return undefined;
}

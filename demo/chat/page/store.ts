import { messageId, OWNER } from "./chats";
import type { Clock } from "./clock";
import { type Chat, type ChatMessage, type Delivery, lastMessage } from "./model";

/** What happened, told to every part of the page that draws or mirrors it. */
export type Change =
	| { kind: "opened"; chat: Chat | null }
	| { kind: "added"; chat: Chat; message: ChatMessage }
	| { kind: "ticked"; chat: Chat; message: ChatMessage }
	| { kind: "renamed"; chat: Chat }
	| { kind: "list" }
	| { kind: "selectors-broken" };

export type Store = {
	chats: () => readonly Chat[];
	/** Newest first, as the list shows them. */
	sortedChats: () => Chat[];
	/** The chat of that key; throws for a key that does not exist. */
	chat: (key: string) => Chat;
	openChat: () => Chat | null;
	open: (key: string | null) => void;
	/** Adds a message of the contact. In a group `author` names the member; else it is the chat's title. */
	receive: (key: string, text: string, author?: string) => void;
	/** Adds a message of the owner with one tick; the second follows after a moment. */
	send: (key: string, text: string) => void;
	rename: (key: string, title: string) => void;
	draft: (key: string) => string;
	setDraft: (key: string, text: string) => void;
	/** Whether messages are drawn in a way no known selector understands. */
	selectorsBroken: () => boolean;
	breakSelectors: () => void;
	subscribe: (listener: (change: Change) => void) => void;
};

const DELIVERED_AFTER_MS = 700;

export function createStore(chats: Chat[], clock: Clock): Store {
	const listeners: ((change: Change) => void)[] = [];
	const drafts = new Map<string, string>();
	let open: Chat | null = null;
	let broken = false;
	const tell = (change: Change) => {
		for (const listener of listeners) listener(change);
	};
	const find = (key: string): Chat => {
		const chat = chats.find((candidate) => candidate.key === key);
		if (!chat) throw new Error(`There is no chat "${key}"`);
		return chat;
	};
	const add = (chat: Chat, text: string, outgoing: boolean, author: string): ChatMessage => {
		const id = messageId(chat, `added-${chat.entries.length}`, outgoing);
		const message: ChatMessage = { id, outgoing, author, at: clock(), text };
		if (outgoing) message.delivery = "sent";
		chat.entries.push(message);
		if (!outgoing && chat !== open) chat.unread += 1;
		tell({ kind: "added", chat, message });
		return message;
	};
	const tick = (chat: Chat, message: ChatMessage, delivery: Delivery) => {
		message.delivery = delivery;
		tell({ kind: "ticked", chat, message });
	};

	return {
		chats: () => chats,
		sortedChats: () => [...chats].sort((a, b) => newest(b) - newest(a)),
		chat: find,
		openChat: () => open,
		open(key) {
			const chat = key === null ? null : find(key);
			if (chat === open) return;
			open = chat;
			if (chat) chat.unread = 0;
			tell({ kind: "opened", chat });
		},
		receive(key, text, author) {
			const chat = find(key);
			add(chat, text, false, author ?? chat.members[0] ?? chat.title);
		},
		send(key, text) {
			const chat = find(key);
			const message = add(chat, text, true, OWNER);
			setTimeout(() => tick(chat, message, "delivered"), DELIVERED_AFTER_MS);
		},
		rename(key, title) {
			const chat = find(key);
			chat.title = title;
			tell({ kind: "renamed", chat });
		},
		draft: (key) => drafts.get(key) ?? "",
		setDraft(key, text) {
			drafts.set(key, text);
			tell({ kind: "list" });
		},
		selectorsBroken: () => broken,
		breakSelectors() {
			broken = true;
			tell({ kind: "selectors-broken" });
		},
		subscribe: (listener) => listeners.push(listener),
	};
}

function newest(chat: Chat): number {
	return lastMessage(chat)?.at.getTime() ?? 0;
}

import type { ChatFacts } from "./facts";

/** Which chat is meant: its title and, where the page tells it, its id. */
export type ChatRef = { title: string; chatId?: string };

export const chatRefOf = ({ title, chatId }: ChatFacts): ChatRef => ({
	title: title?.value ?? "",
	...(chatId && { chatId: chatId.value }),
});

/**
 * Whether the open chat is surely the one that is meant. While its id may still arrive nobody can tell, and an id that
 * only one of them has proves nothing either: two people may have one name.
 */
export function isSameChat(meant: ChatRef, open: ChatFacts): boolean {
	const { title, chatId } = chatRefOf(open);
	return open.settled && title === meant.title && chatId === meant.chatId;
}

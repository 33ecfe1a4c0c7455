import { type Chat, lastMessage } from "./model";

export type ListFilter = { words: string; only: "all" | "unread" | "groups" };

/** Whether the list shows a chat: by name, number or last message, ignoring case and accents. */
export function matches(chat: Chat, filter: ListFilter, open: Chat | null): boolean {
	// The open chat has just been read; it stays in the unread list until the user turns away.
	if (filter.only === "unread" && chat.unread === 0 && chat !== open) return false;
	if (filter.only === "groups" && chat.kind !== "group") return false;
	const words = folded(filter.words);
	if (!words) return true;
	const digits = words.replace(/\D/g, "");
	const byNumber =
		digits.length >= 3 && /^[\d\s+()-]+$/.test(words) && (chat.jid.split(/[:@]/)[0] ?? "").includes(digits);
	return (
		byNumber || folded(chat.title).includes(words) || folded(lastMessage(chat)?.text ?? "").includes(words)
	);
}

function folded(text: string): string {
	return text
		.normalize("NFD")
		.replace(/\p{Diacritic}/gu, "")
		.toLowerCase()
		.trim();
}

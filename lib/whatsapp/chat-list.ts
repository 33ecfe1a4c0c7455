/** The page's list of chats. It is virtual: only the rows near what is in view are drawn. */
import type { Finder } from "./find-elements";
import { plainText, textOf } from "./plain-text";

/** The element that scrolls, and the drawn rows that have a title. */
export type ChatList = { pane: Element | undefined; rows: Element[] };

export function readChatList(document: Document, finder: Finder, title: string): ChatList {
	const pane = finder.first(document, "chatPane")?.value;
	const rows = pane ? [...(finder.all(pane, "chatRow")?.value ?? [])] : [];
	return { pane, rows: rows.filter((row) => readChatRowTitle(row, finder) === title) };
}

/** The name or number in a row; undefined where it is not understood. */
export const readChatRowTitle = (row: Element, finder: Finder): string | undefined =>
	finder.read(
		row,
		"chatRowTitle",
		(element) => plainText(element.getAttribute("title") || textOf(element)) || undefined,
	)?.value;

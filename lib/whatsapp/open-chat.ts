/**
 * Opens a chat of the page's list, as a click on its row does. Only where exactly one row that is drawn has the title: a
 * chat that is opened by mistake is marked as read. That the list holds another of that name further down cannot be
 * seen; so whether it was the right one is looked at afterwards.
 */
import { type ChatRef, isSameChat } from "./chat-ref";
import type { ChatFacts } from "./facts";
import type { Finder } from "./find-elements";
import { plainText, textOf } from "./plain-text";

export type OpenPorts = {
	/** The open chat, read now. */
	readPage(): { chat: ChatFacts | null };
	/** The rows of the chat list with that title. */
	rowsOf(title: string): Element[];
	wait(milliseconds: number): Promise<void>;
};

/** Until the page has drawn the chat and told its id, in ms. */
const drawnMs = 100;
const drawnTries = 30;

/** Whether the chat that is meant is open afterwards, as surely as it must be to write into it. */
export async function openChat({ readPage, rowsOf, wait }: OpenPorts, meant: ChatRef): Promise<boolean> {
	const isOpen = () => {
		const { chat } = readPage();
		return chat !== null && isSameChat(meant, chat);
	};
	if (isOpen()) return true;
	const [row, another] = rowsOf(meant.title);
	if (!row || another) return false;
	press(row);
	for (let tries = 0; tries < drawnTries; tries++) {
		await wait(drawnMs);
		if (isOpen()) return true;
	}
	return false;
}

/** The rows of the chat list that have a title. */
export function rowsWithTitle(document: Document, finder: Finder, title: string): Element[] {
	const pane = finder.first(document, "chatPane")?.value;
	const rows = pane ? [...(finder.all(pane, "chatRow")?.value ?? [])] : [];
	return rows.filter((row) => {
		const found = finder.first(row, "chatRowTitle")?.value;
		return found !== undefined && plainText(found.getAttribute("title") || textOf(found)) === title;
	});
}

/** The page listens at the cell inside the row, to the mouse being pressed as well as to the click. */
function press(row: Element): void {
	const cell = row.querySelector('[role="gridcell"]') ?? row;
	for (const type of ["mousedown", "mouseup", "click"])
		cell.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
}

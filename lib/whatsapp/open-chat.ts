/**
 * Opens a chat of the page's list, as a click on its row does. Only where exactly one row that is drawn has the title: a
 * chat that is opened by mistake is marked as read. That the list holds another of that name further down cannot be
 * seen; so whether it was the right one is looked at afterwards.
 */
import { type ChatRef, isSameChat } from "./chat-ref";
import type { ChatFacts, OpenFailure } from "./facts";
import { type FindRowPorts, findRow } from "./find-row";

export type OpenPorts = FindRowPorts & {
	/** The open chat, read now. */
	readPage(): { chat: ChatFacts | null };
};

/** Until the page has drawn the chat and told its id, in ms. */
const drawnMs = 100;
const drawnTries = 30;

/** Null when the chat that is meant is open afterwards, as surely as it must be to write into it; else why it is not. */
export async function openChat(ports: OpenPorts, meant: ChatRef): Promise<OpenFailure | null> {
	const isOpen = () => {
		const { chat } = ports.readPage();
		return chat !== null && isSameChat(meant, chat);
	};
	if (isOpen()) return null;
	const row = await findRow(ports, meant.title);
	if (typeof row === "string") return row;
	row.scrollIntoView({ block: "nearest" });
	press(row);
	for (let tries = 0; tries < drawnTries; tries++) {
		await ports.wait(drawnMs);
		if (isOpen()) return null;
	}
	return "unsure";
}

/** The page listens at the cell inside the row, to the mouse being pressed as well as to the click. */
function press(row: Element): void {
	const cell = row.querySelector('[role="gridcell"]') ?? row;
	for (const type of ["mousedown", "mouseup", "click"])
		cell.dispatchEvent(new MouseEvent(type, { bubbles: true, cancelable: true, view: window }));
}

/**
 * Writes a text into the message box as a paste does, below a draft if there is one. It presses no key and no button:
 * whether, and when, the text is sent is for the person in front of it.
 */
import { type ChatRef, isSameChat } from "./chat-ref";
import type { ChatFacts, InsertFailure } from "./facts";
import { textOf } from "./plain-text";

export type InsertPorts = {
	/** The open chat and its message box, read now. */
	readPage(): { chat: ChatFacts | null; composer: Element | null };
	wait(milliseconds: number): Promise<void>;
};

/** Until the editor has noticed the caret, and until it has drawn what was pasted. In ms. */
const caretMs = 50;
const drawnMs = 50;
const drawnTries = 20;

/** Writes `text` into the message box of the chat that is meant; null when it is there afterwards, else why it is not. */
export async function insertText(
	{ readPage, wait }: InsertPorts,
	{ text, chat: meant }: { text: string; chat: ChatRef },
): Promise<InsertFailure | null> {
	const find = (): HTMLElement | InsertFailure => {
		const { chat, composer } = readPage();
		if (!chat) return "no-chat";
		if (!isSameChat(meant, chat)) return "other-chat";
		return composer instanceof HTMLElement ? composer : "no-composer";
	};
	const composer = find();
	if (typeof composer === "string") return composer;
	putCaretAtEnd(composer);
	await wait(caretMs);
	// The chat may have been left meanwhile; from here to the paste nothing else runs.
	const now = find();
	if (now !== composer) return typeof now === "string" ? now : "other-chat";
	const draft = textOf(composer);
	// Asked for twice, it is written once.
	if (endsWith(draft, text)) return null;
	const wanted = compared(draft + text);
	if (!isPasteTaken(composer, draft.trim() === "" ? text : `\n${text}`)) return "not-taken";
	for (let tries = 0; tries < drawnTries; tries++) {
		await wait(drawnMs);
		if (compared(textOf(composer)) === wanted) return null;
	}
	return "not-taken";
}

function putCaretAtEnd(composer: HTMLElement): void {
	composer.focus();
	const selection = document.getSelection();
	selection?.selectAllChildren(composer);
	selection?.collapseToEnd();
}

/**
 * Whether the editor took the paste. One that does not is not helped by other means: what `execCommand` writes, an editor
 * that keeps its own text (Lexical) takes back at a line break.
 */
function isPasteTaken(composer: HTMLElement, text: string): boolean {
	const clipboardData = new DataTransfer();
	clipboardData.setData("text/plain", text);
	const paste = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
	// An editor that takes a paste keeps the browser from doing so.
	return !composer.dispatchEvent(paste);
}

/** Whether the last lines of a draft are the text; of emoji alone nobody can tell. */
function endsWith(draft: string, text: string): boolean {
	const end = compared(text);
	if (end === "" || !compared(draft).endsWith(end)) return false;
	const lines = draft.trimEnd().split(/\n+/);
	return lines.some((_, from) => compared(lines.slice(from).join("")) === end);
}

/** An editor may draw spaces and emoji in its own way. */
const compared = (text: string) => text.replace(/\s|\p{Cf}|\ufe0f|\p{Extended_Pictographic}/gu, "");

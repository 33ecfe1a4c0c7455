/** The text of one message. */
import type { Finder } from "./find-elements";
import { textOf } from "./plain-text";

/**
 * What was written in a message, with line breaks and emoji, without the quoted message it answers and without
 * time and ticks. Formatted text is split over several elements, so all of them are joined. Null when there is
 * none (media without a caption). `body` is the copyable part of `message`, where the page has one.
 */
export function readMessageText(message: Element, body: Element | undefined, finder: Finder): string | null {
	const leaveOut = `${finder.select("quotedMessage")},${finder.select("messageMeta")}`;
	const takeOnly = finder.select("messageText");
	const root = body ?? message;

	// Beside the marked text a body may hold link previews and buttons; without marks the whole body is the text.
	const text = textOf(root, { leaveOut, takeOnly });
	if (text.trim() !== "") return text.trim();
	return body ? textOf(body, { leaveOut }).trim() || null : null;
}

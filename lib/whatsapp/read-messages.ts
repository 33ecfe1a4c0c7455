/** The whole open conversation, read when somebody asks for it. */
import { type Message, reportLimits } from "./facts";
import type { Finder } from "./find-elements";
import { resolveDirections } from "./message-direction";
import {
	directionEvidence,
	findMessageElements,
	readMessagePart,
	withoutDuplicates,
} from "./message-elements";
import { readMessageText } from "./message-text";
import { type DayOrder, inferDayOrder, parseMessageTime } from "./message-time";
import { plainText, textOf } from "./plain-text";

/** In characters: `10:38 p. m.`, with a word such as *Edited* before it. */
const longestClock = 40;

export type ReadMessagesOptions = {
	/** Decides where the dates themselves don't tell; without it such times are null. */
	dayOrder?: DayOrder | null;
	/** The names the owner of this WhatsApp was seen with. */
	ownerNames?: ReadonlySet<string>;
	/** Whether the clock is read beside messages that have no raw time. */
	clocks?: boolean;
};

/** The loaded messages, oldest first, one for each id. */
export const readMessages = (main: Element, finder: Finder, options: ReadMessagesOptions = {}): Message[] =>
	readMessageElements(Array.from(findMessageElements(main, finder)?.value ?? []), finder, options);

/**
 * The messages in these elements, which follow one another. Placeholders of the virtual list are left out: the page has
 * no content for them.
 */
export function readMessageElements(
	elements: readonly Element[],
	finder: Finder,
	{ dayOrder = null, ownerNames = new Set(), clocks = false }: ReadMessagesOptions,
): Message[] {
	const parts = withoutDuplicates(elements.map((element) => readMessagePart(element, finder)));
	const directions = resolveDirections(directionEvidence(parts), ownerNames);
	const order = inferDayOrder(parts.map(({ header }) => header.rawTime)) ?? dayOrder;

	const messages: Message[] = [];
	for (const [index, { id, element, body, header, isShell }] of parts.entries()) {
		const direction = directions[index];
		if (isShell || !direction) continue;
		const clock = clocks && header.rawTime === null ? readClockBeside(element, finder) : null;
		messages.push({
			id,
			...direction,
			text: readMessageText(element, body, finder)?.slice(0, reportLimits.text) ?? null,
			author: header.author,
			rawTime: header.rawTime,
			time: header.rawTime === null ? null : parseMessageTime(header.rawTime, order),
			...(clock !== null && { clock }),
		});
	}
	return messages;
}

/** What stands as time beside a message; null where that holds no clock. */
function readClockBeside(element: Element, finder: Finder): string | null {
	const meta = finder.first(element, "messageMeta")?.value;
	const text = meta ? plainText(textOf(meta)) : "";
	return text.length <= longestClock && /\p{Nd}{1,2}\D\p{Nd}{2}/u.test(text) ? text : null;
}

/** The whole open conversation, read when somebody asks for it. */
import type { Message } from "./facts";
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

export type ReadMessagesOptions = {
	/** Decides where the dates themselves don't tell; without it such times are null. */
	dayOrder?: DayOrder | null;
	/** The names the owner of this WhatsApp was seen with. */
	ownerNames?: ReadonlySet<string>;
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
	{ dayOrder = null, ownerNames = new Set() }: ReadMessagesOptions,
): Message[] {
	const parts = withoutDuplicates(elements.map((element) => readMessagePart(element, finder)));
	const directions = resolveDirections(directionEvidence(parts), ownerNames);
	const order = inferDayOrder(parts.map(({ header }) => header.rawTime)) ?? dayOrder;

	const messages: Message[] = [];
	for (const [index, { id, element, body, header, isShell }] of parts.entries()) {
		const direction = directions[index];
		if (isShell || !direction) continue;
		messages.push({
			id,
			...direction,
			text: readMessageText(element, body, finder),
			author: header.author,
			rawTime: header.rawTime,
			time: header.rawTime === null ? null : parseMessageTime(header.rawTime, order),
		});
	}
	return messages;
}

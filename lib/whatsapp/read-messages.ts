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

/**
 * The loaded messages, oldest first, one for each id. Placeholders of the virtual list are left out: the page
 * has no content for them. `dayOrder` decides where the dates themselves don't tell; without it such times are
 * null. `ownerNames` are the names the owner of this WhatsApp was seen with.
 */
export function readMessages(
	main: Element,
	finder: Finder,
	{
		dayOrder = null,
		ownerNames = new Set(),
	}: { dayOrder?: DayOrder | null; ownerNames?: ReadonlySet<string> } = {},
): Message[] {
	const elements = findMessageElements(main, finder)?.value ?? [];
	const parts = withoutDuplicates(Array.from(elements, (element) => readMessagePart(element, finder)));
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

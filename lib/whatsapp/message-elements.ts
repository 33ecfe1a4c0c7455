/** The message elements of the open chat, and what one of them holds apart from its text. */
import { type Reading, reportLimits } from "./facts";
import type { ElementList, Finder } from "./find-elements";
import { type Direction, type DirectionEvidence, readOwnDirection } from "./message-direction";
import { type MessageHeader, parseMessageHeader } from "./message-header";

export type MessagePart = {
	id: string;
	element: Element;
	isShell: boolean;
	body: Element | undefined;
	header: MessageHeader;
	own: Direction;
	hasMeta: boolean;
};

/** All message elements, oldest first; two wrappers of one message may both be in it. */
export function findMessageElements(main: Element, finder: Finder): Reading<ElementList> | undefined {
	return finder.all(messagePanel(main, finder), "message");
}

/** The scroller with the messages, or all of the chat when it can't be found. */
export const messagePanel = (main: Element, finder: Finder): Element =>
	findMessagePanel(main, finder) ?? main;

export const findMessagePanel = (main: Element, finder: Finder): Element | undefined =>
	finder.first(main, "messagePanel")?.value;

/** Empty where there is none, or one the page would not give. */
export function messageId(element: Element): string {
	const id =
		element.getAttribute("data-id") ?? element.querySelector("[data-id]")?.getAttribute("data-id") ?? "";
	return id.length > reportLimits.id ? "" : id;
}

/** A placeholder of the page's virtual list: there is a message, but nothing of it can be read now. */
export const isShell = (
	element: Element,
	finder: Finder,
	body = finder.first(element, "messageBody")?.value,
	hasMeta = finder.has(element, "messageMeta"),
): boolean =>
	!body &&
	!hasMeta &&
	(finder.has(element, "messageShell") || element.closest(finder.select("messageShell")) !== null);

/** Reads one message element, without its text. */
export function readMessagePart(element: Element, finder: Finder): MessagePart {
	const id = messageId(element);
	const body = finder.first(element, "messageBody")?.value;
	const hasMeta = finder.has(element, "messageMeta");
	return {
		id,
		element,
		isShell: isShell(element, finder, body, hasMeta),
		body,
		hasMeta,
		header: parseMessageHeader(body?.getAttribute("data-pre-plain-text") ?? null),
		own: readOwnDirection(element, id, finder),
	};
}

/** True when something of the message could be made out: who wrote it, or when. */
export const isUnderstood = (part: MessagePart): boolean =>
	part.own.direction !== "unknown" || part.header.rawTime !== null;

/**
 * One part a message: of two wrappers with the same id the one with a body stays, else the first. A message
 * without an id is left out, because nothing could refer to it.
 */
export function withoutDuplicates(parts: readonly MessagePart[]): MessagePart[] {
	const byId = new Map<string, MessagePart>();
	for (const part of parts) {
		const known = byId.get(part.id);
		if (part.id === "") continue;
		if (!known || (part.body && !known.body)) byId.set(part.id, part);
	}
	return [...byId.values()];
}

/** The evidence for directions, in the order of the messages. A shell breaks a run. */
export function directionEvidence(parts: readonly MessagePart[]): DirectionEvidence[] {
	return parts.map(({ own, header, hasMeta }, index) => {
		const before = parts[index - 1];
		return {
			own,
			author: header.author,
			continuesRun: hasMeta && before !== undefined && !before.isShell && before.hasMeta,
		};
	});
}

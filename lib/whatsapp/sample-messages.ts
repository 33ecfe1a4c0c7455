/**
 * What the newest messages tell about the chat. Read at every chat switch and every new message, so it is
 * bounded, and a message that was understood once is not read again.
 */
import { type ChatId, chatIdOfMessageId } from "./chat-id";
import type { Finder } from "./find-elements";
import { learnOwnerNames, resolveDirections } from "./message-direction";
import {
	directionEvidence,
	isUnderstood,
	type MessagePart,
	messageId,
	readMessagePart,
	withoutDuplicates,
} from "./message-elements";

/** Enough to see who writes in a chat; a whole screen holds fewer. */
export const sampleSize = 25;

export type MessageSample = {
	/** Messages with content, and those of them of which something could be made out. */
	seen: number;
	understood: number;
	/** True when some are placeholders or were not understood, so that looking again later makes sense. */
	incomplete: boolean;
	/** The different authors of messages that are not the owner's own. */
	otherAuthors: string[];
	/** The chat's id, when the messages have ids of the older form and all name the same chat. */
	chatId: ChatId | undefined;
	/** Authors of messages that are certainly the owner's own. */
	ownerNames: ReadonlySet<string>;
};

export const emptySample: MessageSample = {
	seen: 0,
	understood: 0,
	incomplete: false,
	otherAuthors: [],
	chatId: undefined,
	ownerNames: new Set(),
};

export type MessageSampler = (elements: ArrayLike<Element>, ownerNames: ReadonlySet<string>) => MessageSample;

/** A sampler that remembers what it understood, as long as the page keeps the element. */
export function createMessageSampler(finder: Finder): MessageSampler {
	const read = new WeakMap<Element, MessagePart>();

	function part(element: Element): MessagePart {
		const known = read.get(element);
		// The page reuses elements: a remembered part counts only while the id is the same.
		if (known && known.id === messageId(element)) return known;
		const fresh = readMessagePart(element, finder);
		if (isUnderstood(fresh)) read.set(element, fresh);
		return fresh;
	}

	return (elements, knownOwnerNames) => {
		const parts = withoutDuplicates(newest(elements).map(part));
		const evidence = directionEvidence(parts);
		const ownerNames = learnOwnerNames(evidence);
		const directions = resolveDirections(evidence, new Set([...knownOwnerNames, ...ownerNames]));

		const others = new Set<string>();
		for (const [index, { header }] of parts.entries()) {
			if (header.author !== null && directions[index]?.direction === "incoming") others.add(header.author);
		}
		const withContent = parts.filter(({ isShell }) => !isShell);
		const understood = withContent.filter(isUnderstood).length;
		return {
			seen: withContent.length,
			understood,
			incomplete: understood < parts.length,
			otherAuthors: [...others],
			chatId: commonChatId(parts),
			ownerNames,
		};
	};
}

/** The last elements; the list itself may hold hundreds. */
const newest = (elements: ArrayLike<Element>): Element[] => Array.prototype.slice.call(elements, -sampleSize);

function commonChatId(parts: readonly MessagePart[]): ChatId | undefined {
	let common: ChatId | undefined;
	for (const { id } of parts) {
		const chatId = chatIdOfMessageId(id);
		if (!chatId) continue;
		if (common && common.id !== chatId.id) return undefined;
		common = chatId;
	}
	return common;
}

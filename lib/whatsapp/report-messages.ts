/**
 * Tells each message of the open chat once, a moment after the page shows it. Only what is new is read: a chat that is
 * scrolled through costs no more than its messages.
 */
import { reportLimits, type ShownMessage } from "./facts";
import type { ElementList, Finder } from "./find-elements";
import type { Schedule } from "./identify-chat";
import { isShell, messageId } from "./message-elements";
import { type ReadMessagesOptions, readMessageElements } from "./read-messages";

/** Messages are told together, and after what the user waits for: the card. */
const pauseMs = 400;

/** The open chat's message elements, and how to read them. */
export type ShownMessages = ReadMessagesOptions & { elements: ElementList; finder: Finder };

export type MessageReporter = {
	/** Another chat is open, or none: what is still to be told of the one before is told now. */
	enter(): void;
	/** Looks for new messages in a moment. */
	look(shown: ShownMessages): void;
};

export function createMessageReporter(
	schedule: Schedule,
	onMessages: (messages: ShownMessage[]) => void,
): MessageReporter {
	const told = new Set<string>();
	let begun = false;
	let latest: ShownMessages | undefined;
	let cancel: (() => void) | undefined;

	function tell(): void {
		cancel = undefined;
		if (!latest) return;
		const { elements, finder } = latest;
		const all = Array.from(elements);
		const isTold = (element: Element) => told.has(messageId(element));
		const lastTold = all.findLastIndex(isTold);
		const messages: ShownMessage[] = [];
		let room = reportLimits.report;
		const isFull = () => messages.length >= reportLimits.messages || room <= 0;
		for (const [from, until] of runsOf(all, (element) => !isTold(element))) {
			if (isFull()) break;
			const arrived = begun && lastTold >= 0 && from > lastTold;
			// The message before tells who writes where a run of messages has one mark only.
			const context = from > 0 ? from - 1 : from;
			const run = withoutLongGaps(all.slice(context, until), finder);
			const unread = readMessageElements(run, finder, latest).filter(({ id }) => !told.has(id));
			for (const message of unread) {
				if (isFull()) break;
				room -= message.text?.length ?? 0;
				told.add(message.id);
				messages.push({ ...message, arrived });
			}
		}
		if (messages.length === 0) return;
		begun = true;
		onMessages(messages);
		// The rest follows in the next turn.
		if (isFull()) cancel = schedule(tell, pauseMs);
	}

	return {
		enter() {
			// What was about to be told is read from the elements, which outlive their place in the page for now.
			cancel?.();
			if (cancel) tell();
			cancel?.();
			cancel = undefined;
			latest = undefined;
			begun = false;
			told.clear();
		},
		look(shown) {
			latest = shown;
			cancel ??= schedule(tell, pauseMs);
		},
	};
}

/** Of placeholders one behind the other the first is enough: it parts what stands before from what stands behind. */
function withoutLongGaps(elements: readonly Element[], finder: Finder): Element[] {
	let inGap = false;
	return elements.filter((element) => {
		const wasInGap = inGap;
		inGap = isShell(element, finder);
		return !inGap || !wasInGap;
	});
}

/** Where one after the other fits: the first of each run, and the one behind its last. */
function runsOf(all: readonly Element[], fits: (element: Element) => boolean): [number, number][] {
	const runs: [number, number][] = [];
	for (const [index, element] of all.entries()) {
		if (!fits(element)) continue;
		const run = runs.at(-1);
		if (run?.[1] === index) run[1] = index + 1;
		else runs.push([index, index + 1]);
	}
	return runs;
}

/**
 * The little that tells whether anything happened: which chat the page shows and its newest message. Read at
 * every change of the page, before anything else is.
 */
import type { Reading } from "./facts";
import type { ElementList, Finder } from "./find-elements";
import { findMessageElements, messageId } from "./message-elements";
import { readTitle } from "./read-chat";

export type PageView = {
	/** The open chat's element; null when none is open. */
	main: Element | null;
	title: Reading<string> | undefined;
	selectedRow: Element | null;
	messages: Reading<ElementList> | undefined;
	newestId: string;
};

export const emptyView: PageView = {
	main: null,
	title: undefined,
	selectedRow: null,
	messages: undefined,
	newestId: "",
};

export function readPageView(document: Document, finder: Finder): PageView {
	const main = finder.first(document, "main")?.value ?? null;
	if (!main) return emptyView;
	const messages = findMessageElements(main, finder);
	const newest = messages?.value[messages.value.length - 1];
	const pane = finder.first(document, "chatPane")?.value;
	return {
		main,
		title: readTitle(main, finder),
		selectedRow: (pane && finder.first(pane, "selectedChatRow")?.value) ?? null,
		messages,
		newestId: newest ? messageId(newest) : "",
	};
}

export function isSameView(a: PageView, b: PageView): boolean {
	return (
		a.main === b.main &&
		a.title?.value === b.title?.value &&
		a.selectedRow === b.selectedRow &&
		a.newestId === b.newestId &&
		a.messages?.value.length === b.messages?.value.length
	);
}

/**
 * Whether `after` shows another chat than `before`. A new header or main element means so. Chats of the same
 * name leave the header as it is: there the messages tell, whose ids belong to one chat. `settling` says that
 * a switch was seen just before: then the messages may still be arriving, and count only when another row of
 * the chat list was chosen as well.
 */
export function isChatSwitch(
	before: PageView,
	after: PageView,
	{
		beforeIds,
		afterIds,
		settling,
	}: { beforeIds: ReadonlySet<string>; afterIds: ReadonlySet<string>; settling: boolean },
): boolean {
	if (before.main !== after.main || before.title?.value !== after.title?.value) return true;
	const otherRow = before.selectedRow !== after.selectedRow;
	if (beforeIds.size === 0) return otherRow && before.selectedRow !== null;
	return haveNoneInCommon(beforeIds, afterIds) && (otherRow || !settling);
}

export function haveNoneInCommon(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
	for (const id of a) if (b.has(id)) return false;
	return true;
}

export const idsOf = (view: PageView): Set<string> =>
	new Set(Array.from(view.messages?.value ?? [], messageId));

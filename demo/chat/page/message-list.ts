import { OWNER } from "./chats";
import type { Clock } from "./clock";
import { dividerDay, isSameDay } from "./days";
import { deliveryTick } from "./delivery-tick";
import { el } from "./dom";
import type { Labels } from "./labels";
import styles from "./message.module.css";
import { messageRow, type RowContext, shellRow, unknownRow } from "./message-row";
import { type Chat, type ChatEntry, type ChatMessage, isNotice } from "./model";

/** Chats with more messages than this keep only what is near the view; the newest that many start with a body. */
const BODIES_AT_START = 60;
/** Chats with more messages than this are laid out in blocks, so that one that changes does not lay all others out again. */
const WHOLE_AT_MOST = 1_000;
const BLOCK_ROWS = 100;
/** How far outside the view a message keeps its body. */
const BODY_MARGIN = "900px 0px";

/** Closer to the end than this counts as reading the newest message. */
const AT_NEWEST_PX = 24;

export type MessageList = {
	element: HTMLElement;
	append: (message: ChatMessage) => void;
	updateTick: (message: ChatMessage) => void;
	scrollToNewest: () => void;
	/** Stops watching the scroller. */
	dispose: () => void;
};

/** The scroller with date dividers and message rows. Far rows of a long chat are shells until they come near. */
export function createMessageList(
	chat: Chat,
	options: { labels: Labels; clock: Clock; selectorsBroken: boolean },
): MessageList {
	const { labels, clock } = options;
	const inner = el("div", { class: styles.inner });
	const element = el(
		"div",
		{ class: styles.scroller, "data-testid": "conversation-panel-messages", tabindex: "0" },
		inner,
	);
	const rows = new Map<string, HTMLElement>();
	const inBlocks = chat.entries.length > WHOLE_AT_MOST;
	let block = inner;
	const messagesByRow = new WeakMap<Element, { message: ChatMessage; context: RowContext }>();
	const virtualised = chat.entries.length > BODIES_AT_START;
	const observer = new IntersectionObserver(exchangeBodies, { root: element, rootMargin: BODY_MARGIN });

	/** Measures all before it changes any: after a change, each measure would lay the whole list out again. */
	function exchangeBodies(seen: IntersectionObserverEntry[]): void {
		const exchanged = seen.flatMap(({ target, isIntersecting }) => {
			const drawn = messagesByRow.get(target);
			const isShell = target.querySelector('[data-virtualized="true"]') !== null;
			if (!drawn || isIntersecting !== isShell) return [];
			const height = target.firstElementChild?.getBoundingClientRect().height ?? 0;
			return { target, isIntersecting, height, ...drawn };
		});
		for (const { target, isIntersecting, height, message, context } of exchanged) {
			const next = isIntersecting ? messageRow(message, context) : shellRow(message, context, height);
			target.replaceChildren(...next.childNodes);
		}
	}

	function addRow(message: ChatMessage, first: boolean, shell: boolean): void {
		const context: RowContext = { chat, labels, owner: OWNER, first };
		const row = options.selectorsBroken
			? unknownRow(message, context)
			: shell
				? shellRow(message, context, estimatedHeight(message))
				: messageRow(message, context);
		if (inBlocks && rows.size % BLOCK_ROWS === 0) {
			block = el("div", { class: styles.block });
			inner.append(block);
		}
		rows.set(message.id, row);
		block.append(row);
		if (!virtualised || options.selectorsBroken) return;
		messagesByRow.set(row, { message, context });
		observer.observe(row);
	}

	function addEntry(entry: ChatEntry, previous: ChatEntry | undefined, shell: boolean): void {
		const newDay = !previous || !isSameDay(previous.at, entry.at);
		if (newDay) block.append(dateDivider(dividerDay(entry.at, clock(), labels)));
		if (isNotice(entry)) block.append(noticeRow(entry.notice));
		else addRow(entry, newDay || !isSameRun(previous, entry), shell);
	}

	const firstBody = chat.entries.length - BODIES_AT_START;
	chat.entries.forEach((entry, index) => {
		addEntry(entry, chat.entries[index - 1], virtualised && index < firstBody);
	});

	const scrollToNewest = () => {
		element.scrollTop = element.scrollHeight;
	};
	// A growing composer takes height from here; whoever was reading the newest message goes on reading it.
	let atNewest = true;
	element.addEventListener(
		"scroll",
		() => {
			atNewest = element.scrollHeight - element.clientHeight - element.scrollTop < AT_NEWEST_PX;
		},
		{ passive: true },
	);
	const resized = new ResizeObserver(() => {
		if (atNewest) scrollToNewest();
	});
	resized.observe(element);
	return {
		element,
		append(message) {
			addEntry(message, chat.entries[chat.entries.indexOf(message) - 1], false);
			if (message.outgoing || atNewest) scrollToNewest();
		},
		updateTick(message) {
			const tick = rows.get(message.id)?.querySelector('[data-testid="msg-meta"] [data-icon]');
			if (message.delivery) tick?.replaceWith(deliveryTick(message.delivery, labels));
		},
		scrollToNewest,
		dispose() {
			observer.disconnect();
			resized.disconnect();
		},
	};
}

function isSameRun(previous: ChatEntry | undefined, message: ChatMessage): boolean {
	if (!previous || isNotice(previous)) return false;
	return previous.outgoing === message.outgoing && previous.author === message.author;
}

function dateDivider(text: string): HTMLElement {
	return el("div", { class: styles.divider }, el("span", { dir: "auto" }, text));
}

function noticeRow(text: string): HTMLElement {
	return el("div", { role: "row", class: styles.divider }, el("span", { dir: "auto" }, text));
}

/** A first guess at a bubble's height in pixels, so that the scroll bar is about right before anything was drawn. */
function estimatedHeight(message: ChatMessage): number {
	const media = { image: 190, voice: 52, document: 58 };
	const lines = message.text ? message.text.split("\n").length + Math.floor(message.text.length / 60) : 0;
	return 14 + lines * 20 + (message.media ? media[message.media.kind] : 0) + (message.quote ? 50 : 0);
}

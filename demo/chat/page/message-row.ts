import { avatar } from "./avatar";
import { bubbleTime, prePlainText } from "./date-styles";
import { deliveryTick } from "./delivery-tick";
import { hashOf, hexOf } from "./deterministic";
import { el } from "./dom";
import type { Labels } from "./labels";
import { mediaView } from "./media";
import styles from "./message.module.css";
import { messageText, plainPreview } from "./message-text";
import type { Chat, ChatMessage } from "./model";

export type RowContext = {
	chat: Chat;
	labels: Labels;
	owner: string;
	/** Whether this message opens a run of one author's: only it has a tail. */
	first: boolean;
};

/** The row of a message with its body. */
export function messageRow(message: ChatMessage, context: RowContext): HTMLElement {
	const row = emptyRow(message, context);
	row.append(wrapped(message, context));
	return row;
}

/** The row of a message that is far from view: a shell of the right height without a body. */
export function shellRow(message: ChatMessage, context: RowContext, heightPx: number): HTMLElement {
	const row = emptyRow(message, context);
	const shell = messageElement(message, context);
	shell.dataset.virtualized = "true";
	shell.style.height = `${heightPx}px`;
	row.append(shell);
	return row;
}

function emptyRow(message: ChatMessage, { first }: RowContext): HTMLElement {
	const side = message.outgoing ? styles.rowOut : styles.rowIn;
	return el("div", { role: "row", class: `${styles.row} ${side} ${first ? styles.rowFirst : ""}` });
}

/** The element that is the message to a reader: `conv-msg-…` with `data-id`, and in an older chat its class. */
function messageElement(message: ChatMessage, { chat }: RowContext): HTMLElement {
	const direction = message.outgoing ? "message-out" : "message-in";
	return el("div", {
		tabindex: "-1",
		class: `focusable-list-item ${styles.message} ${chat.legacy ? direction : ""}`,
		"data-id": message.id,
		"data-testid": `conv-msg-${message.id}`,
	});
}

function wrapped(message: ChatMessage, context: RowContext): HTMLElement {
	const element = messageElement(message, context);
	element.append(...body(message, context));
	if (!message.doubled) return element;
	const outer = messageElement(message, context);
	outer.append(element);
	return outer;
}

function body(message: ChatMessage, context: RowContext): HTMLElement[] {
	const { chat, first } = context;
	const side = message.outgoing ? "out" : "in";
	const container = el(
		"div",
		{ class: `${styles.bubble} ${first ? styles.bubbleFirst : ""}`, "data-testid": "msg-container" },
		...bubbleContent(message, context),
	);
	const faced = chat.kind === "group" && !message.outgoing;
	const tail = first
		? el("span", {
				class: styles.tail,
				"data-testid": `tail-${side}`,
				"data-icon": `tail-${side}`,
				"aria-hidden": "true",
			})
		: null;
	const face = faced
		? el(
				"div",
				{ class: styles.face },
				first ? avatar({ key: message.author, title: message.author, kind: "contact" }) : null,
			)
		: null;
	return [face, tail, container].filter((part) => part !== null);
}

function bubbleContent(message: ChatMessage, context: RowContext): HTMLElement[] {
	const { chat, first } = context;
	const parts: HTMLElement[] = [];
	if (chat.kind === "group" && first && !message.outgoing) {
		const colour = styles[`author${hashOf(message.author) % 5}`];
		parts.push(
			el(
				"div",
				{ class: `${styles.author} ${colour}`, "data-testid": "author" },
				el("span", { dir: "auto" }, message.author),
			),
		);
	}
	if (message.media) parts.push(mediaView(message.media, message.id));
	const meta = messageMeta(message, context);
	if (!message.text) return [...parts, meta];
	const copyable = el("div", {
		class: `copyable-text ${styles.copyable}`,
		"data-pre-plain-text": prePlainText(message.at, message.author, chat.dateStyle),
	});
	if (message.quote) copyable.append(quotedMessage(message.quote, context));
	copyable.append(messageText(message.text), meta);
	return [...parts, copyable];
}

function quotedMessage(quote: { author: string; text: string }, { owner, labels }: RowContext): HTMLElement {
	const author = quote.author === owner ? labels.you : quote.author;
	return el(
		"div",
		{ class: styles.quote, "data-testid": "quoted-message", role: "button" },
		el("span", { class: styles.quoteAuthor, dir: "auto" }, author),
		el("span", { class: `quoted-mention ${styles.quoteText}`, dir: "auto" }, plainPreview(quote.text)),
	);
}

function messageMeta(message: ChatMessage, { chat, labels }: RowContext): HTMLElement {
	return el(
		"div",
		{ class: styles.meta, "data-testid": "msg-meta" },
		el("span", { dir: "auto" }, bubbleTime(message.at, chat.dateStyle)),
		message.delivery ? deliveryTick(message.delivery, labels) : null,
	);
}

/** A row that looks the same to a person and like nothing known to a reader: what an update of the page could bring. */
export function unknownRow(message: ChatMessage, context: RowContext): HTMLElement {
	const row = messageRow(message, context);
	for (const element of row.querySelectorAll("*")) {
		for (const name of ["data-id", "data-testid", "data-icon", "data-pre-plain-text", "aria-label"]) {
			element.removeAttribute(name);
		}
		element.classList.remove(
			"copyable-text",
			"selectable-text",
			"message-in",
			"message-out",
			"focusable-list-item",
		);
		element.classList.remove("quoted-mention");
	}
	row.firstElementChild?.setAttribute("data-ref", hexOf(message.id, 12).toLowerCase());
	return row;
}

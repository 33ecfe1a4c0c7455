import { avatar } from "./avatar";
import type { Clock } from "./clock";
import { type Composer, createComposer } from "./composer";
import styles from "./conversation.module.css";
import { el } from "./dom";
import { icon } from "./icons";
import type { Labels } from "./labels";
import { createMessageList, type MessageList } from "./message-list";
import type { Chat } from "./model";
import type { Store } from "./store";

type OpenConversation = { main: HTMLElement; messages: MessageList; composer: Composer | null };

/**
 * Draws the open chat into `place`: `#main` with header, messages and composer, or an intro and no `#main` when
 * no chat is open. A switch builds all of it anew.
 */
export function showConversation(place: HTMLElement, store: Store, clock: Clock, labels: Labels): void {
	let current: OpenConversation | null = null;

	const redraw = () => {
		current?.composer?.dispose();
		current?.messages.dispose();
		const chat = store.openChat();
		current = chat ? build(chat, store, clock, labels) : null;
		place.replaceChildren(current?.main ?? intro(labels));
		current?.messages.scrollToNewest();
		current?.composer?.focus();
	};
	store.subscribe((change) => {
		switch (change.kind) {
			case "opened":
			case "selectors-broken":
				redraw();
				break;
			case "renamed":
				if (change.chat === store.openChat())
					current?.main.querySelector("header")?.replaceWith(header(change.chat, labels));
				break;
			case "added":
				if (change.chat === store.openChat()) current?.messages.append(change.message);
				break;
			case "ticked":
				if (change.chat === store.openChat()) current?.messages.updateTick(change.message);
				break;
			case "list":
				break;
		}
	});
	redraw();
}

function build(chat: Chat, store: Store, clock: Clock, labels: Labels): OpenConversation {
	const messages = createMessageList(chat, { labels, clock, selectorsBroken: store.selectorsBroken() });
	const composer =
		chat.kind === "channel"
			? null
			: createComposer({
					chatTitle: chat.title,
					labels,
					draft: store.draft(chat.key),
					onDraft: (text) => {
						if (text !== store.draft(chat.key)) store.setDraft(chat.key, text);
					},
					onSend: (text) => store.send(chat.key, text),
				});
	const foot = composer?.element ?? el("div", { class: styles.readOnly }, labels.channelOnly);
	const body = el(
		"div",
		{ class: styles.body, "data-testid": "conversation-panel-body" },
		messages.element,
		newestButton(messages, labels),
	);
	const main = el("div", { id: "main", class: styles.main }, header(chat, labels), body, foot);
	return { main, messages, composer };
}

function header(chat: Chat, labels: Labels): HTMLElement {
	const members = [...chat.members, labels.you].join(", ");
	const subtitle = chat.kind === "group" ? members : labels.contactInfo;
	return el(
		"header",
		{ class: styles.header, "data-testid": "conversation-header" },
		avatar(chat),
		el(
			"div",
			{ class: styles.headerText, "data-testid": "conversation-info-header" },
			el(
				"span",
				{
					class: styles.title,
					dir: "auto",
					title: chat.title,
					"data-testid": "conversation-info-header-chat-title",
				},
				chat.title,
			),
			el("span", { class: styles.subtitle, title: subtitle, "data-testid": "chat-subtitle" }, subtitle),
		),
	);
}

/** Appears when the reader has scrolled away from the newest message. */
function newestButton({ element, scrollToNewest }: MessageList, labels: Labels): HTMLElement {
	const button = el(
		"button",
		{ type: "button", class: styles.newest, "aria-label": labels.newest, hidden: true },
		icon("down"),
	);
	button.addEventListener("click", scrollToNewest);
	element.addEventListener(
		"scroll",
		() => {
			button.hidden = element.scrollHeight - element.clientHeight - element.scrollTop < 240;
		},
		{ passive: true },
	);
	return button;
}

function intro(labels: Labels): HTMLElement {
	return el(
		"div",
		{ class: styles.intro, "data-testid": "intro-panel" },
		el("div", { class: styles.introArt }, icon("bubbles")),
		el("h1", {}, labels.introTitle),
		el("p", {}, labels.introText),
	);
}

/**
 * Where things are on WhatsApp Web's page: one registry, each name with its strategies from the most robust
 * to the least. Plain data, because users may put strategies of their own in front (see `find-elements.ts`)
 * and because a test walks the whole table. `#main` and the pane are looked up in the document, everything
 * else inside one of them: `data-testid` is the best hook there is, class names are random.
 */
import type { Sureness } from "./facts";

/** What a user may put in front of the registry, a name: at most so many selectors of so many characters. */
export const mostSelectors = 10;
export const longestSelector = 500;

export type Strategy = { name: string; sureness: Sureness; select: string };

export const selectors = {
	main: [{ name: "id", sureness: "likely", select: "#main" }],
	title: [
		{
			name: "header-testid",
			sureness: "likely",
			select: 'header[data-testid="conversation-header"] [data-testid="conversation-info-header-chat-title"]',
		},
		{
			name: "title-testid",
			sureness: "likely",
			select: '[data-testid="conversation-info-header-chat-title"]',
		},
		{ name: "title-attribute", sureness: "guess", select: "header span[title]" },
		{ name: "dir-auto", sureness: "guess", select: 'header span[dir="auto"]' },
	],
	/** Lines of the header below the title; a group lists its participants there. */
	subtitle: [
		{ name: "testid", sureness: "likely", select: 'header [data-testid*="subtitle"]' },
		{ name: "title-attribute", sureness: "guess", select: "header span[title]" },
		{ name: "dir-auto", sureness: "guess", select: 'header span[dir="auto"]' },
	],
	chatPane: [
		{ name: "id", sureness: "likely", select: "#pane-side" },
		{ name: "testid", sureness: "guess", select: '[data-testid="chat-list"]' },
	],
	chatRow: [
		{ name: "role", sureness: "likely", select: '[role="row"]' },
		{ name: "testid", sureness: "likely", select: '[data-testid^="list-item-"]' },
	],
	chatRowTitle: [
		{ name: "testid", sureness: "likely", select: '[data-testid="cell-frame-title"] span[title]' },
		{ name: "title-attribute", sureness: "guess", select: "span[title]" },
	],
	selectedChatRow: [
		{
			name: "aria-selected",
			sureness: "likely",
			select:
				'[role="row"][aria-selected="true"], [role="row"] [aria-selected="true"], [data-testid^="list-item-"] [aria-selected="true"], [data-testid^="list-item-"][aria-selected="true"]',
		},
	],
	/** The scroller. */
	messagePanel: [
		{ name: "testid", sureness: "likely", select: '[data-testid="conversation-panel-messages"]' },
	],
	message: [
		{
			name: "row-testid",
			sureness: "likely",
			select: '[role="row"] [data-testid^="conv-msg-"][data-id]',
		},
		{ name: "testid", sureness: "likely", select: '[data-testid^="conv-msg-"][data-id]' },
		{ name: "row-data-id", sureness: "guess", select: '[role="row"] [data-id]' },
		{ name: "data-id", sureness: "guess", select: "[data-id]" },
	],
	/** Independent of `message`: if these exist and no message is understood, the reading is broken. */
	messageRow: [{ name: "role", sureness: "likely", select: '[role="row"]' }],
	messageShell: [{ name: "virtualized", sureness: "likely", select: '[data-virtualized="true"]' }],
	messageBody: [
		{ name: "copyable", sureness: "likely", select: ".copyable-text[data-pre-plain-text]" },
		{ name: "pre-plain-text", sureness: "guess", select: "[data-pre-plain-text]" },
		{ name: "copyable-class", sureness: "guess", select: ".copyable-text" },
	],
	messageText: [
		{ name: "testid", sureness: "likely", select: '[data-testid="selectable-text"]' },
		{ name: "class", sureness: "guess", select: ".selectable-text" },
	],
	quotedMessage: [
		{ name: "testid", sureness: "likely", select: '[data-testid="quoted-message"]' },
		{ name: "class", sureness: "guess", select: ".quoted-message" },
	],
	messageMeta: [{ name: "testid", sureness: "likely", select: '[data-testid="msg-meta"]' }],
	legacyIncoming: [{ name: "class", sureness: "likely", select: ".message-in" }],
	legacyOutgoing: [{ name: "class", sureness: "likely", select: ".message-out" }],
	tailIncoming: [
		{ name: "testid", sureness: "likely", select: '[data-testid="tail-in"]' },
		{ name: "icon", sureness: "likely", select: '[data-icon="tail-in"]' },
	],
	tailOutgoing: [
		{ name: "testid", sureness: "likely", select: '[data-testid="tail-out"]' },
		{ name: "icon", sureness: "likely", select: '[data-icon="tail-out"]' },
	],
	/** The delivery tick (or the clock before it): the page shows one on the owner's own messages only. */
	deliveryTick: [
		{
			name: "testid",
			sureness: "likely",
			select: '[data-testid="msg-meta"] [data-testid*="check"]',
		},
		{
			name: "icon",
			sureness: "likely",
			select:
				'[data-testid="msg-meta"] [data-icon*="check"], [data-testid="msg-meta"] [data-icon="msg-time"]',
		},
	],
	composer: [
		{ name: "testid", sureness: "likely", select: 'footer [data-testid="conversation-compose-box-input"]' },
		{
			name: "textbox",
			sureness: "likely",
			select: 'footer [contenteditable]:not([contenteditable="false"])[role="textbox"]',
		},
		{ name: "data-tab", sureness: "guess", select: '[data-tab="10"]' },
	],
} as const satisfies Record<string, readonly Strategy[]>;

export type SelectorName = keyof typeof selectors;

/** The names of the registry, in its order. */
// Marked pure so that the content script, which does not use it, is built without it.
export const selectorNames = /* @__PURE__ */ Object.keys(selectors) as SelectorName[];

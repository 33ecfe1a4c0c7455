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

const strategy =
	(sureness: Sureness) =>
	(name: string, select: string): Strategy => ({ name, sureness, select });
const likely = strategy("likely");
const guess = strategy("guess");

export const selectors = {
	main: [likely("id", "#main")],
	title: [
		likely(
			"header-testid",
			'header[data-testid="conversation-header"] [data-testid="conversation-info-header-chat-title"]',
		),
		likely("title-testid", '[data-testid="conversation-info-header-chat-title"]'),
		guess("title-attribute", "header span[title]"),
		guess("dir-auto", 'header span[dir="auto"]'),
	],
	/** Lines of the header below the title; a group lists its participants there. */
	subtitle: [
		likely("testid", 'header [data-testid*="subtitle"]'),
		guess("title-attribute", "header span[title]"),
		guess("dir-auto", 'header span[dir="auto"]'),
	],
	chatPane: [likely("id", "#pane-side"), guess("testid", '[data-testid="chat-list"]')],
	chatRow: [likely("role", '[role="row"]'), likely("testid", '[data-testid^="list-item-"]')],
	chatRowTitle: [
		likely("testid", '[data-testid="cell-frame-title"] span[title]'),
		guess("title-attribute", "span[title]"),
	],
	selectedChatRow: [
		likely(
			"aria-selected",
			'[role="row"][aria-selected="true"], [role="row"] [aria-selected="true"], [data-testid^="list-item-"] [aria-selected="true"], [data-testid^="list-item-"][aria-selected="true"]',
		),
	],
	/** The scroller. */
	messagePanel: [likely("testid", '[data-testid="conversation-panel-messages"]')],
	message: [
		likely("row-testid", '[role="row"] [data-testid^="conv-msg-"][data-id]'),
		likely("testid", '[data-testid^="conv-msg-"][data-id]'),
		guess("row-data-id", '[role="row"] [data-id]'),
		guess("data-id", "[data-id]"),
	],
	/** Independent of `message`: if these exist and no message is understood, the reading is broken. */
	messageRow: [likely("role", '[role="row"]')],
	messageShell: [likely("virtualized", '[data-virtualized="true"]')],
	messageBody: [
		likely("copyable", ".copyable-text[data-pre-plain-text]"),
		guess("pre-plain-text", "[data-pre-plain-text]"),
		guess("copyable-class", ".copyable-text"),
	],
	messageText: [likely("testid", '[data-testid="selectable-text"]'), guess("class", ".selectable-text")],
	quotedMessage: [likely("testid", '[data-testid="quoted-message"]'), guess("class", ".quoted-message")],
	messageMeta: [likely("testid", '[data-testid="msg-meta"]')],
	legacyIncoming: [likely("class", ".message-in")],
	legacyOutgoing: [likely("class", ".message-out")],
	tailIncoming: [likely("testid", '[data-testid="tail-in"]'), likely("icon", '[data-icon="tail-in"]')],
	tailOutgoing: [likely("testid", '[data-testid="tail-out"]'), likely("icon", '[data-icon="tail-out"]')],
	/** The delivery tick (or the clock before it): the page shows one on the owner's own messages only. */
	deliveryTick: [
		likely("testid", '[data-testid="msg-meta"] [data-testid*="check"]'),
		likely(
			"icon",
			'[data-testid="msg-meta"] [data-icon*="check"], [data-testid="msg-meta"] [data-icon="msg-time"]',
		),
	],
	composer: [
		likely("testid", 'footer [data-testid="conversation-compose-box-input"]'),
		likely("textbox", 'footer [contenteditable]:not([contenteditable="false"])[role="textbox"]'),
		guess("data-tab", '[data-tab="10"]'),
	],
} as const satisfies Record<string, readonly Strategy[]>;

export type SelectorName = keyof typeof selectors;

/** The names of the registry, in its order. */
// Marked pure so that the content script, which does not use it, is built without it.
export const selectorNames = /* @__PURE__ */ Object.keys(selectors) as SelectorName[];

// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { createFinder } from "../../../lib/whatsapp/find-elements";
import { readTitle } from "../../../lib/whatsapp/read-chat";
import { type SelectorName, type Strategy, selectors } from "../../../lib/whatsapp/selectors";
import { loadChat } from "../../fixtures/whatsapp/load-fixture";

/** What each strategy has to find; the page holds exactly one such thing a strategy. */
const examples: Record<SelectorName, string[]> = {
	main: ['<div id="main"></div>'],
	title: [
		'<header data-testid="conversation-header"><div data-testid="conversation-info-header-chat-title">x</div></header>',
		'<div data-testid="conversation-info-header-chat-title">x</div>',
		'<header><span title="x">x</span></header>',
		'<header><span dir="auto">x</span></header>',
	],
	subtitle: [
		'<header><div data-testid="chat-subtitle">x</div></header>',
		'<header><span title="x">x</span></header>',
		'<header><span dir="auto">x</span></header>',
	],
	chatPane: ['<div id="pane-side"></div>', '<div data-testid="chat-list"></div>'],
	chatRow: ['<div role="row"></div>', '<div data-testid="list-item-3"></div>'],
	chatRowTitle: [
		'<div data-testid="cell-frame-title"><span title="x">x</span></div>',
		'<span title="x">x</span>',
	],
	selectedChatRow: ['<div role="row" aria-selected="true"></div>'],
	messagePanel: ['<div data-testid="conversation-panel-messages"></div>'],
	message: [
		'<div role="row"><div data-testid="conv-msg-A" data-id="A"></div></div>',
		'<div data-testid="conv-msg-A" data-id="A"></div>',
		'<div role="row"><div data-id="A"></div></div>',
		'<div data-id="A"></div>',
	],
	messageRow: ['<div role="row"></div>'],
	messageShell: ['<div data-virtualized="true"></div>'],
	messageBody: [
		'<div class="copyable-text" data-pre-plain-text="x"></div>',
		'<div data-pre-plain-text="x"></div>',
		'<div class="copyable-text"></div>',
	],
	messageText: ['<span data-testid="selectable-text"></span>', '<span class="selectable-text"></span>'],
	quotedMessage: ['<div data-testid="quoted-message"></div>', '<div class="quoted-message"></div>'],
	messageMeta: ['<div data-testid="msg-meta"></div>'],
	legacyIncoming: ['<div class="message-in"></div>'],
	legacyOutgoing: ['<div class="message-out"></div>'],
	tailIncoming: ['<i data-testid="tail-in"></i>', '<i data-icon="tail-in"></i>'],
	tailOutgoing: ['<i data-testid="tail-out"></i>', '<i data-icon="tail-out"></i>'],
	deliveryTick: [
		'<div data-testid="msg-meta"><i data-testid="msg-dblcheck"></i></div>',
		'<div data-testid="msg-meta"><i data-icon="msg-check"></i></div>',
	],
	composer: [
		'<footer><div data-testid="conversation-compose-box-input"></div></footer>',
		'<footer><div contenteditable="true" role="textbox"></div></footer>',
		'<div data-tab="10"></div>',
	],
};

const names = Object.keys(selectors) as SelectorName[];
const cases = names.flatMap((name) =>
	selectors[name].map((strategy: Strategy, index) => ({ name, strategy, html: examples[name][index] ?? "" })),
);

describe("the registry", () => {
	it.each(cases)(
		"$name: $strategy.name finds its element when nothing better is there",
		({ name, strategy, html }) => {
			document.body.innerHTML = html;
			const found = createFinder(document).first(document, name);
			expect(found).toMatchObject({ strategy: strategy.name, sureness: strategy.sureness });
		},
	);

	it.each(cases)("$name: $strategy.name gives way to everything before it", ({ name, strategy }) => {
		document.body.innerHTML = [...examples[name]].reverse().join("");
		const first = selectors[name][0];
		expect(createFinder(document).first(document, name)?.strategy).toBe(first.name);
		expect(selectors[name].map((one: Strategy) => one.name)).toContain(strategy.name);
	});

	it.each(names)("%s: finds nothing on an empty page", (name) => {
		document.body.innerHTML = "<p>Hello</p>";
		const finder = createFinder(document);
		expect(finder.first(document, name)).toBeUndefined();
		expect(finder.all(document, name)).toBeUndefined();
	});
});

describe("overrides", () => {
	let main: HTMLElement;
	beforeEach(() => {
		main = loadChat(document, "conversation");
	});

	it("are tried first and named", () => {
		main.insertAdjacentHTML("afterbegin", '<h2 class="name">Somebody else</h2>');
		const finder = createFinder(document, { title: ["#main h2.name"] });
		expect(readTitle(main, finder)).toEqual({
			value: "Somebody else",
			strategy: "override",
			sureness: "likely",
		});
	});

	it("leave the built-in strategies behind them", () => {
		const finder = createFinder(document, { title: [".nowhere"] });
		expect(readTitle(main, finder)?.strategy).toBe("header-testid");
		expect(finder.invalidOverrides).toEqual([]);
	});

	it.each([
		["invalid CSS", { title: ["span[[", "header span"] }, ["title"]],
		["a bracket that is left open", { messageBody: ["[data-pre-plain-text"] }, ["messageBody"]],
		["a condition that is left open", { subtitle: [".a:not(.b"] }, ["subtitle"]],
		["a comment that is left open", { title: [".a /*"] }, ["title"]],
		["an empty selector", { composer: [" "] }, ["composer"]],
		["a name the registry does not have", { heading: ["h1"] }, ["heading"]],
		["an inherited name", { constructor: ["h1"] }, ["constructor"]],
		["a list that is none", { title: "h1" }, []],
		["something that is no text", { title: [7, null] }, ["title"]],
		["nothing at all", { title: null }, ["title"]],
	])("with %s do not throw", (_, overrides, invalid) => {
		const finder = createFinder(document, overrides as unknown as Record<string, string[]>);
		expect(finder.invalidOverrides).toEqual(invalid);
		expect(readTitle(main, finder)).toBeDefined();
	});
});

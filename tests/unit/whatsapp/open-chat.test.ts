// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { ChatFacts } from "../../../lib/whatsapp/facts";
import { createFinder } from "../../../lib/whatsapp/find-elements";
import { openChat, rowsWithTitle } from "../../../lib/whatsapp/open-chat";

let open: ChatFacts | null;
/** What is open at each further look. */
let later: (ChatFacts | null)[];
let pressed: string[];

const facts = (title: string, chatId: string, settled = true): ChatFacts => ({
	title: { value: title, strategy: "x", sureness: "likely" },
	chatId: { value: chatId, strategy: "x", sureness: "certain" },
	looksLikeGroup: false,
	settled,
});
const lucia = { title: "Lucía", chatId: "34612345678@c.us" };
const row = (title: string, preview = "") =>
	`<div role="row"><div role="gridcell"><div data-testid="cell-frame-title"><span title="${title}">${title}</span></div><div data-testid="cell-frame-secondary"><span title="${preview}">${preview}</span></div></div></div>`;

/** A page whose list has these rows. */
function show(...rows: string[]): void {
	document.body.innerHTML = `<div id="pane-side">${rows.join("")}</div>`;
	for (const cell of document.querySelectorAll('[role="gridcell"]'))
		cell.addEventListener("click", () => pressed.push(cell.querySelector("span")?.title ?? ""));
}

beforeEach(() => {
	open = facts("Marco", "393331234567@c.us");
	later = [];
	pressed = [];
});

const ask = (chat: { title: string; chatId?: string } = lucia) =>
	openChat(
		{
			readPage: () => ({ chat: open }),
			rowsOf: (title) => rowsWithTitle(document, createFinder(document), title),
			wait: async () => {
				open = later.shift() ?? open;
			},
		},
		chat,
	);

describe("a chat", () => {
	it("is opened by its row, once, and waited for until the page has told its id", async () => {
		show(row("Marco"), row("Lucía"));
		later = [facts("Lucía", "393331234567@c.us", false), facts("Lucía", "34612345678@c.us")];
		expect(await ask()).toBe(true);
		expect(pressed).toEqual(["Lucía"]);
	});

	it("that is open already is not pressed", async () => {
		show(row("Lucía"));
		open = facts("Lucía", "34612345678@c.us");
		expect(await ask()).toBe(true);
		expect(pressed).toEqual([]);
	});

	it("is not looked for in what others wrote", async () => {
		show(row("Marco", "Lucía"));
		expect(await ask()).toBe(false);
		expect(pressed).toEqual([]);
	});

	it("is not guessed between two of its name", async () => {
		show(row("Lucía"), row("Lucía"));
		expect(await ask()).toBe(false);
		expect(pressed).toEqual([]);
	});

	it("is not said to be open where another of its name was", async () => {
		show(row("Lucía"));
		later = [facts("Lucía", "34699999999@c.us")];
		expect(await ask()).toBe(false);
		expect(pressed).toEqual(["Lucía"]);
	});

	it("is not said to be open where the page opens nothing, or shows no list", async () => {
		show(row("Lucía"));
		expect(await ask()).toBe(false);
		document.body.innerHTML = "";
		expect(await ask()).toBe(false);
	});
});

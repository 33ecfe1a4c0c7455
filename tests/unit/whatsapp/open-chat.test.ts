// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import { readChatList } from "../../../lib/whatsapp/chat-list";
import type { ChatFacts } from "../../../lib/whatsapp/facts";
import { createFinder } from "../../../lib/whatsapp/find-elements";
import { openChat } from "../../../lib/whatsapp/open-chat";

let open: ChatFacts | null;
/** What is open at each look after a row was pressed. */
let later: (ChatFacts | null)[];
let pressed: string[];
let time: number;
/** What happens during the next waits, such as something the user does. */
let meanwhile: (() => void)[];

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
function show(...rows: string[]): Element {
	document.body.innerHTML = `<div id="pane-side">${rows.join("")}</div>`;
	listen();
	return document.body.firstElementChild as Element;
}

function listen(): void {
	for (const cell of document.querySelectorAll('[role="gridcell"]'))
		cell.addEventListener("click", () => pressed.push(cell.querySelector("span")?.title ?? ""));
}

const rowHeight = 70;
const viewHeight = 7 * rowHeight;

const inWaits = (waits: number, happen: () => void): unknown =>
	meanwhile.push(() => (waits > 1 ? inWaits(waits - 1, happen) : happen()));

/** A page whose list draws, so many waits after it was scrolled, no rows but those in view; with what it has drawn. */
function showVirtual(titles: readonly string[], { from = 0, waits = 1 } = {}) {
	const pane = show();
	const tops: number[] = [];
	const drawn = new Set<string>();
	let top = from;
	let isDue = false;
	const draw = () => {
		isDue = false;
		const first = Math.floor(top / rowHeight);
		const inView = titles.slice(first, Math.ceil((top + viewHeight) / rowHeight));
		for (const title of inView) drawn.add(title);
		pane.innerHTML = inView.map((title) => row(title)).join("");
		listen();
	};
	Object.defineProperties(pane, {
		clientHeight: { value: viewHeight },
		scrollTop: {
			get: () => top,
			set(value: number) {
				top = Math.max(0, Math.min(value, titles.length * rowHeight - viewHeight));
				tops.push(top);
				if (!isDue) inWaits(waits, draw);
				isDue = true;
			},
		},
	});
	draw();
	return { pane, tops, drawn };
}

const others = (count: number) => Array.from({ length: count }, (_, index) => `Customer ${index}`);

beforeEach(() => {
	open = facts("Marco", "393331234567@c.us");
	later = [];
	pressed = [];
	time = 0;
	meanwhile = [];
});

const ask = (chat: { title: string; chatId?: string } = lucia) =>
	openChat(
		{
			readPage: () => ({ chat: open }),
			readList: (title) => readChatList(document, createFinder(document), title),
			now: () => time,
			wait: async (milliseconds) => {
				time += milliseconds;
				for (const happen of meanwhile.splice(0)) happen();
				if (pressed.length > 0) open = later.shift() ?? open;
			},
		},
		chat,
	);

describe("a chat", () => {
	it("is opened by its row, once, and waited for until the page has told its id", async () => {
		show(row("Marco"), row("Lucía"));
		later = [facts("Lucía", "393331234567@c.us", false), facts("Lucía", "34612345678@c.us")];
		expect(await ask()).toBeNull();
		expect(pressed).toEqual(["Lucía"]);
	});

	it("that is open already is not pressed", async () => {
		show(row("Lucía"));
		open = facts("Lucía", "34612345678@c.us");
		expect(await ask()).toBeNull();
		expect(pressed).toEqual([]);
	});

	it("is not looked for in what others wrote", async () => {
		show(row("Marco", "Lucía"));
		expect(await ask()).toBe("not-found");
		expect(pressed).toEqual([]);
	});

	it("is not guessed between two of its name", async () => {
		show(row("Lucía"), row("Lucía"));
		expect(await ask()).toBe("unsure");
		expect(pressed).toEqual([]);
	});

	it("is not said to be open where another of its name was", async () => {
		show(row("Lucía"));
		later = [facts("Lucía", "34699999999@c.us")];
		expect(await ask()).toBe("unsure");
		expect(pressed).toEqual(["Lucía"]);
	});

	it("is not said to be open where the page opens nothing, or shows no list", async () => {
		show(row("Lucía"));
		expect(await ask()).toBe("unsure");
		document.body.innerHTML = "";
		expect(await ask()).toBe("not-found");
	});
});

describe("a chat whose row is not drawn", () => {
	it.each([
		["far down", 0, 170],
		["last", 0, 199],
		["above what is in view", 100 * rowHeight, 12],
		["first", 193 * rowHeight, 0],
	])("is found %s", async (_, from, index) => {
		const { pane, tops } = showVirtual(others(200).toSpliced(index, 1, "Lucía"), { from });
		later = [facts("Lucía", "34612345678@c.us")];
		expect(await ask()).toBeNull();
		expect(pressed).toEqual(["Lucía"]);
		// Its row is in view, and the list goes no further.
		expect(Math.abs(index * rowHeight - pane.scrollTop)).toBeLessThan(viewHeight);
		expect(pane.scrollTop).toBe(tops.at(-1));
	});

	it("is waited for where the page is slow to draw", async () => {
		const { drawn } = showVirtual(others(150).toSpliced(20, 1, "Lucía"), { waits: 6 });
		later = [facts("Lucía", "34612345678@c.us")];
		expect(await ask()).toBeNull();
		expect(drawn).not.toContain("Customer 60");
	});

	it("and is not in the list at all leaves the list where it was, seen from end to end", async () => {
		const titles = others(200);
		const { pane, drawn } = showVirtual(titles, { from: 90 * rowHeight });
		const before = document.body.textContent;
		expect(await ask()).toBe("not-found");
		for (const draw of meanwhile) draw();
		expect([...drawn].toSorted()).toEqual(titles.toSorted());
		expect(pane.scrollTop).toBe(90 * rowHeight);
		expect(document.body.textContent).toBe(before);
		expect(pressed).toEqual([]);
	});

	it("is looked for no longer than some seconds, however long the list", async () => {
		const { pane } = showVirtual([...others(100_000), "Lucía"], { from: rowHeight });
		expect(await ask()).toBe("not-found");
		expect(time).toBeGreaterThan(3_000);
		expect(time).toBeLessThan(10_000);
		expect(pane.scrollTop).toBe(rowHeight);
	});

	it("is not guessed between two of its name, and the list is where it was", async () => {
		const { pane } = showVirtual([...others(100), "Lucía", "Lucía"]);
		expect(await ask()).toBe("unsure");
		expect(pane.scrollTop).toBe(0);
		expect(pressed).toEqual([]);
	});

	it.each(["wheel", "pointerdown", "keydown"])("is given up when the user acts: %s", async (act) => {
		const { pane } = showVirtual([...others(199), "Lucía"]);
		let at = 0;
		const userActs = () => {
			document.body.dispatchEvent(new Event(act, { bubbles: true }));
			// Where the user has scrolled to.
			pane.scrollTop = at = 30 * rowHeight;
		};
		inWaits(3, userActs);
		expect(await ask()).toBe("interrupted");
		expect(pane.scrollTop).toBe(at);
		expect(at).toBeGreaterThan(0);
		expect(pressed).toEqual([]);
	});

	it("is looked for again after it was given up", async () => {
		showVirtual([...others(60), "Lucía"]);
		inWaits(2, () => document.body.dispatchEvent(new Event("wheel", { bubbles: true })));
		expect(await ask()).toBe("interrupted");
		later = [facts("Lucía", "34612345678@c.us")];
		expect(await ask()).toBeNull();
	});
});

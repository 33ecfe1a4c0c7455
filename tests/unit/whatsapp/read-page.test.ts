// @vitest-environment happy-dom
import { describe, expect, it } from "vitest";
import { createFinder } from "../../../lib/whatsapp/find-elements";
import { findMessageElements } from "../../../lib/whatsapp/message-elements";
import { readChat, readTitle } from "../../../lib/whatsapp/read-chat";
import { readMessages } from "../../../lib/whatsapp/read-messages";
import { createMessageSampler } from "../../../lib/whatsapp/sample-messages";
import { type FixtureName, loadChat } from "../../fixtures/whatsapp/load-fixture";

const settled = { settled: true };

function removeAttribute(root: Element, select: string, name: string): void {
	for (const element of root.querySelectorAll(select)) element.removeAttribute(name);
}

function chatOf(main: HTMLElement, identity: Parameters<typeof readChat>[3] = settled) {
	const finder = createFinder(document);
	const sample = createMessageSampler(finder)(findMessageElements(main, finder)?.value ?? [], new Set());
	return readChat(main, finder, readTitle(main, finder), identity, sample);
}

const messagesOf = (name: FixtureName) => readMessages(loadChat(document, name), createFinder(document));

function scrambleNames(root: Element): void {
	for (const [index, element] of [...root.querySelectorAll("[class]")].entries()) {
		if (!element.matches(".copyable-text, .selectable-text")) element.className = `x${index}z`;
	}
}

describe("the title", () => {
	const removeBetter: [string, (main: HTMLElement) => void][] = [
		["header-testid", () => {}],
		["title-testid", (main) => main.querySelector("header")?.removeAttribute("data-testid")],
		["title-attribute", (main) => main.querySelector("header span")?.removeAttribute("data-testid")],
		["dir-auto", (main) => removeAttribute(main, "header span", "title")],
	];
	it.each(removeBetter.map(([name], index) => [name, index] as const))(
		"is found by %s",
		(strategy, index) => {
			const main = loadChat(document, "conversation");
			for (const [, remove] of removeBetter.slice(0, index + 1)) remove(main);
			expect(readTitle(main, createFinder(document))).toMatchObject({ value: "Lucía Fernández", strategy });
		},
	);

	it("is absent rather than the header's other words", () => {
		const main = loadChat(document, "conversation");
		for (const span of main.querySelectorAll("header span"))
			span.replaceWith(document.createTextNode(span.textContent ?? ""));
		expect(readTitle(main, createFinder(document))).toBeUndefined();
	});

	it("passes on to the next strategy when an element is empty", () => {
		const main = loadChat(document, "conversation");
		main.insertAdjacentHTML("afterbegin", '<h2 class="name"> \u200e </h2>');
		expect(readTitle(main, createFinder(document, { title: ["h2.name"] }))?.value).toBe("Lucía Fernández");
	});

	it("keeps emoji and is bounded", () => {
		const main = loadChat(document, "conversation");
		const span = main.querySelector("header span");
		if (span) span.innerHTML = `Ana <img alt="🙂">${"x".repeat(5000)}`;
		const title = readTitle(main, createFinder(document))?.value ?? "";
		expect(title.startsWith("Ana 🙂x")).toBe(true);
		expect(title.length).toBe(300);
	});
});

describe("chat facts", () => {
	it("have no phone text and no group for a saved contact", () => {
		const facts = chatOf(loadChat(document, "conversation"));
		expect(facts.phoneText).toBeUndefined();
		expect(facts.chatId).toBeUndefined();
		expect(facts.looksLikeGroup).toBe(false);
	});
	it("take the title of an unsaved contact as phone text", () => {
		const facts = chatOf(loadChat(document, "unsaved-number"));
		expect(facts.phoneText).toMatchObject({ value: "+34 699 000 111", strategy: "header-testid" });
	});
	it("take the author when the title is a self-chosen name", () => {
		const main = loadChat(document, "unsaved-number");
		const span = main.querySelector("header span");
		if (span) span.textContent = "~Pedro";
		expect(chatOf(main).phoneText).toMatchObject({ value: "+34 699 000 111", strategy: "message-author" });
	});
	it("never take the owner's own number for the contact's", () => {
		const main = loadChat(document, "unsaved-number");
		const span = main.querySelector("header span");
		if (span) span.textContent = "~Pedro";
		const tail = main.querySelector('[data-testid="tail-in"]');
		for (const name of ["data-testid", "data-icon"]) tail?.setAttribute(name, "tail-out");
		expect(chatOf(main).phoneText).toBeUndefined();
	});
	it("have no phone at all for a username", () => {
		const facts = chatOf(loadChat(document, "username"));
		expect(facts.title?.value).toBe("@nora.designs");
		expect(facts).toMatchObject({ phoneText: undefined, phoneId: undefined, chatId: undefined });
	});
	it("see a group by its participants and by its authors, without an id", () => {
		const main = loadChat(document, "group");
		expect(chatOf(main)).toMatchObject({ looksLikeGroup: true, phoneText: undefined });
		main.querySelectorAll("header span")[1]?.remove();
		expect(chatOf(main).looksLikeGroup).toBe(true);
		main.querySelector('[data-id="AC12"]')?.remove();
		expect(chatOf(main).looksLikeGroup).toBe(false);
	});
	it("let the id decide what a group is", () => {
		const id = (value: string) => ({
			settled: true,
			chatId: { value, strategy: "peek", sureness: "certain" as const },
		});
		expect(chatOf(loadChat(document, "group"), id("34612345678@c.us")).looksLikeGroup).toBe(false);
		expect(chatOf(loadChat(document, "conversation"), id("120363@g.us")).looksLikeGroup).toBe(true);
	});
	it.each(["last seen Monday, 10:30", "zuletzt online am Mo., 10.30 Uhr", "online", "Fernández, Lucía"])(
		"do not take %j below the title for participants",
		(subtitle) => {
			const main = loadChat(document, "conversation");
			const [title, below] = main.querySelectorAll("header span");
			if (subtitle.startsWith("Fern") && title) title.textContent = subtitle;
			below?.setAttribute("title", subtitle);
			expect(chatOf(main).looksLikeGroup).toBe(false);
		},
	);
	it("read the chat's id from older message ids once the page's own data stay silent", () => {
		const main = loadChat(document, "legacy");
		expect(chatOf(main, { settled: false }).chatId).toBeUndefined();
		expect(chatOf(main).chatId).toEqual({
			value: "447911123456@c.us",
			strategy: "message-id",
			sureness: "likely",
		});
	});
});

it("an older message id counts more than the address book, and less than the page's own id", () => {
	const main = loadChat(document, "legacy");
	const reading = (value: string, sureness: "certain" | "guess") => ({ value, strategy: "x", sureness });
	const guessed = {
		settled: true,
		chatId: reading("1@lid", "guess"),
		phoneId: reading("34611222333@c.us", "guess"),
	};
	expect(chatOf(main, guessed)).toMatchObject({ chatId: { value: "447911123456@c.us" }, phoneId: undefined });
	const certain = { settled: true, chatId: reading("1@lid", "certain") };
	expect(chatOf(main, certain).chatId?.value).toBe("1@lid");
});

describe("messages", () => {
	it("are read from every variant of a conversation", () => {
		const messages = messagesOf("conversation");
		expect(messages.map(({ id, text }) => [id, text])).toEqual([
			["AC01", "Hola"],
			["AC02", "¿Tenéis la 👟 en 42?\nGracias"],
			["AC03", null],
			["3EB004", "Sí, queda una en tienda"],
			["3EB005", "Te la reservo"],
			["3EB006", null],
			["AC07", "Perfecto"],
		]);
		expect(messages.map(({ direction, directionFrom }) => `${direction} ${directionFrom}`)).toEqual([
			"incoming tail",
			"incoming author",
			"incoming tail",
			"outgoing tail",
			"outgoing author",
			"outgoing tick",
			"incoming tail",
		]);
		expect(messages.map(({ time }) => time)).toEqual([
			"2026-07-10T10:38",
			"2026-07-10T10:38",
			null,
			"2026-07-10T10:41",
			"2026-07-10T10:41",
			null,
			"2026-07-15T09:05",
		]);
		expect(messages[0]).toMatchObject({ author: "Lucía Fernández", rawTime: "10:38, 10/07/2026" });
		expect(messages[2]).toMatchObject({ author: null, rawTime: null });
	});

	it("of the older page have their direction from ids and classes, and month-first dates", () => {
		const messages = messagesOf("legacy");
		expect(messages.map(({ directionFrom, direction }) => `${direction} ${directionFrom}`)).toEqual([
			"incoming id-prefix",
			"outgoing id-prefix",
			"incoming legacy-class",
			"outgoing legacy-class",
		]);
		expect(messages.map(({ time }) => time)).toEqual([
			"2026-06-15T13:57",
			"2026-06-15T14:02",
			"2026-06-02T14:03",
			"2026-06-02T14:03",
		]);
	});

	it("of a page in another language are the same", () => {
		expect(messagesOf("other-language")).toMatchObject([
			{ text: "你好", direction: "incoming", time: "2026-07-14T22:30", author: "李雷" },
			{ text: "您好", direction: "outgoing", time: "2026-07-15T09:05" },
		]);
	});

	it("of a page with other class names are the same", () => {
		const expected = messagesOf("conversation");
		const main = loadChat(document, "conversation");
		scrambleNames(main);
		expect(readMessages(main, createFinder(document))).toEqual(expected);
	});

	it("keep their raw time and have no other when the order of day and month is unknown", () => {
		const main = loadChat(document, "conversation");
		main.querySelector('[data-id="AC07"]')?.remove();
		const finder = createFinder(document);
		expect(readMessages(main, finder)[0]).toMatchObject({ rawTime: "10:38, 10/07/2026", time: null });
		expect(readMessages(main, finder, { dayOrder: "month-first" })[0]?.time).toBe("2026-10-07T10:38");
	});

	const weaker: [string, (main: HTMLElement) => void, number][] = [
		["testid", (main) => removeAttribute(main, '[role="row"]', "role"), 7],
		["row-data-id", (main) => removeAttribute(main, "[data-id]", "data-testid"), 7],
	];
	it.each(weaker)("are found by %s", (strategy, weaken, count) => {
		const main = loadChat(document, "conversation");
		weaken(main);
		const finder = createFinder(document);
		expect(findMessageElements(main, finder)?.strategy).toBe(strategy);
		expect(readMessages(main, finder)).toHaveLength(count);
	});

	it("keep their text when it is marked by class only, or not at all", () => {
		const expected = messagesOf("conversation").map(({ text }) => text);
		const main = loadChat(document, "conversation");
		const finder = createFinder(document);
		for (const one of main.querySelectorAll('[data-testid="selectable-text"]'))
			one.removeAttribute("data-testid");
		expect(readMessages(main, finder).map(({ text }) => text)).toEqual(expected);
		for (const one of main.querySelectorAll(".selectable-text")) one.classList.remove("selectable-text");
		expect(readMessages(main, finder).map(({ text }) => text)).toEqual(expected);
	});

	it("have an unknown direction when nothing tells", () => {
		const main = loadChat(document, "username");
		main.querySelector('[data-testid="tail-in"]')?.remove();
		const finder = createFinder(document);
		expect(readMessages(main, finder)[0]).toMatchObject({ direction: "unknown", directionFrom: "none" });
		expect(readMessages(main, finder, { ownerNames: new Set(["Nora"]) })[0]).toMatchObject({
			direction: "outgoing",
			directionFrom: "author",
		});
	});

	it("do not get a direction from an author who has both", () => {
		const main = loadChat(document, "conversation");
		for (const one of main.querySelectorAll("[data-pre-plain-text]")) {
			one.setAttribute("data-pre-plain-text", "[10:38, 15/07/2026] Lucía: ");
		}
		const byId = new Map(
			readMessages(main, createFinder(document)).map((message) => [message.id, message.direction]),
		);
		expect(byId.get("AC02")).toBe("unknown");
		expect(byId.get("AC01")).toBe("incoming");
	});

	it("of an empty chat are none", () => {
		const main = loadChat(document, "username");
		main.querySelector('[data-testid="conversation-panel-messages"]')?.replaceChildren();
		expect(readMessages(main, createFinder(document))).toEqual([]);
	});
});

describe("the clock beside a message without a raw time", () => {
	const clocksOf = (clock: string, clocks: boolean) => {
		const main = loadChat(document, "conversation");
		const panel = main.querySelector('[data-testid="conversation-panel-messages"]');
		panel?.insertAdjacentHTML(
			"beforeend",
			`<div role="row"><div data-testid="conv-msg-P1" data-id="P1"><div data-testid="image-thumb"></div><div data-testid="msg-meta">${clock}</div></div></div>`,
		);
		return readMessages(main, createFinder(document), { clocks });
	};

	it.each(["10:38", "10:38\u202fp.\u00a0m.", "Editado 22:05", "10.38"])(
		"is read where it is asked for: %s",
		(clock) => {
			const message = clocksOf(clock, true).find(({ id }) => id === "P1");
			expect(message).toMatchObject({ text: null, rawTime: null, time: null });
			expect(message?.clock).toMatch(/10[:.]38|22:05/);
		},
	);

	it("is read beside no other message, and not unless it is asked for", () => {
		for (const message of clocksOf("10:38", true))
			if (message.rawTime !== null) expect(message).not.toHaveProperty("clock");
		for (const message of clocksOf("10:38", false)) expect(message).not.toHaveProperty("clock");
	});

	it.each(["", "Yesterday", "1".repeat(50)])("is absent where there is none: %j", (text) => {
		expect(clocksOf(text, true).find(({ id }) => id === "P1")).not.toHaveProperty("clock");
	});
});

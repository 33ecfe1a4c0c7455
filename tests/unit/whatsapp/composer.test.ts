// @vitest-environment happy-dom
import { beforeEach, describe, expect, it } from "vitest";
import type { ChatRef } from "../../../lib/whatsapp/chat-ref";
import { insertText } from "../../../lib/whatsapp/composer";
import type { ChatFacts } from "../../../lib/whatsapp/facts";

let composer: HTMLElement;
let open: ChatFacts | null;
/** Called at each wait, in turn. */
let meanwhile: (() => void)[];
let pasted: string[];

const facts = (title: string, chatId?: string, settled = true): ChatFacts => ({
	title: { value: title, strategy: "x", sureness: "likely" },
	...(chatId && { chatId: { value: chatId, strategy: "x", sureness: "certain" } }),
	looksLikeGroup: false,
	settled,
});
const lucia: ChatRef = { title: "Lucía", chatId: "34612345678@c.us" };

beforeEach(() => {
	document.body.innerHTML = `<div contenteditable="true" id="box"><p><br></p></div>`;
	composer = document.querySelector("#box") as HTMLElement;
	open = facts("Lucía", "34612345678@c.us");
	meanwhile = [];
	pasted = [];
	// An editor that takes a paste at its end, a line each.
	composer.addEventListener("paste", (event) => {
		const text = (event as ClipboardEvent).clipboardData?.getData("text/plain") ?? "";
		pasted.push(text);
		event.preventDefault();
		const [first = "", ...lines] = text.split("\n");
		composer.querySelector("p")?.append(first);
		for (const line of lines) composer.insertAdjacentHTML("beforeend", `<p>${line}</p>`);
	});
});

const insert = (text = "Tea\n€3", chat = lucia) =>
	insertText(
		{
			readPage: () => ({ chat: open, composer }),
			wait: async () => meanwhile.shift()?.(),
		},
		{ text, chat },
	);

describe("a text for the message box", () => {
	it("is pasted once", async () => {
		expect(await insert()).toBeNull();
		expect(pasted).toEqual(["Tea\n€3"]);
	});

	it("goes on a new line below a draft, which stays", async () => {
		composer.innerHTML = "<p>Hello</p>";
		expect(await insert()).toBeNull();
		expect(pasted).toEqual(["\nTea\n€3"]);
		expect([...composer.children].map(({ textContent }) => textContent)).toEqual(["Hello", "Tea", "€3"]);
	});

	it("that stands there already is not written again, and one that only ends like the draft is", async () => {
		expect(await insert()).toBeNull();
		expect(await insert()).toBeNull();
		expect(pasted).toEqual(["Tea\n€3"]);
		composer.innerHTML = "<p>Hello</p><p>How are you?</p>";
		expect(await insert("How are you?")).toBeNull();
		expect(pasted).toHaveLength(1);
		composer.innerHTML = "<p>All right yes</p>";
		expect(await insert("yes")).toBeNull();
		expect(await insert("👋")).toBeNull();
		expect(pasted.slice(1)).toEqual(["\nyes", "\n👋"]);
	});

	it("is found below emoji, which the page draws as pictures or not", async () => {
		composer.innerHTML = `<p>Hi <img alt="👋"></p>`;
		composer.addEventListener("paste", () => composer.append("\u200b"));
		expect(await insert("Tea 🫖")).toBeNull();
	});

	it("presses no key and sends no form", async () => {
		const seen: string[] = [];
		for (const type of ["keydown", "keypress", "keyup", "click", "submit", "beforeinput"])
			document.addEventListener(type, () => seen.push(type), { capture: true });
		await insert("One\nTwo\nThree");
		expect(seen).toEqual([]);
	});
});

describe("nothing is written", () => {
	it.each([
		["no chat is open", null, "no-chat"],
		["a chat of another name is open", facts("Marco", "34612345678@c.us"), "other-chat"],
		["a chat of the same name is open", facts("Lucía", "393331234567@c.us"), "other-chat"],
		["its id is not known yet", facts("Lucía", undefined, false), "other-chat"],
		["its id is no longer known", facts("Lucía"), "other-chat"],
	])("when %s", async (_case, chat, failure) => {
		open = chat;
		expect(await insert()).toBe(failure);
		expect(pasted).toEqual([]);
	});

	it("when the chat is left while the caret is put", async () => {
		meanwhile = [
			() => {
				open = facts("Marco", "393331234567@c.us");
			},
		];
		expect(await insert()).toBe("other-chat");
		expect(pasted).toEqual([]);
	});

	it("when the message box was replaced meanwhile", async () => {
		const box = composer;
		meanwhile = [
			() => {
				composer = document.createElement("div");
			},
		];
		expect(await insert()).toBe("other-chat");
		expect(box.textContent).toBe("");
	});

	it("when there is no message box", async () => {
		const readPage = () => ({ chat: open, composer: null });
		expect(await insertText({ readPage, wait: async () => undefined }, { text: "Tea", chat: lucia })).toBe(
			"no-composer",
		);
	});
});

it("is told when the text is not there afterwards as it was meant", async () => {
	composer.addEventListener("paste", () => composer.append("Tea€3"));
	expect(await insert()).toBe("not-taken");
});

it("takes a chat without an id by its title, once nothing more can be read of it", async () => {
	open = facts("@nora");
	expect(await insert("Tea", { title: "@nora" })).toBeNull();
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it } from "vitest";
import type { MessagesReport } from "../../../lib/whatsapp/facts";
import { peekLag } from "../../../lib/whatsapp/identify-chat";
import { watchPage } from "../../../lib/whatsapp/watch-page";
import { chatAnswer } from "../../fixtures/whatsapp/peek-answers";
import { drawPage, openChat, receive } from "../../fixtures/whatsapp/simple-chat";
import { createFakeTime } from "./fake-schedule";

let time: ReturnType<typeof createFakeTime>;
let reports: MessagesReport[];
let controller: AbortController;

beforeEach(() => {
	time = createFakeTime();
	reports = [];
	controller = new AbortController();
	drawPage(document, ["Ana", "Lucía", "Ana"]);
	watchPage({
		document,
		peek: {
			ask: () => chatAnswer("34612345678@c.us", document.querySelector("header span")?.textContent ?? ""),
		},
		contactDb: { find: () => Promise.resolve(null) },
		now: time.now,
		schedule: time.schedule,
		onFacts: () => undefined,
		onMessages: (report) => reports.push(report),
		signal: controller.signal,
	});
});
afterEach(() => controller.abort());

const said = (id: string) => ({ id, author: "Ana", text: `text of ${id}` });
const mutations = () => new Promise((resolve) => setTimeout(resolve, 5));
const told = () =>
	reports.map(({ messages }) => messages.map(({ id, arrived }) => (arrived ? `${id}!` : id)));

async function open(...ids: string[]): Promise<void> {
	openChat(document, { title: "Ana", row: "row-0", messages: ids.map(said) });
	await mutations();
	await time.pass(peekLag + 1_000);
}

it("tells the messages of a chat once, as history", async () => {
	await open("m1", "m2");
	expect(told()).toEqual([["m1", "m2"]]);
	expect(reports[0]).toMatchObject({
		chat: { title: { value: "Ana" } },
		messages: [{ id: "m1", text: "text of m1", author: "Ana", arrived: false }, { id: "m2" }],
	});
});

it("tells a message that comes while the chat is open as one that arrived", async () => {
	await open("m1");
	receive(document, said("m2"));
	await mutations();
	await time.pass(1_000);
	expect(told()).toEqual([["m1"], ["m2!"]]);
});

it("tells the messages again when the chat is opened again", async () => {
	await open("m1");
	openChat(document, { title: "Lucía", row: "row-1", messages: [said("other")] });
	await mutations();
	await time.pass(peekLag + 1_000);
	await open("m1", "m2");
	expect(told().at(-1)).toEqual(["m1", "m2"]);
});

it("tells what it was about to tell when the chat is left, as of that chat", async () => {
	await open("m1");
	receive(document, said("m2"));
	await mutations();
	openChat(document, { title: "Lucía", row: "row-1", messages: [] });
	await mutations();
	expect(told()).toEqual([["m1"], ["m2!"]]);
	expect(reports[1]?.chat.title?.value).toBe("Ana");
});

it("learns the order of day and month across messages that are not drawn", async () => {
	const shell = (id: string) =>
		`<div role="row"><div data-testid="conv-msg-${id}" data-id="${id}"><div data-virtualized="true"></div></div></div>`;
	openChat(document, { title: "Ana", row: "row-0", messages: ["m1", "m5"].map(said) });
	const rows = document.querySelectorAll('[data-testid="conversation-panel-messages"] [role="row"]');
	rows[0]?.insertAdjacentHTML("afterend", ["m2", "m3", "m4"].map(shell).join(""));
	// Alone, it could be in March as well.
	rows[1]?.querySelector(".copyable-text")?.setAttribute("data-pre-plain-text", "[10:38, 03/08/2026] Ana: ");
	await mutations();
	await time.pass(peekLag + 1_000);
	expect(told()).toEqual([["m1", "m5"]]);
	expect(reports[0]?.messages[1]?.time).toBe("2026-08-03T10:38");
});

it("tells a long chat in several parts", async () => {
	await open(...Array.from({ length: 450 }, (_, index) => `m${index}`));
	await time.pass(5_000);
	expect(reports.map(({ messages }) => messages.length)).toEqual([200, 200, 50]);
	expect(new Set(told().flat()).size).toBe(450);
});

it("tells a few long messages at a time, and no more of one than the background takes", async () => {
	const long = (id: string) => ({ ...said(id), text: "x".repeat(70_000) });
	const ids = Array.from({ length: 20 }, (_, index) => `m${index}`);
	openChat(document, { title: "Ana", row: "row-0", messages: ids.map(long) });
	await mutations();
	await time.pass(peekLag + 5_000);
	expect(reports.map(({ messages }) => messages.length)).toEqual([16, 4]);
	expect(new Set(reports.flatMap(({ messages }) => messages.map(({ text }) => text?.length)))).toEqual(
		new Set([65_536]),
	);
});

it("leaves out a message whose id is longer than the page gives them", async () => {
	await open("m1", "x".repeat(501), "m2");
	expect(told()).toEqual([["m1", "m2"]]);
});

it("tells nothing after its end", async () => {
	await open("m1");
	controller.abort();
	receive(document, said("m2"));
	await mutations();
	await time.pass(1_000);
	expect(reports).toHaveLength(1);
});

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
let take: (report: MessagesReport) => Promise<unknown>;
let sequence: number;
let controller: AbortController;

beforeEach(() => {
	time = createFakeTime();
	reports = [];
	take = async () => undefined;
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
		onFacts: (facts) => {
			sequence = facts.sequence;
		},
		onMessages: (report) => {
			reports.push(report);
			return take(report);
		},
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
		sequence,
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

it("tells again what was not taken", async () => {
	let refuse = 2;
	take = async () => {
		if (refuse-- > 0) throw new Error("The message port closed before a response was received.");
	};
	await open("m1");
	await mutations();
	await time.pass(5_000);
	await mutations();
	await time.pass(5_000);
	expect(told()).toEqual([["m1"], ["m1"], ["m1"]]);
});

it("tells a long chat in several parts", async () => {
	await open(...Array.from({ length: 450 }, (_, index) => `m${index}`));
	await time.pass(5_000);
	expect(reports.map(({ messages }) => messages.length)).toEqual([200, 200, 50]);
	expect(new Set(told().flat()).size).toBe(450);
});

it("tells nothing after its end", async () => {
	await open("m1");
	controller.abort();
	receive(document, said("m2"));
	await mutations();
	await time.pass(1_000);
	expect(reports).toHaveLength(1);
});

// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { ContactMatch } from "../../../lib/whatsapp/contact-db";
import type { PageFacts } from "../../../lib/whatsapp/facts";
import { peekLag } from "../../../lib/whatsapp/identify-chat";
import type { PeekMessage } from "../../../lib/whatsapp/peek-protocol";
import { type WatchPageOptions, watchPage } from "../../../lib/whatsapp/watch-page";
import { loadFixture } from "../../fixtures/whatsapp/load-fixture";
import { ana, chatAnswer, lucia, otherAna } from "../../fixtures/whatsapp/peek-answers";
import { closeChat, drawPage, messageHtml, openChat, receive } from "../../fixtures/whatsapp/simple-chat";
import { createFakeTime } from "./fake-schedule";

let time: ReturnType<typeof createFakeTime>;
let page: PeekMessage;
let contact: ContactMatch | null;
let reports: PageFacts[];
let controller: AbortController;

beforeEach(() => {
	time = createFakeTime();
	page = { status: "none" };
	contact = null;
	reports = [];
	controller = new AbortController();
	drawPage(document, ["Ana", "Lucía", "Ana"]);
});
afterEach(() => controller.abort());

const watch = (options: Partial<WatchPageOptions> = {}) =>
	watchPage({
		document,
		peek: { ask: () => page },
		contactDb: { find: () => Promise.resolve(contact) },
		now: time.now,
		schedule: time.schedule,
		onFacts: (facts) => reports.push(facts),
		signal: controller.signal,
		...options,
	});

/** Long enough for a mutation callback; everything it reports is reported in it. */
const mutations = () => new Promise((resolve) => setTimeout(resolve, 5));
const last = () => reports.at(-1);
const said = (id: string, author = "Ana") => ({ id, author, text: `text of ${id}` });

describe("the first report", () => {
	it("comes at once, with no chat", () => {
		watch();
		expect(reports).toHaveLength(1);
		expect(last()).toMatchObject({ sequence: 1, chat: null, health: { state: "works" } });
	});
	it("comes at once, with the open chat", () => {
		page = lucia;
		loadFixture(document, "conversation");
		page = chatAnswer("34612345678@c.us", "Lucía Fernández");
		watch();
		expect(reports).toHaveLength(1);
		expect(last()?.chat).toMatchObject({ title: { value: "Lucía Fernández" }, settled: true });
	});
	it("comes before the page has anything, and the page is found when it appears", async () => {
		document.body.innerHTML = "";
		watch();
		expect(last()).toMatchObject({ chat: null, health: { state: "not-applicable" } });
		drawPage(document, ["Ana"]);
		await mutations();
		page = ana;
		openChat(document, { title: "Ana", row: "row-0" });
		await mutations();
		expect(last()?.chat?.chatId?.value).toBe("34611222333@c.us");
	});
});

describe("a chat switch", () => {
	it("is reported once, settled, in the callback that shows it", async () => {
		watch();
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		await mutations();
		expect(reports).toHaveLength(2);
		expect(last()).toMatchObject({
			sequence: 2,
			chat: { title: { value: "Ana" }, chatId: { value: "34611222333@c.us" }, settled: true },
			health: { state: "works" },
		});
		page = lucia;
		openChat(document, { title: "Lucía", row: "row-1", messages: [said("L1", "Lucía")] });
		await mutations();
		expect(reports).toHaveLength(3);
		expect(last()?.chat).toMatchObject({ title: { value: "Lucía" }, chatId: { value: "34612345678@c.us" } });
	});

	it("is reported unsettled while the page's data lag, then settled", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		watch();
		openChat(document, { title: "Lucía", row: "row-1", messages: [said("L1", "Lucía")] });
		await mutations();
		expect(last()?.chat).toMatchObject({ title: { value: "Lucía" }, chatId: undefined, settled: false });
		page = lucia;
		time.pass(40);
		expect(last()?.chat).toMatchObject({ chatId: { value: "34612345678@c.us" }, settled: true });
	});

	it("to the next chat of the same name in the same elements is seen by its messages", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1"), said("A2")] });
		watch();
		time.pass(5000);
		openChat(document, { title: "Ana", row: "row-2", messages: [said("B1")], keepMain: true });
		await mutations();
		expect(last()?.chat).toMatchObject({ chatId: undefined, settled: false });
		page = otherAna;
		time.pass(300);
		expect(last()?.chat).toMatchObject({ chatId: { value: "525512345678@c.us" }, settled: true });
	});

	it("between empty chats of the same name is seen by the selected row", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0" });
		watch();
		time.pass(5000);
		openChat(document, { title: "Ana", row: "row-2", keepMain: true });
		await mutations();
		expect(last()?.chat?.settled).toBe(false);
	});

	it("with the header first and the messages a moment later is one switch", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		watch();
		time.pass(5000);
		page = lucia;
		openChat(document, { title: "Lucía", row: "row-1", messages: [said("A1")], keepMain: true });
		await mutations();
		expect(last()?.chat).toMatchObject({ chatId: { value: "34612345678@c.us" }, settled: true });
		time.pass(100);
		openChat(document, { title: "Lucía", row: "row-1", messages: [said("L1", "Lucía")], keepMain: true });
		await mutations();
		expect(last()?.chat).toMatchObject({ chatId: { value: "34612345678@c.us" }, settled: true });
	});

	it("does not take the messages of the chat before for its own", async () => {
		page = { status: "unavailable" };
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1", "+34 699 000 111")] });
		watch();
		time.pass(5000);
		expect(last()?.chat?.phoneText?.value).toBe("+34 699 000 111");
		openChat(document, {
			title: "Lucía",
			row: "row-1",
			messages: [said("A1", "+34 699 000 111")],
			keepMain: true,
		});
		await mutations();
		expect(last()?.chat).toMatchObject({ title: { value: "Lucía" }, phoneText: undefined });
	});

	it("to no chat is reported as no chat", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		watch();
		closeChat(document);
		await mutations();
		expect(last()).toMatchObject({ sequence: 2, chat: null });
	});

	it("falls back to the address book, unique by name, when the page's data stay silent", async () => {
		page = { status: "unavailable" };
		contact = { id: "123@lid", phoneId: "34611222333@c.us" };
		watch();
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		await mutations();
		expect(last()?.chat?.settled).toBe(false);
		time.pass(400);
		await mutations();
		expect(last()?.chat).toMatchObject({ phoneId: { value: "34611222333@c.us" }, settled: true });
	});
});

describe("a new message", () => {
	beforeEach(() => {
		page = ana;
		const messages = Array.from({ length: 300 }, (_, index) => said(`A${index}`));
		openChat(document, { title: "Ana", row: "row-0", messages });
	});

	it("is reported, and is no switch", async () => {
		watch();
		receive(document, said("A300"));
		await mutations();
		expect(reports.map(({ chat }) => chat?.settled)).toEqual([true, true]);
		const { sequence, ...facts } = reports[1] ?? { sequence: 0 };
		expect(sequence).toBe(2);
		expect(facts).toEqual({ chat: reports[0]?.chat, health: reports[0]?.health });
	});

	it("is no switch when its row moves to another element of the chat list", async () => {
		watch();
		time.pass(5000);
		document.querySelector("#row-0")?.setAttribute("aria-selected", "false");
		document.querySelector("#row-2")?.setAttribute("aria-selected", "true");
		receive(document, said("A300"));
		await mutations();
		expect(last()?.chat?.settled).toBe(true);
	});

	it("does not make the others be read again", async () => {
		watch();
		receive(document, said("A300"));
		await mutations();
		const reads = vi.spyOn(Element.prototype, "querySelector");
		receive(document, said("A301"));
		await mutations();
		const within = reads.mock.contexts.filter(
			(element) => element instanceof Element && element.matches("[data-id]"),
		);
		expect(new Set(within)).toHaveProperty("size", 1);
		reads.mockRestore();
	});
});

/** A frame in which the page draws one more message. */
async function drawFrame(frame: number): Promise<void> {
	receive(document, said(`D${frame}`));
	time.pass(16);
	await mutations();
}

describe("a list that is scrolled", () => {
	const looks = () =>
		vi
			.spyOn(Element.prototype, "querySelectorAll")
			.mock.calls.filter(([select]) => select.includes("conv-msg"));
	beforeEach(() => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		watch();
		time.pass(5_000);
		vi.restoreAllMocks();
	});

	it("is looked at with its first change, and once it rests", async () => {
		looks();
		for (let frame = 0; frame < 10; frame++) await drawFrame(frame);
		expect(looks()).toHaveLength(1);
		time.pass(1_000);
		expect(looks()).toHaveLength(2);
		time.pass(60_000);
		expect(looks()).toHaveLength(2);
	});

	it("is looked at now and then while it does not rest", async () => {
		looks();
		for (let frame = 0; frame < 400; frame++) await drawFrame(frame);
		expect(looks().length).toBeGreaterThanOrEqual(3);
		expect(looks().length).toBeLessThanOrEqual(4);
	});

	it("does not hold up a switch of the chat", async () => {
		for (let frame = 0; frame < 3; frame++) await drawFrame(frame);
		page = lucia;
		openChat(document, { title: "Lucía", row: "row-1", messages: [said("L1", "Lucía")] });
		await mutations();
		expect(last()?.chat?.title?.value).toBe("Lucía");
	});
});

/** Watches a page whose messages take so long to look at, in ms, and counts the looks. Until mocks are restored. */
function watchSlowly(tookMs: number, options: Partial<WatchPageOptions> = {}) {
	const query = Element.prototype.querySelectorAll;
	let looks = 0;
	vi.spyOn(Element.prototype, "querySelectorAll").mockImplementation(function (this: Element, select) {
		if (select.includes("conv-msg")) looks++;
		return query.call(this, select);
	});
	watch({ now: () => time.now() + looks * tookMs, ...options });
	return () => looks;
}

describe("a chat that was just opened", () => {
	beforeEach(() => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
	});
	afterEach(() => vi.restoreAllMocks());

	it("is looked at with every change", async () => {
		const looks = watchSlowly(0.9);
		for (let frame = 0; frame < 20; frame++) await drawFrame(frame);
		expect(looks()).toBe(21);
	});

	it("is looked at a hundredth of the time where its list is long, the last time after its last change", async () => {
		const looks = watchSlowly(2);
		for (let frame = 0; frame < 40; frame++) await drawFrame(frame);
		expect(looks()).toBeGreaterThanOrEqual(3);
		expect(looks()).toBeLessThanOrEqual(5);
		const before = looks();
		time.pass(200);
		expect(looks()).toBe(before + 1);
	});

	it("whose list takes long to look at is never told with the messages of the chat before, which the page replaces a moment later", async () => {
		const told: [string | undefined, string[]][] = [];
		watchSlowly(40, {
			onMessages: ({ chat, messages }) => told.push([chat.title?.value, messages.map(({ id }) => id)]),
		});
		time.pass(5_000);
		page = lucia;
		openChat(document, { title: "Lucía", row: "row-1", keepMain: true, messages: [said("A1")] });
		await mutations();
		time.pass(80);
		const panel = document.querySelector('[data-testid="conversation-panel-messages"]');
		if (panel) panel.innerHTML = messageHtml(said("L1", "Lucía"));
		await mutations();
		time.pass(10_000);
		expect(told).toEqual([
			["Ana", ["A1"]],
			["Lucía", ["L1"]],
		]);
	});
});

describe("nothing is reported", () => {
	beforeEach(() => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		watch();
	});
	it.each<[string, () => void]>([
		["typing", () => document.querySelector("footer [role=textbox]")?.append("Hello")],
		["scrolling of the chat list", () => document.querySelector("#row-1")?.remove()],
		[
			"a date divider",
			() => document.querySelector("header + div")?.insertAdjacentHTML("afterbegin", "<div>Today</div>"),
		],
		[
			"the header's last seen",
			() => document.querySelector("header")?.insertAdjacentHTML("beforeend", "<i>online</i>"),
		],
		[
			"older messages above",
			() => document.querySelector("header + div")?.insertAdjacentHTML("afterbegin", messageHtml(said("A0"))),
		],
	])("for %s", async (_, change) => {
		change();
		await mutations();
		expect(reports).toHaveLength(1);
	});
	it("for an unchanged page, however long", () => {
		time.pass(3_600_000);
		expect(reports).toHaveLength(1);
		expect(time.waiting()).toBe(0);
	});
	it("after an abort, and nothing is left waiting", async () => {
		openChat(document, { title: "Lucía", row: "row-1" });
		await mutations();
		const before = reports.length;
		controller.abort();
		page = lucia;
		openChat(document, { title: "Ana", row: "row-2" });
		await mutations();
		time.pass(10_000);
		expect(reports).toHaveLength(before);
		expect(time.waiting()).toBe(0);
	});
});

describe("the page", () => {
	it("is never touched", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		const before = document.documentElement.outerHTML;
		watch({ overrides: { title: ["(", "h1"] } }).readConversation();
		time.pass(peekLag * 2);
		await mutations();
		expect(document.documentElement.outerHTML).toBe(before);
	});
	it("is reported when it becomes unreadable and when it is readable again", async () => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
		watch();
		const row = document.querySelector("header + div");
		if (row) row.innerHTML = '<div role="row"><div><p>Hello</p>10:38</div></div>';
		await mutations();
		expect(last()?.health.state).toBe("broken");
		if (row) row.innerHTML = messageHtml(said("A1"));
		await mutations();
		expect(last()?.health.state).toBe("works");
	});
});

describe("readConversation", () => {
	it("reads the changes of this very task", () => {
		const watcher = watch();
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1"), said("A2")] });
		const { facts, messages } = watcher.readConversation();
		expect(facts.chat?.title?.value).toBe("Ana");
		expect(messages.map(({ text }) => text)).toEqual(["text of A1", "text of A2"]);
		expect(last()).toEqual(facts);
	});
	it("has no messages when no chat is open", () => {
		expect(watch().readConversation()).toMatchObject({ facts: { chat: null }, messages: [] });
	});
	it("knows the owner's name from another chat", async () => {
		page = ana;
		openChat(document, { title: "Ana", messages: [{ ...said("A1", "Marta"), outgoing: true }] });
		const watcher = watch();
		page = lucia;
		openChat(document, { title: "Lucía", messages: [said("L1", "Marta")] });
		document.querySelector('[data-testid="tail-in"]')?.remove();
		await mutations();
		expect(watcher.readConversation().messages[0]).toMatchObject({
			direction: "outgoing",
			directionFrom: "author",
		});
	});
});

describe("setOverrides", () => {
	beforeEach(() => {
		page = ana;
		openChat(document, { title: "Ana", row: "row-0", messages: [said("A1")] });
	});
	it("repairs a title and reports it", () => {
		const header = document.querySelector("header");
		if (header) header.outerHTML = '<h2 class="name">Ana</h2>';
		const watcher = watch();
		expect(last()).toMatchObject({ chat: { title: undefined }, health: { state: "broken" } });
		watcher.setOverrides({ title: ["h2.name"] });
		expect(last()).toMatchObject({
			chat: { title: { value: "Ana", strategy: "override" }, chatId: { value: "34611222333@c.us" } },
			health: { state: "works" },
		});
	});
	it("that find other elements of the same chat are no switch", () => {
		const watcher = watch();
		time.pass(5000);
		watcher.setOverrides({ message: ['[data-testid="msg-container"]'] });
		expect(last()?.chat?.settled).toBe(true);
	});
	it("with a mistake in them are named in the health and change nothing else", () => {
		const watcher = watch();
		watcher.setOverrides({ title: ["span[["] });
		expect(last()?.chat).toEqual(reports[0]?.chat);
		expect(last()?.health.checks[0]?.strategy).toContain("override skipped: title");
		watcher.setOverrides({});
		expect(last()?.health).toEqual(reports[0]?.health);
	});
});

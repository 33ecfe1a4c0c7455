import { beforeEach, describe, expect, it, vi } from "vitest";
import { noConversation } from "@/lib/contacts/conversation-state";
import type { MessageSender } from "@/lib/messaging/client";

type Reply = { value: unknown } | { error: string };
type Listener = (envelope: unknown, sender: MessageSender, respond: (reply: Reply) => void) => boolean;

const id = "chatside";
const contentScript = { id, url: "https://web.whatsapp.com/", frameId: 0, tab: { id: 7 } } as MessageSender;
const panel = { id, url: "chrome-extension://chatside/sidepanel.html?tab=7" } as MessageSender;
const optionsPage = {
	...panel,
	url: "chrome-extension://chatside/options.html",
	frameId: 0,
	tab: { id: 9 },
} as MessageSender;
const facts = {
	sequence: 1,
	chat: { looksLikeGroup: false, settled: true },
	health: { state: "works", checks: [] },
};
const reading = { value: "Ana", strategy: "x", sureness: "certain" };

const check = { name: "title", state: "works" };
const said = {
	id: "m1",
	direction: "incoming",
	directionFrom: "tail",
	text: "Hello",
	author: null,
	rawTime: null,
	time: null,
	arrived: true,
} as const;
const report = (messages: object[]) => ({ chat: facts.chat, messages });

let listeners: Listener[];
let askPage: typeof import("@/lib/messaging/ask-page")["askPage"];
let handle: typeof import("@/lib/messaging/server")["handle"];
let sendMessage: typeof import("@/lib/messaging/client")["sendMessage"];
const runtimeSend = vi.fn();
const tabSend = vi.fn();

beforeEach(async () => {
	listeners = [];
	vi.stubGlobal("chrome", {
		runtime: {
			id,
			getURL: (path: string) => `chrome-extension://${id}/${path}`,
			onMessage: { addListener: (listener: Listener) => listeners.push(listener) },
			sendMessage: runtimeSend.mockReset(),
		},
		tabs: { sendMessage: tabSend.mockReset() },
	});
	// The handlers live as long as their module: each test has its own.
	vi.resetModules();
	({ handle } = await import("@/lib/messaging/server"));
	({ sendMessage } = await import("@/lib/messaging/client"));
	({ askPage } = await import("@/lib/messaging/ask-page"));
});

/** Delivers a message as the browser would; undefined when nobody takes it. */
async function receive(message: unknown, data: unknown, sender: MessageSender): Promise<Reply | undefined> {
	return new Promise((resolve) => {
		const taken = listeners.map((listener) => listener({ message, data }, sender, resolve));
		if (!taken.includes(true)) resolve(undefined);
	});
}

const refusal = { error: expect.stringContaining("not taken from this sender") };

describe("a message to the background", () => {
	it("is answered with what its handler gives, which knows the tab", async () => {
		const handler = vi.fn();
		handle("reportPage", handler);
		handle("getConversation", () => noConversation);
		expect(await receive("reportPage", facts, contentScript)).toEqual({ value: undefined });
		expect(handler).toHaveBeenCalledWith(facts, { tabId: 7 });
		expect(await receive("getConversation", { tabId: 7 }, panel)).toMatchObject({
			value: { customer: { status: "idle" } },
		});
		expect(listeners).toHaveLength(1);
	});

	it.each([
		["the panel", panel, { tabId: -1 }],
		["the options page in a tab", optionsPage, { tabId: 9 }],
	])("for pages of the extension is taken from %s", async (_case, sender, told) => {
		const handler = vi.fn(() => null);
		handle("getCard", handler);
		expect(await receive("getCard", { key: "a" }, sender)).toEqual({ value: null });
		expect(handler).toHaveBeenCalledWith({ key: "a" }, told);
	});

	it.each([
		["another extension", { ...contentScript, id: "other" }],
		["nobody known", {}],
		["a frame inside the page", { ...contentScript, frameId: 3 }],
		["a page that is not WhatsApp's", { ...contentScript, url: "https://web.whatsapp.com.evil.example/" }],
		["WhatsApp without encryption", { ...contentScript, url: "http://web.whatsapp.com/" }],
		["something without a tab", { ...contentScript, tab: undefined }],
		["something without a URL", { ...contentScript, url: undefined }],
		["a page of the extension", panel],
	] as [string, MessageSender][])("for the content script is not taken from %s", async (_case, sender) => {
		const handler = vi.fn();
		handle("reportPage", handler);
		expect(await receive("reportPage", facts, sender)).toEqual(refusal);
		expect(handler).not.toHaveBeenCalled();
	});

	it.each([
		"getConversation",
		"getCard",
		"refreshCustomer",
		"linkPhone",
		"inspectPage",
		"getSelectorOverrides",
		"setSelectorOverrides",
		"callTool",
		"getStoredData",
		"deleteStoredData",
		"exportStoredData",
		"requestFunctionCall",
		"approveFunctionCall",
		"refuseFunctionCall",
		"tryFunction",
		"previewFunction",
		"listFunctionCalls",
		"removeFunctionCalls",
	] as const)("%s is not taken from a content script, nor from another extension's page", async (name) => {
		const handler = vi.fn();
		handle(name, handler as never);
		expect(await receive(name, {}, contentScript)).toEqual(refusal);
		expect(await receive(name, {}, { ...panel, url: "chrome-extension://chatside-evil/a.html" })).toEqual(
			refusal,
		);
		expect(handler).not.toHaveBeenCalled();
	});

	it.each([
		["reportPage", undefined],
		["reportPage", { ...facts, sequence: "1" }],
		["reportPage", { ...facts, extra: 1 }],
		["reportPage", { ...facts, chat: { ...facts.chat, title: "Ana" } }],
		["reportPage", { ...facts, chat: { ...facts.chat, title: { ...reading, value: "x".repeat(1_001) } } }],
		["reportPage", { ...facts, chat: { ...facts.chat, title: { ...reading, sureness: "sure" } } }],
		["reportPage", { ...facts, chat: { ...facts.chat, phone: reading } }],
		["reportPage", { ...facts, health: { state: "fine", checks: [] } }],
		["reportPage", { ...facts, health: { state: "works", checks: [{ name: "sky", state: "works" }] } }],
		["reportPage", { ...facts, health: { state: "works", checks: Array(21).fill(check) } }],
		["startReading", { a: 1 }],
		["reportMessages", { ...report([said]), more: 1 }],
		["reportMessages", report(Array(201).fill(said))],
		["reportMessages", report([{ ...said, text: "x".repeat(65_537) }])],
		["reportMessages", report(Array(20).fill({ ...said, text: "x".repeat(60_000) }))],
		["reportMessages", report([{ ...said, id: "x".repeat(501) }])],
		["reportMessages", report([{ ...said, author: { name: "Ana" } }])],
		["reportMessages", report([{ ...said, html: "<b>" }])],
	] as const)("%s with data that do not fit is refused: %j", async (name, data) => {
		const handler = vi.fn();
		handle(name, handler as never);
		expect(await receive(name, data, contentScript)).toEqual({
			error: expect.stringContaining(`The message "${name}" does not fit`),
		});
		expect(handler).not.toHaveBeenCalled();
	});

	it.each([
		["getConversation", {}],
		["getConversation", { tabId: "7" }],
		["getConversation", { tabId: 7.5 }],
		["getConversation", { tabId: 7, force: true }],
		["refreshCustomer", { tabId: 7 }],
		["linkPhone", { tabId: 7 }],
		["linkPhone", { tabId: 7, phone: "+34612345678" }],
		["linkPhone", { tabId: 7, name: "Ana", phone: "1".repeat(101) }],
		["getCard", { key: 5 }],
		["callTool", { arguments: {} }],
		["callTool", { name: "x", arguments: [] }],
		["callTool", { name: "x", id: 1 }],
		["setSelectorOverrides", { title: "#x" }],
		["deleteStoredData", {}],
		["deleteStoredData", { kind: "cookies" }],
	] as const)("%s from a page with data that do not fit is refused: %j", async (name, data) => {
		const handler = vi.fn();
		handle(name, handler as never);
		expect(await receive(name, data, panel)).toEqual({ error: expect.stringContaining("does not fit") });
		expect(handler).not.toHaveBeenCalled();
	});

	it("is refused where a page sends more than a person can open, and taken again a little later", async () => {
		let now = 0;
		vi.spyOn(performance, "now").mockImplementation(() => now);
		const handler = vi.fn();
		handle("reportPage", handler);
		const flood = async (sender: MessageSender) => {
			for (let sent = 0; sent < 3_000; sent++) await receive("reportPage", facts, sender);
		};
		await flood(contentScript);
		expect(handler).toHaveBeenCalledTimes(2_000);
		expect(await receive("reportPage", facts, contentScript)).toEqual({
			error: 'The message "reportPage" comes too often.',
		});
		// Another tab is not made to wait for it.
		const otherTab = { ...contentScript, tab: { id: 8 } } as MessageSender;
		expect(await receive("reportPage", facts, otherTab)).toEqual({ value: undefined });
		now = 1_000;
		handler.mockClear();
		await flood(contentScript);
		expect(handler).toHaveBeenCalledTimes(20);
	});

	it("with messages counts by how many they are and how long", async () => {
		vi.spyOn(performance, "now").mockReturnValue(0);
		const handler = vi.fn();
		handle("reportMessages", handler);
		const long = report(Array(15).fill({ ...said, text: "x".repeat(65_000) }));
		for (let sent = 0; sent < 40; sent++) await receive("reportMessages", long, contentScript);
		expect(handler).toHaveBeenCalledTimes(30);
	});

	it("whose handler fails is answered with the reason", async () => {
		handle("getCard", () => Promise.reject(new Error("no database")));
		expect(await receive("getCard", { key: "a" }, panel)).toEqual({ error: "no database" });
	});

	it.each(["readConversation", "toString", "", undefined, 5])(
		"nobody handles is left to others: %j",
		async (name) => {
			handle("getCard", () => null);
			expect(await receive(name, {}, panel)).toBeUndefined();
		},
	);

	it.each([null, undefined, "text", 5, []])("that is no message at all is left to others: %j", (envelope) => {
		handle("getCard", () => null);
		expect(listeners[0]?.(envelope, panel, () => undefined)).toBe(false);
	});
});

describe("what a content script is asked", () => {
	it("is answered with what fits", async () => {
		const { arrived: _, ...message } = said;
		const answer = { facts, messages: [{ ...message, clock: "10:38" }] };
		tabSend.mockResolvedValue({ value: answer });
		expect(await askPage("readConversation", undefined, 7)).toEqual(answer);
		tabSend.mockResolvedValue({ value: null });
		expect(await askPage("insertText", { text: "a", chat: { title: "Ana" } }, 7)).toBeNull();
		tabSend.mockResolvedValue({ value: "not-found" });
		expect(await askPage("showChat", { chat: { title: "Ana" } }, 7)).toBe("not-found");
	});

	it.each([
		["readConversation", undefined],
		["readConversation", { facts, messages: "none" }],
		["readConversation", { facts, messages: [{ ...said, text: "x".repeat(65_537) }] }],
		["readConversation", { facts: { ...facts, chat: { title: "Ana" } }, messages: [] }],
		["readConversation", { facts, messages: [], settings: {} }],
		["insertText", "sent"],
		["insertText", { error: "no-chat" }],
		["showChat", "yes"],
		["showChat", true],
		["showChat", undefined],
	] as const)("%s and does not fit is no answer: %j", async (name, value) => {
		tabSend.mockResolvedValue({ value });
		await expect(askPage(name, undefined as never, 7)).rejects.toThrow();
	});
});

describe("sending", () => {
	it("gives the value of the answer", async () => {
		runtimeSend.mockResolvedValue({ value: { title: ["#x"] } });
		expect(await sendMessage("getSelectorOverrides")).toEqual({ title: ["#x"] });
		expect(runtimeSend).toHaveBeenCalledWith({ message: "getSelectorOverrides", data: undefined });
	});

	it("to a tab reaches its top frame alone", async () => {
		tabSend.mockResolvedValue({ value: undefined });
		await sendMessage("useSelectors", {}, 7);
		expect(tabSend).toHaveBeenCalledWith(7, { message: "useSelectors", data: {} }, { frameId: 0 });
	});

	it("rejects with the receiver's reason, when nobody answers, and when nobody is there", async () => {
		runtimeSend.mockResolvedValueOnce({ error: "refused" });
		await expect(sendMessage("getCard", { key: "a" })).rejects.toThrow("refused");
		runtimeSend.mockResolvedValueOnce(undefined);
		await expect(sendMessage("getCard", { key: "a" })).rejects.toThrow(
			'Nobody answered the message "getCard"',
		);
		runtimeSend.mockRejectedValueOnce(new Error("Receiving end does not exist."));
		await expect(sendMessage("getCard", { key: "a" })).rejects.toThrow("Receiving end");
	});
});

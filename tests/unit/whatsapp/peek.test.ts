// @vitest-environment happy-dom
import fc from "fast-check";
import { afterEach, describe, expect, it } from "vitest";
import { agreesWithTitle, createPeek, parsePeekAnswer } from "../../../lib/whatsapp/peek";
import { answerPeeks, describeActiveChat } from "../../../lib/whatsapp/peek-main-world";
import { peekAnswerEvent, peekRequestEvent } from "../../../lib/whatsapp/peek-protocol";

const unavailable = { status: "unavailable" };
const load = (chat: unknown) => (name: string) => {
	if (name !== "WAWebCollections") throw new Error(`unknown module ${name}`);
	return { Chat: chat };
};
const wid = (text: string) => ({ _serialized: text, toString: () => text });
const ana = {
	id: wid("123456789012345@lid"),
	active: true,
	formattedTitle: "Ana López",
	contact: { phoneNumber: wid("34611222333@c.us"), pushname: "Ana", name: "Ana López" },
};
const anaDescribed = {
	status: "chat",
	chatId: "123456789012345@lid",
	phoneId: "34611222333@c.us",
	names: ["Ana López", "Ana"],
};

describe("describeActiveChat", () => {
	it.each([
		["getActive", { getActive: () => ana }],
		["getModelsArray", { getModelsArray: () => [{ active: false }, ana] }],
		["models", { models: [ana] }],
		["_models", { _models: [ana] }],
		["the collection itself", [ana]],
		["a getActive that throws", { getActive: () => JSON.parse("{"), models: [ana] }],
	])("finds the active chat through %s", (_, chats) => {
		expect(describeActiveChat(load(chats))).toEqual(anaDescribed);
	});

	it("takes ids that are plain text or only have toString", () => {
		const plain = { ...ana, id: "34611222333@c.us", contact: undefined };
		expect(describeActiveChat(load({ models: [plain] }))).toMatchObject({ chatId: "34611222333@c.us" });
		const spoken = { ...ana, id: { toString: () => "34611222333@c.us" } };
		expect(describeActiveChat(load({ models: [spoken] }))).toMatchObject({ chatId: "34611222333@c.us" });
	});

	it.each([undefined, null, 7, "require", {}])("is unavailable when require is %j", (value) => {
		expect(describeActiveChat(value)).toEqual(unavailable);
	});
	it("is unavailable when the module or its Chat is missing", () => {
		expect(describeActiveChat(() => JSON.parse("{"))).toEqual(unavailable);
		expect(describeActiveChat(() => undefined)).toEqual(unavailable);
		expect(describeActiveChat(() => ({ Chat: null }))).toEqual(unavailable);
	});
	it("says none when no chat is active or it has no id", () => {
		expect(describeActiveChat(load({ models: [{ ...ana, active: false }] }))).toEqual({ status: "none" });
		expect(describeActiveChat(load({ getActive: () => ({ active: true }) }))).toEqual({ status: "none" });
	});
	it("survives models whose every member throws", () => {
		const hostile = new Proxy({}, { get: () => JSON.parse("{") });
		expect(describeActiveChat(load(hostile))).toEqual({ status: "none" });
		expect(describeActiveChat(load({ getActive: () => hostile }))).toEqual({ status: "none" });
	});
	it("only reads", () => {
		const frozen = new Proxy(ana, {
			set: () => expect.fail("wrote"),
			defineProperty: () => expect.fail("defined"),
			deleteProperty: () => expect.fail("deleted"),
		});
		expect(describeActiveChat(load({ getActive: () => frozen }))).toEqual(anaDescribed);
	});
	it("never throws, whatever shape it meets", () => {
		fc.assert(
			fc.property(fc.anything({ withNullPrototype: true }), (chats) => void describeActiveChat(load(chats))),
		);
	});
});

describe("a question to the page's world", () => {
	let controller = new AbortController();
	afterEach(() => {
		controller.abort();
		controller = new AbortController();
		Reflect.deleteProperty(window, "require");
	});

	it("is answered before it returns", () => {
		Reflect.set(window, "require", load({ getActive: () => ana }));
		answerPeeks(window, controller.signal);
		expect(createPeek(document).ask()).toEqual(anaDescribed);
	});
	it("is unavailable without anybody to answer, and without require", () => {
		expect(createPeek(document).ask()).toEqual(unavailable);
		answerPeeks(window, controller.signal);
		expect(createPeek(document).ask()).toEqual(unavailable);
	});
	it("takes the first answer and none outside a question", () => {
		const answer = (detail: unknown) => document.dispatchEvent(new CustomEvent(peekAnswerEvent, { detail }));
		const name = (status: string) => JSON.stringify({ status });
		document.addEventListener(
			peekRequestEvent,
			() => {
				answer(name("none"));
				answer(JSON.stringify(anaDescribed));
			},
			{ signal: controller.signal },
		);
		const peek = createPeek(document);
		answer(JSON.stringify(anaDescribed));
		expect(peek.ask()).toEqual({ status: "none" });
	});
});

describe("parsePeekAnswer", () => {
	const answer = (changes: object) => JSON.stringify({ ...anaDescribed, ...changes });

	it.each([
		["nothing", undefined],
		["an object", anaDescribed],
		["no JSON", "chat"],
		["broken JSON", '{"status":"chat"'],
		["another JSON value", "[1,2]"],
		["null", "null"],
		["an unknown status", '{"status":"maybe"}'],
		["no id", answer({ chatId: undefined })],
		["an id that is no text", answer({ chatId: { _serialized: "1@c.us" } })],
		["an id with markup", answer({ chatId: "<img src=x>@c.us" })],
		["a huge id", answer({ chatId: `${"1".repeat(5000)}@c.us` })],
		["names that are no list", answer({ names: "Ana López" })],
		["a huge text", answer({ names: ["x".repeat(50_000)] })],
		["everything under __proto__", `{"__proto__":${JSON.stringify(anaDescribed)}}`],
	])("does not believe %s", (_, detail) => expect(parsePeekAnswer(detail)).toEqual(unavailable));

	it("drops a phone that is none, and one beside an id that is a phone itself", () => {
		expect(parsePeekAnswer(answer({ phoneId: "123@lid" }))).toMatchObject({ phoneId: undefined });
		expect(parsePeekAnswer(answer({ phoneId: 34611222333 }))).toMatchObject({ phoneId: undefined });
		expect(parsePeekAnswer(answer({ chatId: "34699000111@c.us" }))).toMatchObject({ phoneId: undefined });
	});
	it("drops names that are no text or too long, and all beyond a dozen", () => {
		const names = [
			7,
			null,
			["Ana López"],
			"x".repeat(201),
			"Ana",
			...Array.from({ length: 30 }, (_, index) => `${index}`),
		];
		const parsed = parsePeekAnswer(answer({ names }));
		expect(parsed).toMatchObject({ names: ["Ana", "0", "1", "2", "3", "4", "5", "6"] });
	});
	it("gives ids without device", () => {
		expect(parsePeekAnswer(answer({ phoneId: "34611222333:4@s.whatsapp.net" }))).toMatchObject({
			phoneId: "34611222333@c.us",
		});
	});
	it("leaves prototypes alone and never throws", () => {
		const detail = fc.oneof(fc.anything(), fc.json(), fc.string());
		fc.assert(fc.property(detail, (value) => void parsePeekAnswer(value)));
		parsePeekAnswer('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
		expect(Reflect.get({}, "polluted")).toBeUndefined();
	});
});

describe("agreesWithTitle", () => {
	const chat = (chatId: string, names: string[], phoneId?: string) => ({
		status: "chat" as const,
		chatId,
		names,
		phoneId,
	});
	it.each([
		["a name that is the title", chat("1@lid", ["Ana López"]), "\u200eAna\u00a0López", true],
		["a self-chosen name behind a tilde", chat("1@lid", ["Ana"]), "~Ana", true],
		["the number of the id", chat("34699000111@c.us", []), "+34 699 000 111", true],
		["the number of the LID contact", chat("1@lid", [], "34699000111@c.us"), "+34 699 000 111", true],
		["another name", chat("1@lid", ["Ana"]), "Ana López", false],
		["another number", chat("34699000112@c.us", []), "+34 699 000 111", false],
		["a LID that reads like the number", chat("34699000111@lid", []), "+34 699 000 111", false],
		["no name for no title", chat("1@lid", [""]), "\u200e", false],
	])("%s: %#", (_, answer, title, expected) => expect(agreesWithTitle(answer, title)).toBe(expected));
});

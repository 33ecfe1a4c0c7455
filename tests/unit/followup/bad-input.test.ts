import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { analyseConversation } from "@/lib/followup/analyse-conversation";
import type { ConversationToAnalyse, KeptMessage } from "@/lib/followup/conversation";
import { levelFrom } from "@/lib/followup/weights";
import { labelledConversations } from "../../fixtures/followup/labelled";
import { chat, chatStart } from "./chat";

const asked = (text = "how much is the desk?"): KeptMessage => ({
	id: "a",
	direction: "incoming",
	text,
	time: null,
});

describe("bad input", () => {
	it("without any message is no text", () => {
		expect(analyseConversation(chat([]))).toMatchObject({ found: false, reason: "no-text" });
	});

	it("of media alone is no text", () => {
		expect(analyseConversation(chat(["<", ">", "<"]))).toMatchObject({ found: false, reason: "no-text" });
	});

	it.each(["ok", "👍", "hola", "...", "?", "   ", "\u200b"])(
		"of one word is too little or no text: %j",
		(text) => {
			const analysis = analyseConversation({ messages: [asked(text)], now: chatStart, isGroup: false });
			expect(analysis.found ? analysis : ["too-little", "no-text"].includes(analysis.reason)).toBe(true);
		},
	);

	it("of a group is not analysed", () => {
		const conversation = chat(["< how much is it?"], { isGroup: true });
		expect(analyseConversation(conversation)).toMatchObject({ found: false, reason: "group" });
	});

	it("without times has no silence, and is found", () => {
		const analysis = analyseConversation({ messages: [asked()], now: chatStart, isGroup: false });
		expect(analysis).toMatchObject({ found: true, finding: { silentForMs: null } });
	});

	it("whose clock jumped back is silent for nothing", () => {
		const conversation = chat(["< how much is it?"]);
		const analysis = analyseConversation({ ...conversation, now: chatStart - 1e9 });
		expect(analysis).toMatchObject({ found: true, finding: { silentForMs: 0 } });
	});

	it("whose direction is unknown counts half, and a stop in it counts whole", () => {
		const known = analyseConversation(chat(["< I want to buy it, how much is it?"]));
		const unknown = analyseConversation(chat(["? I want to buy it, how much is it?"]));
		expect(known.found && unknown.found && unknown.finding.score < known.finding.score).toBe(true);
		expect(unknown).toMatchObject({ found: true, finding: { lastWordBy: "unknown" } });
		expect(analyseConversation(chat(["< how much is it?", "? stop texting me"]))).toMatchObject({
			reason: "said-stop",
		});
	});

	it("of several languages is mixed", () => {
		const lines = [
			"< hello, how much is the blue one please, can you tell me?",
			"< hola, cuánto cuesta el azul, y el envío? lo quiero ya",
		];
		expect(analyseConversation(chat(lines))).toMatchObject({ found: true, finding: { language: "mixed" } });
	});

	it("of 50,000 messages is as its last ones are", () => {
		const lines = Array.from({ length: 50_000 }, (_, at) => `${at % 2 ? ">" : "<"} blah ${at}`);
		const analysis = analyseConversation(chat([...lines, "< how much is the desk?", "> £90"]));
		expect(analysis).toMatchObject({ found: true, finding: { intentLevel: "medium" } });
	});

	it("of a text without an end is looked at from its beginning", () => {
		const long = `how much is the desk ${"a".repeat(1_000_000)}`;
		expect(analyseConversation(chat([`< ${long}`]))).toMatchObject({ found: true });
		expect(analyseConversation(chat([`< ${"a ".repeat(1_000)} how much is the desk`]))).toMatchObject({
			found: false,
		});
	});
});

const texts = labelledConversations("train").flatMap(({ messages }) =>
	messages.map((message) => ("in" in message ? message.in : message.out)),
);
const text = fc.oneof(
	fc.constantFrom(...texts),
	fc.string({ unit: "binary", maxLength: 300 }),
	fc.constant(null),
	fc.string({ unit: fc.constantFrom(..."no? caro¤$~^()[]|*# \n".split("")), maxLength: 60 }),
);
const time = fc.oneof(fc.constant(null), fc.integer(), fc.constant(Number.NaN), fc.constant(Infinity));
const messages = fc.array(
	fc.record({
		id: fc.string({ maxLength: 5 }),
		direction: fc.constantFrom("incoming" as const, "outgoing" as const, "unknown" as const),
		text,
		time,
	}),
	{ maxLength: 25 },
);
const conversation: fc.Arbitrary<ConversationToAnalyse> = fc.record(
	{
		messages,
		now: fc.oneof(fc.integer(), fc.constant(Number.NaN)),
		isGroup: fc.constant(false),
		products: fc.array(fc.string({ maxLength: 20 }), { maxLength: 5 }),
		words: fc.array(fc.record({ text: fc.string({ maxLength: 10 }), weight: fc.double() }), { maxLength: 4 }),
		weights: fc.record({ "price-asked": fc.double(), unanswered: fc.double() }, { requiredKeys: [] }),
	},
	{ requiredKeys: ["messages", "now", "isGroup"] },
);

describe("whatever the messages are", () => {
	it("it never throws, and every point of the score is an evidence's", () => {
		fc.assert(
			fc.property(conversation, (given) => {
				const analysis = analyseConversation(given);
				if (!analysis.found) return;
				const { score, evidence, intentLevel } = analysis.finding;
				const sum = evidence.reduce((total, { weight }) => total + weight, 0);
				expect(Math.min(1, Math.max(0, sum))).toBeCloseTo(score, 6);
				expect(score).toBeGreaterThanOrEqual(levelFrom[intentLevel]);
				expect(score).toBeLessThanOrEqual(1);
				for (const { messageId, sentence } of evidence) {
					const message = given.messages.find(({ id }) => id === messageId);
					expect(messageId === null || message !== undefined).toBe(true);
					expect(sentence.length).toBeLessThanOrEqual(160);
				}
			}),
			{ numRuns: 500 },
		);
	});

	it("it says the same of the same conversation", () => {
		fc.assert(
			fc.property(conversation, (given) => {
				expect(analyseConversation(given)).toEqual(analyseConversation(structuredClone(given)));
			}),
			{ numRuns: 200 },
		);
	});
});

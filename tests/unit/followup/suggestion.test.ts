import { describe, expect, it } from "vitest";
import { languages, outcomes } from "@/lib/followup/finding";
import { objections } from "@/lib/followup/signal";
import { type SuggestionTemplate, suggestMessage } from "@/lib/followup/suggestion";
import { suggestionTexts } from "@/lib/followup/suggestion-texts";

type Subject = Parameters<typeof suggestMessage>[0];

const finding: Subject["finding"] = {
	outcome: "abandoned",
	customerObjection: null,
	productMentioned: "oak table",
	language: "en",
	evidence: [],
};
const suggest = (more: Partial<Subject>) =>
	suggestMessage({ finding, name: "Ana", attempt: 1, fallbackLanguage: "es", ...more });
const template = (more: Partial<SuggestionTemplate>): SuggestionTemplate => ({
	text: "mine",
	language: null,
	outcome: null,
	objection: null,
	attempt: null,
	...more,
});

describe("the built-in texts", () => {
	it("name the customer and the product", () => {
		expect(suggest({})).toMatch(/^Hi Ana, .*oak table/);
	});

	it.each([null, "", "  "])("read well without a name (%j)", (name) => {
		expect(suggest({ name })).toMatch(/^Hi, you/);
	});

	it("read well without a product", () => {
		expect(suggest({ finding: { ...finding, productMentioned: null } })).toContain("what you asked about");
	});

	it("are in the customer's language, and in ours where that is not known", () => {
		expect(suggest({ finding: { ...finding, language: "pt" } })).toMatch(/^Olá Ana/);
		expect(suggest({ finding: { ...finding, language: "mixed" } })).toMatch(/^Hola Ana/);
		expect(suggest({ finding: { ...finding, language: "unknown" } })).toMatch(/^Hola Ana/);
	});

	it("say sorry to who was never answered", () => {
		const evidence = [{ signal: "unanswered" as const, weight: 0.15, messageId: "a", sentence: "how much?" }];
		expect(suggest({ finding: { ...finding, evidence } })).toContain("sorry for the late answer");
	});

	it("are others for each objection, outcome and attempt, in every language", () => {
		for (const language of languages) {
			const all = [
				...objections.map((customerObjection) =>
					suggest({ finding: { ...finding, language, customerObjection } }),
				),
				...outcomes.map((outcome) => suggest({ finding: { ...finding, language, outcome } })),
				suggest({ finding: { ...finding, language }, attempt: 2 }),
				suggest({ finding: { ...finding, language }, attempt: 3 }),
			];
			expect(new Set(all).size).toBe(all.length);
			for (const text of all) expect(text).not.toMatch(/[{}]|\s\s/);
		}
	});

	it("say goodbye from the third attempt on", () => {
		expect(suggest({ attempt: 7 })).toBe(suggest({ attempt: 3 }));
	});

	it("all have both placeholders", () => {
		const texts = Object.values(suggestionTexts).flatMap(
			({ outcome, objection, unanswered, second, last }) => [
				...Object.values(outcome),
				...Object.values(objection),
				unanswered,
				second,
				last,
			],
		);
		for (const text of texts) expect(text).toMatch(/\{name\}.*\{product\}/);
	});
});

describe("the user's wording", () => {
	it("goes before the built-in texts", () => {
		const templates = [template({ text: "Dear {name}: {product}?" })];
		expect(suggest({ templates })).toBe("Dear Ana: oak table?");
	});

	it("is the one that says most precisely when it is meant", () => {
		const templates = [
			template({ text: "always" }),
			template({ text: "lost", outcome: "lost" }),
			template({ text: "first English", language: "en", attempt: 1 }),
			template({ text: "English", language: "en" }),
		];
		expect(suggest({ templates })).toBe("first English");
		expect(suggest({ templates, attempt: 2 })).toBe("English");
		expect(suggest({ templates, finding: { ...finding, language: "pt" } })).toBe("always");
	});

	it("is not taken for another language, outcome, objection or attempt, or when it is empty", () => {
		const templates = [
			template({ language: "es" }),
			template({ outcome: "lost" }),
			template({ objection: "price" }),
			template({ attempt: 2 }),
			template({ text: "  " }),
		];
		expect(suggest({ templates })).toMatch(/^Hi Ana/);
	});

	it("leaves braces and signs in a name as they are", () => {
		const templates = [template({ text: "Hi {name}, {product}" })];
		expect(suggest({ templates, name: "{product} $& $1" })).toBe("Hi {product} $& $1, oak table");
	});
});

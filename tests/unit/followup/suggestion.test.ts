import { describe, expect, it } from "vitest";
import { languages, outcomes } from "@/lib/followup/finding";
import { objections, type Signal } from "@/lib/followup/signal";
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
	suggestMessage({ finding, name: "Ana", attempt: 1, mostAttempts: 3, fallbackLanguage: "es", ...more }).text;
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

	it("name a product in quotes, since nobody knows its article", () => {
		expect(suggest({})).toContain("about “oak table”.");
		const linen = { ...finding, language: "es" as const, productMentioned: "funda nórdica de lino" };
		expect(suggest({ finding: linen })).toContain("por “funda nórdica de lino”.");
		expect(suggest({ finding: linen, attempt: 2 })).toContain("por “funda nórdica de lino”.");
		expect(suggest({ finding: { ...finding, productMentioned: null } })).not.toContain("“");
	});

	it("ask whether the payment link worked, and who left a cart about that", () => {
		const shows = (signal: Signal) => ({ signal, weight: 0.3, messageId: "a", sentence: "" });
		const link = [shows("price-asked"), shows("payment-link-sent"), shows("silent-after-us")];
		expect(suggest({ finding: { ...finding, evidence: link } })).toContain("payment link for “oak table”");
		expect(suggest({ finding: { ...finding, evidence: [shows("abandoned-cart")] } })).toContain(
			"in your cart",
		);
	});

	it("thank who wrote last, and do not ask them again what they asked", () => {
		const evidence = (["price-asked", "payment-link-sent", "silent-after-them"] as const).map((signal) => ({
			signal,
			weight: 0.3,
			messageId: "a",
			sentence: "",
		}));
		const text = suggest({ finding: { ...finding, evidence } });
		expect(text).toContain("thank you for your message");
		expect(text).not.toContain("payment link");
	});

	it("claim nothing to be done already that nobody did", () => {
		for (const { objection } of Object.values(suggestionTexts))
			for (const text of [objection.price, objection["delivery-cost"], objection["delivery-time"]])
				expect(text).not.toMatch(/have looked|he mirado|vi o que|miro si|let me check/);
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

	it("say goodbye only where there will be no other", () => {
		expect(suggest({ attempt: 3, mostAttempts: 5 })).toBe(suggest({ attempt: 2 }));
		expect(suggest({ attempt: 5, mostAttempts: 5 })).toBe(suggest({ attempt: 3 }));
	});

	it("all have both placeholders", () => {
		const texts = Object.values(suggestionTexts).flatMap(
			({ outcome, objection, unanswered, wroteLast, paymentLink, cart, second, last }) => [
				...Object.values(outcome),
				...Object.values(objection),
				unanswered,
				wroteLast,
				paymentLink,
				cart,
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

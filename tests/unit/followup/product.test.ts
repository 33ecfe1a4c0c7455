import { describe, expect, it } from "vitest";
import { analyseConversation } from "@/lib/followup/analyse-conversation";
import { chat } from "./chat";

function productOf(lines: readonly string[], products?: readonly string[]): string | null {
	const analysis = analyseConversation(chat(lines, products && { products }));
	if (!analysis.found) throw new Error(analysis.reason);
	return analysis.finding.productMentioned;
}

describe("of known products", () => {
	const products = ["Oak Desk", "Oak Table", "Lámpara de mesa Nórdica", "Linen sheet", "Rug"];

	it.each([
		["how much is the oak table?", "Oak Table"],
		["price of the linen sheets please", "Linen sheet"],
		["cuánto cuesta la lampara nordica?", "Lámpara de mesa Nórdica"],
		["how much are your rugs", "Rug"],
	])("the one that was named: %s", (line, product) => {
		expect(productOf([`< ${line}`], products)).toBe(product);
	});

	it("the one that was named last", () => {
		expect(productOf(["< how much is the oak desk?", "> 90", "< and the oak table?"], products)).toBe(
			"Oak Table",
		);
	});

	it("the one that we named, when the customer named none", () => {
		expect(productOf(["< how much is it?", "> The Linen sheet is £40"], products)).toBe("Linen sheet");
	});

	it("none of two that fit as well", () => {
		expect(productOf(["< how much? oak desk or oak table?"], products)).toBeNull();
	});

	it("none of which little was said", () => {
		expect(productOf(["< precio de la mesa?"], products)).toBe("mesa");
	});
});

describe("without known products", () => {
	it.each([
		["how much is the oak table?", "oak table"],
		["Price of the suede Boots please", "suede Boots"],
		["cuánto cuesta el escritorio blanco?", "escritorio blanco"],
		["hola precio de la lámpara de mesa por favor", "lámpara de mesa"],
		["quanto custa a mesa de jantar?", "mesa de jantar"],
	])("it is the noun of the question: %s", (line, product) => {
		expect(productOf([`< ${line}`])).toBe(product);
	});

	it.each([
		"how much is it?",
		"how much is the one in the photo?",
		"cuánto es el total?",
		"qual o preço?",
		"how much?",
	])("it is none where the noun says nothing: %s", (line) => {
		expect(productOf([`< ${line}`])).toBeNull();
	});
});

import { describe, expect, it } from "vitest";
import { answerGap, gapSentence, isBlank } from "@/lib/crm/answer-gap";
import type { EndpointType } from "@/lib/crm/endpoint-type";
import { readAnswer } from "@/lib/crm/read-answer";
import { readMappedAnswer } from "@/lib/crm/read-mapped-answer";

function ofMapped(type: EndpointType, made: unknown, fields?: readonly string[]) {
	const read = readMappedAnswer(type, made);
	if (!read.ok) throw new Error(read.failure);
	return answerGap(read.value, { made, ...(fields && { fields }) });
}

function ofAnswer(type: EndpointType, json: unknown) {
	const read = readAnswer(type, json);
	if (!read.ok) throw new Error(read.failure);
	return answerGap(read.value);
}

describe("a mapping that makes nothing", () => {
	it.each([undefined, null, []])("is told, for it may look in the wrong place: %j", (made) => {
		expect(ofMapped("sidePanel_CustomerInfo", made)).toEqual({ gap: "nothing", kind: "customers" });
		expect(ofMapped("search_Products", made)).toEqual({ gap: "nothing", kind: "products" });
		expect(ofMapped("globalSearch", made)).toEqual({ gap: "nothing", kind: "results" });
	});

	it("is told of what the assistant knows", () => {
		expect(ofMapped("ai_CustomerInitialInfo", undefined)).toEqual({ gap: "nothing", kind: "context" });
		expect(ofMapped("ai_CustomerInitialInfo", { note: "calls at nine" })).toBeUndefined();
	});

	it("is none where it says itself that nobody was found", () => {
		expect(ofMapped("sidePanel_CustomerInfo", { found: false })).toBeUndefined();
	});
});

describe("a mapping that makes something without anything in it", () => {
	it("is told with the fields that were clicked", () => {
		const fields = ["name", "orders[].name"];
		expect(ofMapped("sidePanel_CustomerInfo", { orders: [] }, fields)).toEqual({
			gap: "empty",
			kind: "customers",
			count: 1,
			fields,
		});
	});

	it("is told where all there is was written for everybody", () => {
		const gap = ofMapped("sidePanel_CustomerInfo", { name: " ", currency: "EUR" });
		expect(gap).toMatchObject({ gap: "empty", count: 1 });
	});

	it("is told with the fields that say who it is, where it was written by hand", () => {
		expect(ofMapped("sidePanel_CustomerInfo", [{}, {}])).toEqual({
			gap: "empty",
			kind: "customers",
			count: 2,
			fields: ["name", "id", "email"],
		});
		expect(ofMapped("sidePanel_CustomerInfo", { found: true, customer: {} })).toMatchObject({
			gap: "empty",
			count: 1,
		});
	});

	it("is told of products and results", () => {
		expect(ofMapped("search_Products", [{}, {}])).toMatchObject({ gap: "empty", count: 2, fields: ["name"] });
		expect(ofMapped("globalSearch", { type: "invoice" })).toMatchObject({ gap: "empty", fields: ["title"] });
	});
});

describe("an answer of which nothing says who or what it is", () => {
	it.each<[EndpointType, unknown, number]>([
		["sidePanel_CustomerInfo", { customer: { orders: [{ name: "A-1" }] } }, 1],
		["sidePanel_CustomerInfo", { customer: { full_name: "Ana" } }, 1],
		["sidePanel_CustomerFindToJoin", { customers: [{ name: "Ana" }, { phone: "+34612345678" }] }, 1],
		["search_Products", [{ price: 5 }, { name: "Tea" }, { sku: "T-1" }], 2],
		["globalSearch", [{ id: "7" }, { title: "Invoice 7" }], 1],
	])("is told: %s %j", (type, json, count) => {
		expect(ofAnswer(type, json)).toMatchObject({ gap: "nameless", count });
	});

	it.each<[EndpointType, unknown]>([
		["sidePanel_CustomerInfo", { found: false }],
		["sidePanel_CustomerInfo", { customer: { id: 7 } }],
		["sidePanel_CustomerInfo", { customer: { email: "a@x.example" } }],
		["search_Products", []],
		["search_Products", [{ name: "Tea" }]],
		["globalSearch", { results: [] }],
		["ai_CustomerInitialInfo", {}],
	])("is none for %s %j", (type, json) => {
		expect(ofAnswer(type, json)).toBeUndefined();
	});
});

describe("an answer of which nothing can be seen", () => {
	it.each<[EndpointType, unknown, boolean]>([
		["sidePanel_CustomerInfo", { found: false }, true],
		["sidePanel_CustomerInfo", { customer: {} }, true],
		["sidePanel_CustomerInfo", { customer: { orders: [{ name: "A-1" }] } }, false],
		["search_Products", [{}, { name: "Tea" }], false],
		["globalSearch", [], true],
		["ai_CustomerInitialInfo", {}, false],
	])("%s %j: %j", (type, json, expected) => {
		const read = readAnswer(type, json);
		expect(read.ok && isBlank(read.value)).toBe(expected);
	});
});

describe("a gap in a sentence", () => {
	it("says how many and which fields", () => {
		const fields = ["name", "id"];
		expect(gapSentence({ gap: "empty", kind: "customers", count: 1, fields })).toBe(
			"1 customer with nothing to show. Empty: name, id.",
		);
		expect(gapSentence({ gap: "nameless", kind: "products", count: 3, fields: ["name"] })).toBe(
			"3 products with nothing that says who or what it is. Empty: name.",
		);
		expect(gapSentence({ gap: "nothing", kind: "customers" })).toContain("looks in the wrong place");
	});
});

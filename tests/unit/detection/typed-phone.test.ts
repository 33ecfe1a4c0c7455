import { describe, expect, it } from "vitest";
import { readTypedPhone } from "@/lib/detection/typed-phone";

const lucia = "+34612345678";

describe("a phone that somebody typed or pasted", () => {
	it.each([
		"+34612345678",
		" +34 612 345 678 ",
		"0034 612-345-678",
		"+34 (612) 34.56.78",
		"612345678",
		"612 34 56 78",
		"tel:+34-612-345-678",
		"https://wa.me/34612345678",
		"+٣٤ ٦١٢ ٣٤٥ ٦٧٨",
		"\u202a+34 612 34 56 78\u202c",
		"Lucía: +34 612 345 678",
		"+34 612 345 678, 612 345 678",
	])("is read from %j", (text) => {
		expect(readTypedPhone(text, "ES")).toEqual({ ok: true, value: lucia });
	});

	it("is read as a contact has it, though no operator has given it out", () => {
		expect(readTypedPhone("+34 500 00 00 00", "")).toEqual({ ok: true, value: "+34500000000" });
	});

	it.each([
		["nothing", "", "ES", "not-a-phone"],
		["a name", "Lucía", "ES", "not-a-phone"],
		["too short a number", "+34 612", "ES", "not-a-phone"],
		["a national number without a region", "612 345 678", "", "not-a-phone"],
		["an order number", "order 612345678", "ES", "not-a-phone"],
		["two numbers", "+34 612 345 678 / +34 699 888 777", "ES", "several-phones"],
	])("is not guessed from %s", (_case, text, region, reason) => {
		expect(readTypedPhone(text, region)).toEqual({ ok: false, failure: { reason } });
	});
});

import { describe, expect, it } from "vitest";
import { phoneInCrm } from "@/lib/detection/phone-in-crm";

const lucia = "+34612345678";
const nothing = { region: "", ownPhones: [] };

describe("a number as a CRM writes it", () => {
	it.each([
		"612345678",
		"612 34 56 78",
		"(612) 345-678",
		"34612345678",
		"34 612 345 678",
		"0034612345678",
		"+34 612 345 678",
		"Tel. 612 345 678 ext. 2",
		"٦١٢٣٤٥٦٧٨",
		"612345678 / 699888777",
	])("is read from %j with the configured region", (written) => {
		expect(phoneInCrm(written, { ...nothing, region: "ES" })).toBe(lucia);
	});

	it.each([
		["one's own number", { ownPhones: ["+34600000000"] }],
		["the contact's", { contact: "+34699888777" }],
	])("is read as %s is dialled", (_whose, known) => {
		expect(phoneInCrm("612345678", { ...nothing, ...known })).toBe(lucia);
	});

	it("is the conversation's own number before anything else", () => {
		const asked = { region: "ES", ownPhones: ["+34600000000"], contact: "+33612345678" };
		expect(phoneInCrm("612345678", asked)).toBe("+33612345678");
		expect(phoneInCrm("06 12 34 56 78", asked)).toBe("+33612345678");
	});

	it("is one of the shop's country rather than of the contact's", () => {
		expect(phoneInCrm("612345678", { ...nothing, region: "ES", contact: "+33699888777" })).toBe(lucia);
	});

	it("loses its trunk prefix, and keeps that of a country that has none", () => {
		expect(phoneInCrm("07911 123456", { ...nothing, region: "GB" })).toBe("+447911123456");
		expect(phoneInCrm("06 1234 5678", { ...nothing, region: "IT" })).toBe("+390612345678");
	});

	it.each([
		["no region is known", "612 345 678", nothing, "612345678"],
		["the region has no such number", "612 345 678", { ...nothing, region: "MX" }, "612345678"],
		["it is an extension of a house", "123456", { ...nothing, region: "ES" }, "123456"],
	])("is its digits where %s", (_case, written, options, expected) => {
		expect(phoneInCrm(written, options)).toBe(expected);
	});

	it.each(["", "-", "unknown", "1234", "n/a 12", "+34 99"])("is none in %j", (written) => {
		expect(phoneInCrm(written, { ...nothing, region: "ES" })).toBeUndefined();
	});
});

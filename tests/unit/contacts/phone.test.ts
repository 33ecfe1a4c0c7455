import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fromDigits, readPhone } from "@/lib/contacts/phone";

describe("readPhone", () => {
	it.each([
		["+34612345678", "+34612345678"],
		["+34 612 34 56 78", "+34612345678"],
		["+34 (612) 345-678", "+34612345678"],
		["+34.612.345.678", "+34612345678"],
		["0034 612 345 678", "+34612345678"],
		["+1\u00a0415\u00a0555\u00a02671", "+14155552671"],
		["+1\u202f415\u2009555\u30002671", "+14155552671"],
		["\u200e+44 20 7946 0958\u200e", "+442079460958"],
		["\u202a+55 11 91234-5678\u202c", "+5511912345678"],
		["\u2066+52 55 1234 5678\u2069", "+525512345678"],
		["\ufeff\u061c+20 100 123 4567", "+201001234567"],
		["+1 415\u2011555\u20102671", "+14155552671"],
		["+521 55 1234 5678", "+525512345678"],
		["  +34612345678  ", "+34612345678"],
	])("reads %j as %s", (text, e164) => {
		expect(readPhone(text)?.e164).toBe(e164);
	});

	it("shows a number as people write it", () => {
		expect(readPhone("+34612345678")?.display).toBe("+34 612 34 56 78");
		expect(readPhone("+5215512345678")?.display).toBe("+52 55 1234 5678");
	});

	it.each([
		"",
		"+",
		"612345678",
		"612 34 56 78",
		"34612345678",
		"+34",
		"+34612",
		"+34 612 345 678 9012 345",
		"+999 612 345 678",
		"+0034612345678",
		"000 34612345678",
		"Ana +34612345678",
		"+34612345678 Ana",
		"~ +34 612 345 678",
		"+34612345678, +34612345679",
		"+34 612 345 67x",
		"+34612345678 ext. 5",
		"(+34) 612345678",
		"++34612345678",
		"tel:+34612345678",
		"+٣٤٦١٢٣٤٥٦٧٨",
		"+34/612/345/678",
	])("does not take %j for a number", (text) => {
		expect(readPhone(text)).toBeNull();
	});

	it("gives E.164 or nothing for any text, and never throws", () => {
		const texts = fc.oneof(fc.string({ unit: "binary" }), fc.stringMatching(/^(\+|00)[\d ().-]{6,25}$/));
		fc.assert(
			fc.property(texts, (text) => {
				expect(readPhone(text)?.e164 ?? "+34612345678").toMatch(/^\+[1-9]\d{5,14}$/);
			}),
			{ numRuns: 100 },
		);
	});

	it("reads its own writing back", () => {
		fc.assert(
			fc.property(
				fc.stringMatching(/^(346\d{8}|1[2-9]\d{2}[2-9]\d{6}|52[2-9]\d{9}|4420\d{8})$/),
				(digits) => {
					const phone = fromDigits(digits);
					if (phone) expect([readPhone(phone.e164), readPhone(phone.display)]).toEqual([phone, phone]);
				},
			),
			{ numRuns: 100 },
		);
	});
});

describe("fromDigits", () => {
	it.each([
		["34612345678", "+34612345678"],
		["5215512345678", "+525512345678"],
		["525512345678", "+525512345678"],
		["5491123456789", "+5491123456789"],
		["5511912345678", "+5511912345678"],
	])("reads the digits of a phone id %s as %s", (digits, e164) => {
		expect(fromDigits(digits)?.e164).toBe(e164);
	});

	it.each(["", "1", "12345", "0034612345678", "99912345678", "9".repeat(15), "11111111111111111"])(
		"finds no country with the number %j",
		(digits) => {
			expect(fromDigits(digits)).toBeNull();
		},
	);

	it("takes the 1 out of Mexican mobiles only, not out of numbers that begin alike", () => {
		expect(fromDigits("52155123456")?.e164).not.toBe("+5255123456");
	});
});

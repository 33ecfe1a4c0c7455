// @vitest-environment happy-dom
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseMessageHeader } from "../../../lib/whatsapp/message-header";
import { nameKey, phoneDigits, textOf } from "../../../lib/whatsapp/plain-text";

describe("phoneDigits", () => {
	it.each([
		["+34 699 000 111", "34699000111"],
		["\u200e+34\u00a0699\u00a0000\u00a0111\u200f", "34699000111"],
		["+55 11 98765-4321", "5511987654321"],
		["+1 (415) 555-0123", "14155550123"],
		["699.000.111", "699000111"],
		["~ +34 699 000 111", "34699000111"],
	])("reads %j", (text, digits) => expect(phoneDigits(text)).toBe(digits));

	it.each([
		"",
		"12345",
		"Ana +34 699 000 111",
		"+34 699 000 111 (work)",
		"34612345678@lid",
		"()-. ",
		"1".repeat(60),
	])("refuses %j", (text) => expect(phoneDigits(text)).toBeUndefined());

	it("refuses everything with a letter in it", () => {
		fc.assert(
			fc.property(fc.string(), fc.stringMatching(/^[a-zA-Zé]$/), fc.string(), (before, letter, after) => {
				expect(phoneDigits(before + letter + after)).toBeUndefined();
			}),
		);
	});
});

describe("nameKey", () => {
	it("ignores marks, kinds of space, Unicode form and the tilde of a self-chosen name", () => {
		expect(nameKey("\u200e~\u00a0Lucía  Fernández ")).toBe(nameKey("Luci\u0301a Fernández"));
	});
	it("keeps case apart", () => expect(nameKey("ana")).not.toBe(nameKey("Ana")));
});

describe("parseMessageHeader", () => {
	it.each([
		["[10:38, 10/07/2026] Ana López: ", "10:38, 10/07/2026", "Ana López"],
		[
			"\u200e[10:30\u202fp.\u00a0m., 14/7/2026] \u200e+34 699: ",
			"10:30\u202fp.\u00a0m., 14/7/2026",
			"+34 699",
		],
		["[10:38, 10/07/2026] Ana: the best: ", "10:38, 10/07/2026", "Ana: the best"],
		["[10:38, 10/07/2026] ", "10:38, 10/07/2026", null],
		["something else", null, null],
		["", null, null],
	])("splits %j", (attribute, rawTime, author) => {
		expect(parseMessageHeader(attribute)).toEqual({ rawTime, author });
	});
	it("never throws", () => {
		fc.assert(fc.property(fc.string(), (text) => void parseMessageHeader(text)));
	});
});

describe("textOf", () => {
	const element = (html: string) => {
		document.body.innerHTML = html;
		return document.body;
	};
	it("takes emoji by their text and br as a line break", () => {
		expect(textOf(element('Hi <img alt="🙂"><br>there'))).toBe("Hi 🙂\nthere");
	});
	it("leaves out the names of drawn icons", () => {
		expect(textOf(element("<span>Ana</span><svg><title>ic-verified</title></svg>"))).toBe("Ana");
	});
	it("breaks the line between blocks, not between pieces", () => {
		expect(textOf(element("<p>one <b>two</b></p><p>three</p><ul><li>four</li></ul>"))).toBe(
			"one two\nthree\nfour",
		);
	});
});

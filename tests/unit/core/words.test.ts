import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { escapeXml } from "@/lib/core/escape-xml";
import { firstDistinct } from "@/lib/core/first-distinct";
import { holdsWords, wordsOf } from "@/lib/core/words";

describe("the words of a query", () => {
	it("are found wherever they are, without accents and in any case", () => {
		expect(holdsWords("Lucía FERNÁNDEZ de la Vega", wordsOf("  vega lucia "))).toBe(true);
		expect(holdsWords("Lucia", wordsOf("LUCÍA"))).toBe(true);
		expect(holdsWords("Lucía", wordsOf("lucia vega"))).toBe(false);
	});

	it("hold everywhere when there are none", () => {
		expect(wordsOf(" \n ")).toEqual([]);
		expect(holdsWords("", [])).toBe(true);
	});
});

it("of many items, each is shown once, up to so many", () => {
	expect(firstDistinct([{ a: 1 }, { a: 2 }, { a: 1 }, { a: 3 }], 2)).toEqual({
		shown: [{ a: 1 }, { a: 2 }],
		total: 3,
	});
});

describe("a text in XML", () => {
	it("has its markup taken for what it is", () => {
		expect(escapeXml(`<b>Tom & "Jerry's"</b>`)).toBe("&lt;b&gt;Tom &amp; &quot;Jerry&apos;s&quot;&lt;/b&gt;");
	});

	it("can be read, whatever it holds", () => {
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), (text) => {
				const escaped = escapeXml(text);
				expect(escaped).not.toMatch(/[<>"']|&(?!(amp|lt|gt|quot|apos);)/);
				// What XML 1.0 calls a character.
				expect(escaped).toMatch(/^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u);
			}),
		);
		expect(escapeXml("a\u0000b\ud800c\uffffd")).toBe("ab\ufffdcd");
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { jsonFailureSentence, parseJson, placeOf } from "@/lib/core/json";

describe("parseJson", () => {
	it("reads every JSON value", () => {
		fc.assert(
			fc.property(fc.jsonValue(), (value) => {
				const text = JSON.stringify(value);
				expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) });
			}),
		);
	});

	it.each([
		['{\n  "a": 1,\n}', "name", 3, 1],
		["", "value", 1, 1],
		['{"a" 1}', "colon", 1, 6],
		['{"a": 1 "b": 2}', "comma", 1, 9],
		["[1, 2", "bracket", 1, 6],
		['{"a": 1', "brace", 1, 8],
		["{a: 1}", "symbol", 1, 2],
		['{"a": "x', "string", 1, 7],
		['{"a": "\\x"}', "escape", 1, 7],
		["// hello\n1", "comment", 1, 1],
		["01", "end", 1, 2],
		["\n\n  tru", "symbol", 3, 3],
	])("says where %j breaks", (text, defect, line, column) => {
		expect(parseJson(text)).toMatchObject({
			ok: false,
			failure: { reason: "invalid-json", defect, line, column },
		});
	});

	it("names line and column in its sentence", () => {
		const parsed = parseJson('{\n"a": }');
		expect(!parsed.ok && jsonFailureSentence(parsed.failure)).toBe(
			"This is no JSON: line 2, column 6: a value is missing.",
		);
	});

	it("refuses what is longer than allowed before reading it", () => {
		const parsed = parseJson("[".repeat(2_000_000), 1_000_000);
		expect(parsed).toEqual({ ok: false, failure: { reason: "text-too-long", limit: 1_000_000 } });
	});

	it("never throws, and places every failure inside the text", () => {
		fc.assert(
			fc.property(fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ \n1atru-.e/*') }), (text) => {
				const parsed = parseJson(text);
				if (parsed.ok || parsed.failure.reason !== "invalid-json") return;
				expect(parsed.failure.offset).toBeLessThanOrEqual(text.length);
				expect(parsed.failure.line).toBeLessThanOrEqual(text.split("\n").length);
			}),
		);
	});
});

describe("placeOf", () => {
	const text = '{\n  "a": { "b": [1, 22] }\n}';

	it("finds a value", () => {
		expect(placeOf(text, ["a", "b", 1])).toEqual({ offset: 20, length: 2, line: 2, column: 19 });
	});

	it("falls back to what is around a value that is not there", () => {
		expect(placeOf(text, ["a", "c", "d"])).toEqual(placeOf(text, ["a"]));
		expect(placeOf(text, ["x"])).toMatchObject({ offset: 0, line: 1, column: 1 });
	});
});

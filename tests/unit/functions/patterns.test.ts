import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compilePattern } from "@/lib/functions/patterns/compile-pattern";
import { matchPattern, TooManySteps } from "@/lib/functions/patterns/match-pattern";

const mostSteps = 1_000_000;

function fits(pattern: string, text: string): boolean {
	const program = compilePattern(pattern);
	if (!program.ok) throw new Error(program.failure.reason);
	return matchPattern(program.value, text, { left: mostSteps });
}

describe("a pattern fits what the browser's own matching says", () => {
	it.each([
		["^CS-\\d{5}$", ["CS-11465", "CS-1146", "CS-114655", "xCS-11465", ""]],
		["\\d{2,}", ["a1b", "a12b", "123"]],
		["^a{2}b{0}c{1,2}?$", ["aac", "aabc", "aacc", "ac", "aaccc"]],
		["^(?:es|pt|pt-BR)$", ["es", "pt-BR", "pt-", "pt-BRx"]],
		["^(?<year>\\d{4})-(0[1-9]|1[0-2])$", ["2026-03", "2026-13"]],
		["^[\\w.+-]+@[a-z\\d-]+(\\.[a-z\\d-]+)*$", ["a.b@c.de", "@c.de", "a@", "a@b..c"]],
		["^[^\\]\\s-]+$", ["abc", "a]c", "a c", "a-c"]],
		["^\\p{Lu}\\p{L}*$", ["Ñandú", "ñandú", "Ñ1"]],
		["^.{3}$", ["a🔑b", "🔑🔑", "a\nb", "abc"]],
		["^\\u{1F511}\\uD83D\\uDD11\\x41\\cJ\\t$", ["🔑🔑A\n\t", "🔑A\n\t"]],
		["^[🔑-🔓]$", ["🔒", "🔑", "a"]],
		["\\bvip\\b", ["a vip b", "vips", "vip"]],
		["\\Bip", ["vip", "ip"]],
		["^(?=.*\\d)(?=.*[a-z])(?!.*\\s).{6,}$", ["abc123", "abcdef", "abc 123", "a1"]],
		["(?<=€)\\d+(?<!0)$", ["€15", "€10", "$15"]],
		["(?<=a.?c)d", ["abcd", "acd", "abbcd"]],
		["(?<=🔑)x", ["🔑x", "ax", "\uDD11x"]],
		["^(a*)*$", ["", "aaa", "aab"]],
		["^(?:){1000}$", ["", "a"]],
		["^(a|)+b$", ["b", "aab", "a"]],
		["", ["", "a"]],
		["^$|^\\.\\$\\/$", ["", ".$/", "a"]],
		["\\0|[\\-]", ["\0", "-", "0"]],
		["[^]", ["", "\n"]],
		["[]", ["", "a"]],
		["^.$", ["\uD83D", "\uDD11\uD83D", "🔑"]],
	])("%j", (pattern, texts) => {
		for (const text of texts)
			expect([text, fits(pattern, text)]).toEqual([text, new RegExp(pattern, "u").test(text)]);
	});

	it("whatever it is", () => {
		const atom = fc.constantFrom("a", "b", ".", "[ab]", "[^a]", "\\w", "^", "$", "\\b");
		const { pattern } = fc.letrec<{ pattern: string; part: string }>((tie) => ({
			part: fc.oneof(
				{ depthSize: "small" },
				atom,
				fc
					.tuple(tie("pattern"), fc.constantFrom("*", "+", "?", "{2}", "{0,2}", "{1,}?"))
					.map(([inner, times]) => `(?:${inner})${times}`),
				fc
					.tuple(fc.constantFrom("(", "(?=", "(?!", "(?<=", "(?<!"), tie("pattern"))
					.map(([open, inner]) => `${open}${inner})`),
			),
			pattern: fc
				.array(fc.array(tie("part"), { maxLength: 3 }), { minLength: 1, maxLength: 2 })
				.map((options) => options.map((parts) => parts.join("")).join("|")),
		}));
		const text = fc.array(fc.constantFrom("a", "b", "c", " "), { maxLength: 7 });
		fc.assert(
			fc.property(pattern, text, (written, parts) => {
				expect(fits(written, parts.join(""))).toBe(new RegExp(written, "u").test(parts.join("")));
			}),
			{ numRuns: 3_000 },
		);
	});
});

describe("a pattern that would stall the browser", () => {
	const long = "a".repeat(5_000);

	it.each([
		["repetitions inside of one another", "^(a+)+$", `${long}!`],
		["repeated choices that begin alike", "^(a|aa|a?)+$", `${long}!`],
		["repetitions beside one another", "^a*a*a*a*a*$", `${long}!`],
		["no beginning", "(a+)+!$", long],
		["a look at what follows", "^(?=(a+)+!)", long],
		["a look at what went before", "(?<=!(a+)+)b", `${long}b`],
		["many optional parts", `^${"a?".repeat(100)}${"a".repeat(100)}$`, `${"a".repeat(100)}!`],
	])("is told not to fit in a few steps: %s", (_case, pattern, text) => {
		expect(fits(pattern, text)).toBe(false);
	});

	it("is given up when it takes too many steps all the same", () => {
		const program = compilePattern("(?:(?=.*!).)*b");
		const run = () => program.ok && matchPattern(program.value, "a".repeat(20_000), { left: mostSteps });
		expect(run()).toBe(false);
		expect(
			() => program.ok && matchPattern(program.value, `${long}!`.repeat(50), { left: mostSteps }),
		).toThrow(TooManySteps);
	});
});

describe("a pattern is refused", () => {
	it.each([
		["that refers back", "^(a)\\1$", "refers-back"],
		["that refers back by name", "^(?<x>a)\\k<x>$", "refers-back"],
		["that sets flags for a part", "^(?i:a)$", "changes-flags"],
		["that is counted too far", "^(?:a{100}){100}$", "too-large"],
		["that counts nothing too far", "^(?:){1000000000}$", "too-large"],
		["that is too deep", `${"(".repeat(300)}${")".repeat(300)}`, "too-large"],
	])("%s", (_case, pattern, reason) => {
		expect(compilePattern(pattern)).toEqual({ ok: false, failure: { reason } });
	});
});

import { describe, expect, it } from "vitest";
import { placeIn } from "@/lib/core/place-in";
import { fail, ok } from "@/lib/core/result";
import { evaluateJob } from "@/lib/mapping/evaluate";

const run = (expression: string, input: unknown, bindings = {}) =>
	evaluateJob({ expression, input: JSON.stringify(input), bindings });

describe("an expression", () => {
	it("makes JSON of JSON", async () => {
		const input = { results: [{ first: "Ana", last: "Gil" }, { first: "Bo" }] };
		expect(await run(`results.{ "name": first & " " & last }`, input)).toEqual(
			ok('[{"name":"Ana Gil"},{"name":"Bo "}]'),
		);
	});

	it("knows the parameters of the request", async () => {
		expect(await run("$phone & $limit & $string($exists($query))", {}, { phone: "+34", limit: 5 })).toEqual(
			ok('"+345false"'),
		);
	});

	it.each(["nobody", "results[id = 7]", "$[5]"])(
		"that finds nothing (%s) makes nothing",
		async (expression) => {
			expect(await run(expression, { results: [] })).toEqual(ok(undefined));
		},
	);

	it("is only parsed without an input", async () => {
		expect(await evaluateJob({ expression: "$error('never')" })).toEqual(ok(undefined));
		expect((await evaluateJob({ expression: "a." })).ok).toBe(false);
	});

	it.each([
		["results.{", 1, 10],
		['{\n  "name": a b\n}', 2, 13],
		["", 1, 1],
		["(", 1, 2],
	])("that is no JSONata (%j) is told with its place", async (expression, line, column) => {
		expect(await run(expression, {})).toEqual(
			fail({ problem: "syntax", detail: expect.stringMatching(/\w/), line, column }),
		);
	});

	it.each([
		["$nobody()", {}, "non-function"],
		['$number("x")', {}, "number"],
		["a + 1", { a: "x" }, "+"],
		["$error('The CRM said no')", {}, "The CRM said no"],
		["function($x) { $x }", {}, "function"],
		["$sum", {}, "function"],
		['$pad("", 1000000000, "ab")', {}, "length"],
	])("that fails (%s) tells why", async (expression, input, detail) => {
		expect(await run(expression, input)).toEqual(
			fail(expect.objectContaining({ problem: "error", detail: expect.stringContaining(detail) })),
		);
	});

	it("that calls itself without an end is too deep", async () => {
		expect(await run("($f := function($x) { 1 + $f($x) }; $f(1))", {})).toEqual(
			fail({ problem: "too-deep" }),
		);
	});

	it("that is nested without measure is refused, and does not bring the parser down", async () => {
		const parsed = await run("(".repeat(20_000), {});
		expect(parsed.ok).toBe(false);
	});

	it("that makes more than 5 MB is refused", async () => {
		expect(await run('$join([1..600000].("1234567890"))', {})).toEqual(
			fail({ problem: "too-large", limitBytes: 5 * 1024 * 1024 }),
		);
	});

	it("cannot reach the program that runs it", async () => {
		for (const expression of ["constructor", "__proto__", "$.constructor.constructor", "globalThis", "$eval"])
			expect(await run(expression, {}).then((result) => (result.ok ? result.value : "refused"))).toSatisfy(
				(value) => value === undefined || value === "refused",
			);
	});
});

describe("a place", () => {
	it.each([
		["abc", 0, 1, 1],
		["a\nbc", 3, 2, 2],
		["a\n", 9, 2, 1],
		["a", -1, 1, 1],
	])("in %j at %i is line %i, column %i", (text, offset, line, column) => {
		expect(placeIn(text, offset)).toEqual({ line, column });
	});
});

import { format } from "@cfworker/json-schema";
import { describe, expect, it } from "vitest";
import { freezeDeep } from "@/lib/core/freeze-deep";
import { longestArguments, readArguments } from "@/lib/functions/arguments";
import type { CustomFunction } from "@/lib/functions/definition";

const parameters = {
	type: "object",
	properties: {
		order_id: { type: "string" },
		count: { type: "integer", minimum: 1 },
		size: { enum: ["S", "M"] },
		tags: { type: "array", items: { type: "string" }, uniqueItems: true },
		address: {
			type: "object",
			properties: { street: { type: "string" } },
			required: ["street"],
			additionalProperties: false,
		},
	},
	required: ["order_id"],
};

/** What is wrong with arguments: the pointers and sentences, or the reason where there are none. */
function problemsOf(
	text: string,
	schema: Record<string, unknown> = parameters,
	fixed?: CustomFunction["fixed"],
) {
	const read = readArguments(freezeDeep({ parameters: schema, fixed }), text);
	if (read.ok) return [];
	return read.failure.reason === "arguments-invalid"
		? read.failure.problems.map(({ pointer, message }) => `${pointer}: ${message}`)
		: [read.failure.reason];
}

describe("arguments that fit", () => {
	it("are read", () => {
		const given = { order_id: "A/1", count: 2, size: "M", tags: ["a", "b"], address: { street: "x" } };
		expect(readArguments({ parameters }, JSON.stringify(given))).toEqual({ ok: true, value: given });
	});

	it("may be no text at all, where none is needed", () => {
		for (const text of ["", "  ", "{}"])
			expect(readArguments({ parameters: { type: "object" } }, text)).toEqual({ ok: true, value: {} });
	});

	it("are named by parts of the schema, too", () => {
		const either = {
			type: "object",
			$ref: "#/$defs/page",
			$defs: { page: { properties: { page: { type: "integer" } } } },
			anyOf: [
				{ properties: { a: { type: "string" } }, required: ["a"] },
				{ properties: { b: { type: "string" } }, required: ["b"] },
			],
		};
		expect(problemsOf('{"b":"x","page":1}', either)).toEqual([]);
		expect(problemsOf('{"b":"x","page":"1"}', either)).toEqual([
			"/page: This has to be of type integer, not string.",
		]);
		expect(problemsOf('{"page":1}', either)).toEqual([
			": This fits none of the forms that are allowed here.",
		]);
		expect(problemsOf('{"a":"x","other":1}', either)).toEqual(["/other: There is no argument of this name."]);
	});

	it("may have any name where the schema says so", () => {
		expect(problemsOf('{"x":1}', { type: "object", additionalProperties: { type: "number" } })).toEqual([]);
		expect(problemsOf('{"x":"1"}', { type: "object", additionalProperties: { type: "number" } })).toEqual([
			"/x: This has to be of type number, not string.",
		]);
	});
});

describe("arguments are refused", () => {
	it.each([
		["that are no JSON", "order 12", "arguments-not-json"],
		["that break off", '{"order_id":"12', "arguments-not-json"],
		["of a megabyte", JSON.stringify({ order_id: "x".repeat(longestArguments) }), "arguments-too-long"],
		["that are a list", "[1]", ": The arguments have to be an object with a value for each name."],
		["that are null", "null", ": The arguments have to be an object with a value for each name."],
		["without one that is needed", "{}", "/order_id: This argument is missing."],
		["with one too many", '{"order_id":"1","all":true}', "/all: There is no argument of this name."],
		["with __proto__", '{"order_id":"1","__proto__":{}}', "/__proto__: There is no argument of this name."],
		["of another type", '{"order_id":12}', "/order_id: This has to be of type string, not number."],
		["out of their range", '{"order_id":"1","count":0}', "/count: 0 is less than 1."],
		["that are none of a choice", '{"order_id":"1","size":"L"}', '/size: This has to be one of ["S","M"].'],
		[
			"with something wrong in a list",
			'{"order_id":"1","tags":["a",1]}',
			"/tags/1: This has to be of type string, not number.",
		],
		[
			"with something wrong in an object",
			'{"order_id":"1","address":{}}',
			"/address/street: This argument is missing.",
		],
		[
			"with one too many in an object",
			'{"order_id":"1","address":{"street":"x","a/b":1}}',
			"/address/a~1b: There is no argument of this name.",
		],
		[
			"of a hundred thousand levels",
			`{"order_id":${"[".repeat(1e5)}${"]".repeat(1e5)}}`,
			": The arguments are more than 64 levels deep.",
		],
		[
			"of a hundred thousand values",
			JSON.stringify({ tags: Array(1e5).fill(0) }),
			": The arguments hold more than 10000 values.",
		],
	])("%s", (_case, text, problem) => {
		expect(problemsOf(text)).toEqual([problem]);
	});

	it("that the user has fixed, whatever the schema allows", () => {
		const open = { type: "object", properties: { shop: {} }, additionalProperties: true };
		expect(problemsOf('{"shop":"b","x":1}', open, { shop: "a" })).toEqual([
			'/shop: "shop" is set by the user and cannot be chosen.',
		]);
		expect(problemsOf('{"x":1}', { ...open, required: ["shop"] }, { shop: "a" })).toEqual([]);
	});

	it("with everything that is wrong at once", () => {
		expect(problemsOf('{"order_id":1,"count":"2","x":3}')).toHaveLength(3);
	});

	it("with at most twenty problems", () => {
		const text = JSON.stringify(
			Object.fromEntries(Array.from({ length: 500 }, (_, index) => [`x${index}`, 1])),
		);
		expect(problemsOf(text)).toHaveLength(20);
	});

	it("also where a parameter is called as a keyword is", () => {
		const schema = {
			type: "object",
			properties: { anyOf: { type: "object", properties: { "0": { type: "string" } } } },
		};
		expect(problemsOf('{"anyOf":{"0":1}}', schema)).toEqual([
			"/anyOf/0: This has to be of type string, not number.",
		]);
	});
});

describe("a schema", () => {
	it("without a draft of its own is one of 2020-12: what stands beside a reference counts", () => {
		const schema = (draft?: string) => ({
			type: "object",
			...(draft && { $schema: draft }),
			properties: { code: { $ref: "#/definitions/code", minLength: 3 } },
			definitions: { code: { type: "string" } },
		});
		expect(problemsOf('{"code":"a"}', schema())).toHaveLength(1);
		expect(problemsOf('{"code":"a"}', schema("https://json-schema.org/draft/2020-12/schema"))).toHaveLength(
			1,
		);
		expect(problemsOf('{"code":"a"}', schema("http://json-schema.org/draft-07/schema#"))).toEqual([]);
		expect(problemsOf('{"code":1}', schema("http://json-schema.org/draft-07/schema#"))).toHaveLength(1);
	});

	it("may lead to itself, by either kind of reference", () => {
		const tree = (keyword: string, anchor: string) => ({
			type: "object",
			properties: { tree: { [keyword]: "#node" } },
			$defs: {
				node: {
					[anchor]: "node",
					type: "object",
					properties: { children: { type: "array", items: { [keyword]: "#node" } } },
					required: ["children"],
				},
			},
		});
		for (const schema of [tree("$ref", "$anchor"), tree("$dynamicRef", "$dynamicAnchor")]) {
			expect(problemsOf('{"tree":{"children":[{"children":[]}]}}', schema)).toEqual([]);
			expect(problemsOf('{"tree":{"children":[{}]}}', schema)).toEqual([
				"/tree/children/0/children: This argument is missing.",
			]);
		}
	});

	it.each([
		["leads nowhere", { $ref: "#/$defs/none" }],
		["leads in a circle", { $ref: "#" }],
	])("that %s refuses everything, and says so", (_case, more) => {
		expect(problemsOf("{}", { type: "object", ...more })[0]).toMatch(
			/: The function's parameters cannot be evaluated: /,
		);
	});
});

describe("a schema's patterns", () => {
	const text = (pattern: string) => ({ type: "object", properties: { code: { type: "string", pattern } } });
	const mismatch = "/code: The text does not match its pattern.";

	it("are what a text has to match", () => {
		expect(problemsOf('{"code":"CS-11465"}', text("^CS-\\d{5}$"))).toEqual([]);
		expect(problemsOf('{"code":"CS-1146"}', text("^CS-\\d{5}$"))).toEqual([mismatch]);
		const both = { ...text("^a").properties.code, format: "email", allOf: [{ maxLength: 5 }] };
		expect(problemsOf('{"code":"b@c.example"}', { type: "object", properties: { code: both } })).toHaveLength(
			2,
		);
		expect(problemsOf('{"code":"@"}', { type: "object", properties: { code: both } })).toHaveLength(2);
	});

	it("are what names have to match, and stand for their fields", () => {
		const schema = {
			type: "object",
			patternProperties: { "^n_": { type: "number" }, "^.{3}$": { maximum: 5 } },
			properties: { list: { type: "object", propertyNames: { pattern: "^[a-z]+$" } } },
		};
		expect(problemsOf('{"n_a":3,"n_bc":7}', schema)).toEqual([]);
		expect(problemsOf('{"n_a":6,"n_bc":"x"}', schema)).toHaveLength(2);
		expect(problemsOf('{"x":1}', schema)).toEqual(["/x: There is no argument of this name."]);
		expect(problemsOf('{"list":{"ab":1}}', schema)).toEqual([]);
		expect(problemsOf('{"list":{"a1":1}}', schema)).toHaveLength(1);
	});

	it("are none where a field or a value is called so", () => {
		const schema = {
			type: "object",
			properties: {
				pattern: { type: "string" },
				enum: { type: "string", pattern: "^a$" },
				is: { const: { pattern: "(" } },
			},
		};
		expect(problemsOf('{"pattern":"(","enum":"a","is":{"pattern":"("}}', schema)).toEqual([]);
		expect(problemsOf('{"enum":"b"}', schema)).toHaveLength(1);
	});

	// With the browser's own matching none of these came to an end.
	it.each([
		["a text", text("^(a+)+$"), { code: `${"a".repeat(50_000)}!` }],
		["a text with choices", text("^(\\w|\\d|x)+$"), { code: `${"1".repeat(50_000)}!` }],
		["a text that is found", text("^(?!(a+)+$)"), { code: "a".repeat(50_000) }],
		["a name", { type: "object", patternProperties: { "^(a+)+$": {} } }, { [`${"a".repeat(15_000)}!`]: 1 }],
	])("cannot stall the worker with %s", (_case, schema, given) => {
		expect(problemsOf(JSON.stringify(given), schema)).toHaveLength(1);
	});

	it("refuse what would take too long, and say so", () => {
		expect(problemsOf(`{"code":"${"ab".repeat(490_000)}"}`, text("^([ab]{1,50})*c"))).toEqual([
			": The arguments are too long for the patterns they have to fit.",
		]);
	});

	it("are checked in a text that is as long as arguments can be", () => {
		expect(problemsOf(`{"code":"${"ab".repeat(490_000)}"}`, text("^[ab]+$"))).toEqual([]);
	});

	it("refuse everything when they refer back, and say so", () => {
		expect(problemsOf('{"code":"aa"}', text("^(a)\\1$"))[0]).toMatch(
			/^: The function's parameters cannot be evaluated: The pattern .* refers back/,
		);
	});

	it("leave nothing behind for the next check", () => {
		problemsOf('{"code":"a"}', text("^b$"));
		expect(Object.keys(format).filter((name) => name.startsWith("pattern:"))).toEqual([]);
	});
});

it.each(Object.keys(format))("the format %s cannot stall the worker", (name) => {
	const schema = { type: "object", properties: { code: { format: name } } };
	for (const part of [
		"a",
		"a.",
		"a@",
		"a@a.",
		"1",
		"1:",
		"::",
		"/",
		"%20",
		"~0",
		"-",
		"a-",
		"{a}",
		"P1Y",
		"{",
		"[",
	])
		for (const end of ["", "!", "@", "\u0000"])
			expect(problemsOf(JSON.stringify({ code: part.repeat(20_000) + end }), schema)).toBeInstanceOf(Array);
});

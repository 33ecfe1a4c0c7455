import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PathStep, Source, SourcePath } from "@/lib/mapping/assignment";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { readExpression } from "@/lib/mapping/read-expression";
import { writeExpression } from "@/lib/mapping/write-expression";

const person = ["people", 0] as const;
const purchase = [...person, "purchases", 0] as const;
const assignments = new Map<string, Source>([
	[
		"name",
		{
			kind: "joined",
			paths: [
				[...person, "first"],
				[...person, "last"],
			],
		},
	],
	["currency", { kind: "constant", text: "EUR" }],
	["orders[].name", { kind: "value", path: [...purchase, "ref"] }],
	["orders[].amount", { kind: "value", path: [...purchase, "cents"], divisor: 100 }],
]);
const text = `people.{
	"name": $trim(first[$ != null] & " " & last[$ != null]),
	"currency": "EUR",
	"orders": [purchases.{
		"name": ref,
		"amount": $number(cents[$ != null]) / 100
	}]
}`;

async function made(expression: string, input: unknown): Promise<unknown> {
	const result = await evaluateJob({ expression, input: JSON.stringify(input) });
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value === undefined ? undefined : JSON.parse(result.value);
}

const valueIn = (path: SourcePath, divisor?: number): Source =>
	divisor === undefined ? { kind: "value", path } : { kind: "value", path, divisor };
const nameFrom = (source: Source, input: unknown) =>
	made(writeExpression(new Map([["name", source]]), false), input);

describe("what is written of a value that is not taken as it is", () => {
	it("stands in the thing it belongs to", async () => {
		expect(writeExpression(assignments, false)).toBe(text);
		const input = {
			people: [{ first: "Ana", last: "Gil", purchases: [{ ref: "A-1", cents: 4250 }, { ref: "A-2" }] }],
		};
		expect(await made(text, input)).toEqual({
			name: "Ana Gil",
			currency: "EUR",
			orders: [{ name: "A-1", amount: 42.5 }, { name: "A-2" }],
		});
	});

	it("makes nobody where there is nobody", async () => {
		expect(await made(text, { people: [] })).toBeUndefined();
	});

	it.each([
		[{ first: "Ana", last: "Gil" }, "Ana Gil"],
		[{ first: "Ana", last: null }, "Ana"],
		[{ last: "Gil" }, "Gil"],
		[{ first: "Calle Mayor", last: 12 }, "Calle Mayor 12"],
		[{ first: 7, last: 0 }, "7 0"],
		[{ first: null, last: null }, ""],
		[{}, ""],
	])("joins what there is of %j", async (input, name) => {
		const joined = await nameFrom({ kind: "joined", paths: [["first"], ["last"]] }, input);
		expect(joined).toEqual({ name });
	});

	it.each([
		[{ cents: 4250 }, { name: 42.5 }],
		[{ cents: "4250" }, { name: 42.5 }],
		[{ cents: 0 }, { name: 0 }],
		[{ cents: -100 }, { name: -1 }],
		[{ cents: null }, {}],
		[{}, {}],
	])("divides what there is of %j", async (input, expected) => {
		expect(await nameFrom(valueIn(["cents"], 100), input)).toEqual(expected);
	});

	it("is a text as it was typed", async () => {
		const typed = 'a "b" \\ $c {d}';
		expect(await nameFrom({ kind: "constant", text: typed }, {})).toEqual({ name: typed });
	});
});

describe("what is read back", () => {
	it("is what was clicked", () => {
		expect(readExpression(text)).toEqual(assignments);
	});

	it.each<[string, Source]>([
		["cents / 100", valueIn(["cents"], 100)],
		["cents[$ != null] / 100", valueIn(["cents"], 100)],
		["$number(cents) / 100", valueIn(["cents"], 100)],
		["order.cents/1000", valueIn(["order", "cents"], 1000)],
		['first & " " & last', { kind: "joined", paths: [["first"], ["last"]] }],
		['a.b&" "&c[0]&" "&`d e`', { kind: "joined", paths: [["a", "b"], ["c", 0], ["d e"]] }],
		['"EUR"', { kind: "constant", text: "EUR" }],
	])("is understood of what a hand writes: %s", (written, source) => {
		expect(readExpression(`{ "name": ${written} }`)).toEqual(new Map([["name", source]]));
	});

	it("is the same for whatever was clicked, joined, divided or fixed", () => {
		const step: fc.Arbitrary<PathStep> = fc.constantFrom("a", "b c", "null", 0, "é");
		const path = fc.array(step, { minLength: 1, maxLength: 4 });
		const source: fc.Arbitrary<Source> = fc.oneof(
			fc.record({ kind: fc.constant("value" as const), path }),
			fc.record({ kind: fc.constant("value" as const), path, divisor: fc.integer({ min: 1, max: 10_000 }) }),
			fc.record({
				kind: fc.constant("joined" as const),
				paths: fc.array(path, { minLength: 2, maxLength: 4 }),
			}),
			fc.record({ kind: fc.constant("constant" as const), text: fc.string() }),
		);
		const fields = ["name", "currency", "orders[].name", "orders[].amount"];
		fc.assert(
			fc.property(fc.array(source, { minLength: 1, maxLength: 4 }), fc.boolean(), (sources, hasAnswers) => {
				const given = new Map(sources.map((one, index) => [fields[index] ?? "name", one]));
				const written = writeExpression(given, hasAnswers);
				const read = readExpression(written);
				expect(read && writeExpression(read, hasAnswers)).toBe(written);
			}),
		);
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { PathStep, Source, SourcePath } from "@/lib/mapping/assignment";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { readExpression } from "@/lib/mapping/read-expression";
import { writeExpression } from "@/lib/mapping/write-expression";

const answer = {
	data: {
		contacts: [
			{
				"full name": "Ana Gil",
				mails: [{ address: "a@x.example" }],
				tags: ["vip", "es"],
				in: "Madrid",
				purchases: [
					{ ref: "A-1", lines: [{ title: "Tea", n: 2 }] },
					{ ref: "A-2", lines: [] },
				],
			},
			{ "full name": "Bo", mails: [], purchases: [] },
		],
	},
};

const values = (paths: readonly (readonly [string, SourcePath])[]) =>
	new Map<string, Source>(paths.map(([field, path]) => [field, { kind: "value", path }]));

const contact = ["data", "contacts", 0] as const;
const assignments = values([
	["name", [...contact, "full name"]],
	["email", [...contact, "mails", 0, "address"]],
	["tags", [...contact, "tags"]],
	["address", [...contact, "in"]],
	["orders[].name", [...contact, "purchases", 0, "ref"]],
	["orders[].items[].name", [...contact, "purchases", 0, "lines", 0, "title"]],
	["orders[].items[].quantity", [...contact, "purchases", 0, "lines", 0, "n"]],
]);

async function made(expression: string, input: unknown): Promise<unknown> {
	const result = await evaluateJob({ expression, input: JSON.stringify(input) });
	if (!result.ok) throw new Error(JSON.stringify(result.failure));
	return result.value === undefined ? undefined : JSON.parse(result.value);
}

describe("an expression that is written for what was clicked", () => {
	it("makes a thing of each element of the list it comes from", async () => {
		const text = writeExpression(assignments, false);
		expect(text).toBe(
			[
				"data.contacts.{",
				'\t"name": `full name`,',
				'\t"email": mails[0].address,',
				'\t"tags": tags,',
				'\t"address": `in`,',
				'\t"orders": [purchases.{',
				'\t\t"name": ref,',
				'\t\t"items": [lines.{',
				'\t\t\t"name": title,',
				'\t\t\t"quantity": n',
				"\t\t}]",
				"\t}]",
				"}",
			].join("\n"),
		);
		expect(await made(text, answer)).toEqual([
			{
				name: "Ana Gil",
				email: "a@x.example",
				tags: ["vip", "es"],
				address: "Madrid",
				orders: [
					{ name: "A-1", items: [{ name: "Tea", quantity: 2 }] },
					{ name: "A-2", items: [] },
				],
			},
			{ name: "Bo", orders: [] },
		]);
	});

	it("takes values from several places, of which none is a list's", async () => {
		const text = writeExpression(
			values([
				["name", ["customer", "name"]],
				["email", ["customer", "mails", 0]],
				["orders[].name", ["orders", 0, "id"]],
			]),
			false,
		);
		const input = {
			customer: { name: "Ana", mails: ["a@x.example", "b@x.example"] },
			orders: [{ id: 1 }, { id: 2 }],
		};
		expect(await made(text, input)).toEqual({
			name: "Ana",
			email: "a@x.example",
			orders: [{ name: 1 }, { name: 2 }],
		});
	});

	it("takes values from several answers", async () => {
		const text = writeExpression(
			values([
				["name", ["answers", 0, "hits", 0, "name"]],
				["orders[].name", ["answers", 1, "orders", 0, "ref"]],
			]),
			true,
		);
		const input = {
			answers: [{ hits: [{ name: "Ana" }, { name: "Bo" }] }, { orders: [{ ref: "A" }, { ref: "B" }] }],
		};
		expect(await made(text, input)).toEqual({ name: "Ana", orders: [{ name: "A" }, { name: "B" }] });
	});

	it.each([
		[
			[{ title: "Tea" }, { title: "Mug" }],
			[0, "title"],
			[{ name: "Tea" }, { name: "Mug" }],
		],
		[["Tea", "Mug"], [0], [{ name: "Tea" }, { name: "Mug" }]],
		[{ title: "Tea" }, ["title"], { name: "Tea" }],
		[{ a: { "b.c": "Tea" } }, ["a", "b.c"], { name: "Tea" }],
		[{ list: [["Tea"], ["Mug"]] }, ["list", 0, 0], [{ name: "Tea" }, { name: "Mug" }]],
	])("takes a value of %j", async (input, path, expected) => {
		const text = writeExpression(values([["name", path as SourcePath]]), false);
		expect(await made(text, input)).toEqual(expected);
	});

	it("is nothing for nothing", () => {
		expect(writeExpression(new Map(), false)).toBe("");
	});
});

describe("an expression that is read back", () => {
	it("gives what was clicked", () => {
		expect(readExpression(writeExpression(assignments, false))).toEqual(assignments);
		expect(readExpression('{"name":a . b [0],\n"orders":[ c.{ "name" : d } ]}')).toEqual(
			values([
				["name", ["a", "b", 0]],
				["orders[].name", ["c", 0, "d"]],
			]),
		);
	});

	it.each([
		'{ "name": first & ", " & last }',
		'{ "name": first & last }',
		'{ "name": first & " " & $uppercase(last) }',
		'{ "name": "Ana" & first }',
		'{ "amount": cents / 0 }',
		'{ "amount": cents / 100 / 2 }',
		'{ "amount": cents / 12.5 }',
		'{ "amount": cents * 100 }',
		'{ "amount": $number(cents[$ != null]) }',
		'{ "name": $join([first, last], " ") }',
		'{ "name": $trim(first & " ") }',
		'{ "name": $trim(first) }',
		'{ "name": $trim(first & " " & last }',
		'{ "name": first[$ = null] }',
		'{ "name": first[$ != 0] }',
		'{ "name": $uppercase(name) }',
		"{ name: a }",
		'{ "name": a, "name": b }',
		'{ "name": a[id=7] }',
		'{ "name": a } ~> $x',
		"a.b",
		"{}",
		"{ ",
		'/* by hand */ { "name": a }',
		"$",
	])("is none for %s, which only a hand can have written", (text) => {
		expect(readExpression(text)).toBeNull();
	});

	it("is empty for an empty text", () => {
		expect(readExpression(" \n")).toEqual(new Map());
	});

	it("comes back the same, whatever was clicked in first elements", () => {
		const step: fc.Arbitrary<PathStep> = fc.oneof(
			fc.constantFrom("a", "b c", "and", "é", "0", "x-y"),
			fc.constant(0),
		);
		const path = fc.array(step, { minLength: 1, maxLength: 5 });
		const fields = ["name", "email", "orders[].name", "orders[].date", "orders[].items[].name"];
		fc.assert(
			fc.property(fc.array(path, { minLength: 1, maxLength: 5 }), fc.boolean(), (paths, hasAnswers) => {
				const given = values(paths.map((one, index) => [fields[index] ?? "name", one]));
				const text = writeExpression(given, hasAnswers);
				const read = readExpression(text);
				expect(read && writeExpression(read, hasAnswers)).toBe(text);
			}),
		);
	});
});

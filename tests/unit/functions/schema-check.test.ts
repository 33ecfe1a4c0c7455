import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parameterProblems } from "@/lib/functions/schema-check";

const paths = (schema: Record<string, unknown>) =>
	parameterProblems(schema).map(({ path }) => path.join("."));
const withProperty = (property: unknown) => ({ type: "object", properties: { order: property } });

describe("the parameters of a function", () => {
	it.each([
		["nothing", {}],
		["a plain field", withProperty({ type: "string", description: "The order", minLength: 1 })],
		["several types", withProperty({ type: ["string", "null"], enum: ["a", null] })],
		[
			"a list of objects",
			withProperty({ type: "array", items: withProperty({ type: "integer" }), maxItems: 3 }),
		],
		["a tuple of draft 7", withProperty({ type: "array", items: [{ type: "string" }, true] })],
		["a tuple of 2020-12", withProperty({ prefixItems: [{ type: "string" }], items: false })],
		["alternatives", withProperty({ anyOf: [{ const: 1 }, { pattern: "^a$" }], not: { type: "null" } })],
		["references inside", { ...withProperty({ $ref: "#/$defs/o" }), $defs: { o: { type: "string" } } }],
		["unknown annotations", withProperty({ "x-order": 1, examples: ["a"], default: 3 })],
	])("may hold %s", (_case, schema) => {
		expect(paths({ type: "object", ...schema })).toEqual([]);
	});

	it.each([
		["no type", {}, "type"],
		["another type", { type: "string" }, "type"],
		["a type that does not exist", withProperty({ type: "text" }), "properties.order.type"],
		["properties that are a list", { type: "object", properties: [] }, "properties"],
		["a property that is no schema", withProperty("string"), "properties.order"],
		[
			"a wrong type deep inside",
			withProperty({ items: withProperty({ type: 3 }) }),
			"properties.order.items.properties.order.type",
		],
		["required that is true", { type: "object", required: true }, "required"],
		["an empty enum", withProperty({ enum: [] }), "properties.order.enum"],
		["an invalid pattern", withProperty({ pattern: "(" }), "properties.order.pattern"],
		["a negative length", withProperty({ minLength: -1 }), "properties.order.minLength"],
		["a limit as text", withProperty({ maximum: "3" }), "properties.order.maximum"],
		["a step of nothing", withProperty({ multipleOf: 0 }), "properties.order.multipleOf"],
		["alternatives that are none", withProperty({ oneOf: [] }), "properties.order.oneOf"],
		["a reference to elsewhere", withProperty({ $ref: "https://x.example/s.json" }), "properties.order.$ref"],
		["a description that is no text", withProperty({ description: 1 }), "properties.order.description"],
	])("may not hold %s", (_case, schema, path) => {
		expect(paths(schema)).toEqual([path]);
	});

	it("may not be endlessly deep or long", () => {
		let deep: unknown = { type: "string" };
		for (let depth = 0; depth < 40; depth++) deep = { items: deep };
		expect(parameterProblems(withProperty(deep))[0]?.message).toContain("levels deep");
		expect(parameterProblems(withProperty({ description: "x".repeat(70_000) }))[0]?.message).toContain(
			"too long",
		);
	});

	it("are judged without an error, whatever they are", () => {
		fc.assert(
			fc.property(
				fc.dictionary(
					fc.constantFrom("type", "properties", "items", "anyOf", "required", "$ref", "x"),
					fc.jsonValue(),
				),
				(schema) => {
					expect(parameterProblems(schema)).toBeInstanceOf(Array);
				},
			),
		);
	});
});

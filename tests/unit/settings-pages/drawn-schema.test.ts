import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { descriptionOf, drawn, fieldsOf, startOf } from "@/components/settings/functions/try/drawn-schema";
import { arbitraryParameters } from "../../fixtures/settings/arbitrary-schema";

const root = {
	$defs: {
		name: { type: "string", description: "A name" },
		"a/b": { type: "boolean" },
		loop: { $ref: "#/$defs/loop" },
	},
};
const kindOf = (schema: unknown) => drawn(schema, root).kind;

describe("a schema is drawn", () => {
	it.each([
		["text", { type: "string" }],
		["text", { type: ["string", "null"] }],
		["text", { anyOf: [{ type: "null" }, { type: "string" }] }],
		["text", { $ref: "#/$defs/name" }],
		["boolean", { $ref: "#/$defs/a~1b" }],
		["number", { type: "integer" }],
		["number", { type: "number" }],
		["boolean", { type: "boolean" }],
		["choice", { type: "string", enum: ["a", "b"] }],
		["choice", { const: 1 }],
		["list", { type: "array", items: { type: "string" } }],
		["object", { type: "object", properties: { a: {} } }],
	])("as %s", (kind, schema) => {
		expect(kindOf(schema)).toBe(kind);
	});

	it.each([
		["any value", {}],
		["everything", true],
		["nothing", false],
		["several types", { type: ["string", "number"] }],
		["alternatives", { anyOf: [{ type: "string" }, { type: "number" }] }],
		["conditions", { type: "object", properties: { a: {} }, if: {} }],
		["an object of any names", { type: "object" }],
		["a list of anything", { type: "array" }],
		["a tuple", { type: "array", items: [{ type: "string" }] }],
		["a reference that leads nowhere", { $ref: "#/$defs/none" }],
		["a reference that leads in a circle", { $ref: "#/$defs/loop" }],
		["a reference to the whole", { $ref: "#" }],
	])("as JSON where it is %s", (_case, schema) => {
		expect(kindOf(schema)).toBe("json");
	});

	it("with what has to be there first", () => {
		const schema = { properties: { a: {}, b: { type: "string" } }, required: ["b"] };
		expect(fieldsOf(schema)).toEqual([
			{ name: "b", schema: { type: "string" }, required: true },
			{ name: "a", schema: {}, required: false },
		]);
	});

	it("to an end, although it leads to itself", () => {
		const tree = { $ref: "#/$defs/tree" };
		const whole = {
			$defs: { tree: { type: "object", properties: { children: { type: "array", items: tree } } } },
		};
		const depthOf = (schema: unknown, depth: number): number => {
			const one = drawn(schema, whole, depth);
			if (one.kind === "object") return depthOf(one.fields[0]?.schema, depth + 1);
			return one.kind === "list" ? depthOf(one.item, depth + 1) : depth;
		};
		expect(depthOf(tree, 0)).toBeLessThan(8);
	});

	it("with its description, or that of what it refers to", () => {
		expect(descriptionOf({ $ref: "#/$defs/name" }, root)).toBe("A name");
		expect(descriptionOf({ $ref: "#/$defs/name", description: "Theirs" }, root)).toBe("Theirs");
		expect(descriptionOf({ type: "string" }, root)).toBeUndefined();
	});

	it("whatever it is, with a value of its kind to begin with", () => {
		fc.assert(
			fc.property(arbitraryParameters, (parameters) => {
				for (const { schema } of fieldsOf(parameters)) {
					const { kind } = drawn(schema, parameters);
					expect(JSON.stringify(startOf(schema, parameters)) === undefined, kind).toBe(false);
				}
			}),
			{ numRuns: 200 },
		);
	});
});

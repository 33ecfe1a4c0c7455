import { expect, it } from "vitest";
import { customFunctionSchema } from "@/lib/functions/definition";
import { modelFunctionOf } from "@/lib/functions/model-function";

const base = { name: "f", description: "d", endpoint: "https://api.example/o", method: "POST" };

it("a model is told the name, what it does and its parameters, and nothing of where it leads", () => {
	const parameters = { type: "object", properties: { a: { type: "string" } }, required: ["a"] };
	const auth = { type: "header", fields: { "X-Key": "s3cret" } };
	expect(modelFunctionOf(customFunctionSchema.parse({ ...base, parameters, auth }))).toEqual({
		name: "f",
		description: "d",
		parameters,
	});
});

it("a model is not told of fixed arguments, wherever the schema has them", () => {
	const parameters = {
		type: "object",
		properties: { a: { type: "string" }, shop: { type: "string" } },
		required: ["a", "shop"],
		anyOf: [{ required: ["shop", "a"] }, { properties: { shop: { const: 1 }, a: {} } }],
		dependentRequired: { a: ["shop"], shop: ["a"] },
		if: { required: ["shop"] },
	};
	const definition = customFunctionSchema.parse({ ...base, parameters, fixed: { shop: "x" } });
	const told = modelFunctionOf(definition);
	expect(told.parameters).toEqual({
		type: "object",
		properties: { a: { type: "string" } },
		required: ["a"],
		anyOf: [{ required: ["a"] }, { properties: { a: {} } }],
		dependentRequired: { a: [] },
		if: { required: [] },
	});
	expect(JSON.stringify(told)).not.toContain("shop");
	expect(definition.parameters).toEqual(parameters);
});

it("a field of an argument may be called as a fixed argument is", () => {
	const parameters = {
		type: "object",
		properties: { item: { type: "object", properties: { shop: {} }, required: ["shop"] } },
	};
	expect(
		modelFunctionOf(customFunctionSchema.parse({ ...base, parameters, fixed: { shop: "x" } })).parameters,
	).toEqual(parameters);
});

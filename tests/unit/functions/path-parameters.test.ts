import { describe, expect, it } from "vitest";
import { requiringPathNames } from "@/lib/functions/path-parameters";

const written = (endpoint: string, names: string[], required?: unknown) => ({
	endpoint,
	parameters: {
		type: "object",
		properties: Object.fromEntries(names.map((name) => [name, { type: "string" }])),
		...(required !== undefined && { required }),
	},
});
const url = "https://shop.example/orders/{order_id}?lines={lines}";

describe("a parameter that stands in the path", () => {
	it.each([
		["named after its placeholder", written(url, ["order_i"], []), written(url, ["order_id"], [])],
		["put into the path", written("https://shop.example/", ["order_id"]), written(url, ["order_id"])],
	])("is required once it is %s", (_how, before, after) => {
		expect(requiringPathNames(before, after)).toMatchObject({ parameters: { required: ["order_id"] } });
	});

	it("stays as a person has left it, and others stay as they are", () => {
		const optional = written(url, ["order_id", "lines"], []);
		expect(requiringPathNames(optional, optional)).toBe(optional);
		expect(requiringPathNames(written(url, [], ["x"]), written(url, ["order_id", "lines"], ["x"]))).toEqual(
			written(url, ["order_id", "lines"], ["x", "order_id"]),
		);
	});

	it.each([
		["no parameters", { endpoint: url }],
		["parameters that are a text", { endpoint: url, parameters: "none" }],
		["an address that is a number", { ...written("", ["order_id"]), endpoint: 1 }],
		["properties that are a list", { endpoint: url, parameters: { properties: ["order_id"] } }],
	])("is none in %s", (_what, after) => {
		expect(requiringPathNames({}, after)).toBe(after);
	});
});

import { describe, expect, it } from "vitest";
import { issuePlace } from "@/components/settings/console/issue-place";
import type { ConsoleRequest } from "@/components/settings/console/read-call";

const given = {
	type: 7,
	list: [{ name: "a" }, { name: "b b" }],
	fields: { "X.Api.Key": "dotted", X: { Api: "stepped" } },
	big: { one: 1, two: 2 },
};
const asCall: ConsoleRequest = { kind: "call", call: { name: "any" } };
const asRpc: ConsoleRequest = { kind: "rpc", message: {} };
const call = JSON.stringify({ name: "any", arguments: given }, null, 2);
const rpc = JSON.stringify({ jsonrpc: "2.0", params: { name: "any", arguments: given } }, null, 2);

function marked(text: string, request: ConsoleRequest, path: string): string {
	const { offset, length } = issuePlace(text, request, path);
	return text.slice(offset, offset + length);
}

describe.each([
	["a tool call", call, asCall],
	["a JSON-RPC request", rpc, asRpc],
])("in %s", (_, text, request) => {
	it.each([
		["type", "7"],
		["list.1.name", '"b b"'],
		["fields.X.Api.Key", '"dotted"'],
		["fields.X.Api", '"stepped"'],
	])("%s is marked at its value", (path, value) => {
		expect(marked(text, request, path)).toBe(value);
	});

	it("what is missing is marked at what it is missing from, by its first line", () => {
		expect(marked(text, request, "big.three")).toBe("{");
		expect(issuePlace(text, request, "big.three").line).toBe(
			text.slice(0, text.indexOf('"big"')).split("\n").length,
		);
		expect(marked(text, request, "list.7.name")).toBe("[");
	});

	it("what is wrong with the arguments as a whole is marked at them", () => {
		const { offset } = issuePlace(text, request, "");
		expect(text.slice(0, offset)).toMatch(/"arguments": $/);
	});
});

it("says the line and the column, from 1", () => {
	expect(issuePlace(call, asCall, "type")).toMatchObject({ line: 4, column: 13 });
});

it("marks the call when there are no arguments", () => {
	expect(issuePlace('{ "name": "any" }', asCall, "type")).toMatchObject({ offset: 0 });
});

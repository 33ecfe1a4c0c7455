import { describe, expect, it } from "vitest";
import { readable } from "@/lib/bridge/client";
import { readFrame } from "@/lib/bridge/frame";

const client = { session: "s", name: "agent", transport: "stdio" } as const;
const request = { type: "request", id: "1", client, method: "tools/list" };

describe("a message of the bridge", () => {
	it.each([
		[{ type: "hello", wire: 1, version: "0.1.0" }],
		[request],
		[{ ...request, params: { anything: [1] } }],
		[{ type: "cancel", id: "1" }],
	])("is read: %j", (message) => {
		expect(readFrame(message)).toEqual({ frame: message });
	});

	it.each([
		[null],
		["text"],
		[[]],
		[{ type: "hello", wire: "1", version: "0.1.0" }],
		[{ type: "cancel" }],
		[{ type: "cancel", id: "1", because: "x" }],
		[{ type: "request", method: "tools/list", client }],
		[{ ...request, id: "x".repeat(201) }],
	])("that is none has no id to answer to: %j", (message) => {
		const read = readFrame(message);
		expect(read.frame).toBeUndefined();
		expect(read).not.toHaveProperty("id");
	});

	it.each([
		[{ ...request, method: "tools/eat" }],
		[{ ...request, client: { ...client, transport: "carrier pigeon" } }],
		[{ ...request, client: { ...client, name: "x".repeat(1_001) } }],
		[{ ...request, more: 1 }],
	])("that does not fit is answered under its id: %j", (message) => {
		expect(readFrame(message)).toMatchObject({ id: "1", problem: expect.any(String) });
	});
});

describe("the name of a program", () => {
	it.each([
		["  ", "unnamed"],
		["a\nb\u202Ec\u0000", "a b c"],
		["x".repeat(500), "x".repeat(100)],
	])("%j is shown as %j", (given, shown) => {
		expect(readable({ ...client, name: given }).name).toBe(shown);
	});
});

import { describe, expect, it } from "vitest";
import { longestCall, readCall } from "@/components/settings/console/read-call";
import { masked } from "@/lib/crm/auth-field";
import { examples } from "@/lib/tools/examples";
import { tools } from "@/lib/tools/registry";

const names = tools.map(({ name }) => name);
const read = (value: unknown) => readCall(JSON.stringify(value), names);
const problems = (value: unknown) => {
	const call = read(value);
	return !call.ok && call.failure.reason === "no-call" ? call.failure.problems : [];
};

describe("what is typed into the Console", () => {
	it.each(examples)("is a call or a request: $key", ({ call }) => {
		const kind = "jsonrpc" in call ? { kind: "rpc", message: call } : { kind: "call", call };
		expect(read(call)).toEqual({ ok: true, value: kind });
	});

	it("needs no arguments", () => {
		expect(read({ name: "get_webhook_config" })).toMatchObject({
			value: { call: { name: "get_webhook_config" } },
		});
	});

	it("is passed on as JSON-RPC when it looks like it, right or wrong", () => {
		for (const message of [{ jsonrpc: "1.0" }, { method: "tools/call", params: { name: 7 } }])
			expect(read(message)).toEqual({ ok: true, value: { kind: "rpc", message } });
	});

	it("is told by line and column where it is no JSON", () => {
		expect(readCall('{\n  "name": "get_webhook_config",\n  arguments: {}\n}', names)).toMatchObject({
			failure: { reason: "invalid-json", line: 3, column: 3 },
		});
	});

	it("is refused when it is too long", () => {
		expect(readCall(" ".repeat(longestCall + 1), names)).toEqual({
			ok: false,
			failure: { reason: "text-too-long", limit: longestCall },
		});
	});

	it.each([[[]], ["text"], [7], [null]])("is no call as %j", (value) => {
		expect(problems(value)).toEqual([{ reason: "not-an-object", path: [] }]);
	});

	it("is told everything that keeps it from being a call", () => {
		expect(problems({ name: "get_everything", arguments: [], argument: {} })).toEqual([
			{ reason: "unknown-tool", path: ["name"], name: "get_everything" },
			{ reason: "arguments-not-an-object", path: ["arguments"] },
			{ reason: "unknown-field", path: ["argument"], name: "argument" },
		]);
		for (const name of [undefined, "", 7])
			expect(problems({ name })).toEqual([{ reason: "no-name", path: ["name"] }]);
	});

	it("is not told of unknown tools before the tools are known", () => {
		expect(readCall('{ "name": "get_everything" }', undefined)).toMatchObject({ ok: true });
	});
});

describe("a call out of the history", () => {
	it("is not run with a mask for a secret", () => {
		const input = { webhook_secret: masked };
		const inList = { add_function: [{ fixed: { api_key: masked } }] };
		expect(problems({ name: "configure_webhooks", arguments: input })).toEqual([
			{ reason: "masked-secret", path: ["arguments", "webhook_secret"] },
		]);
		expect(problems({ name: "update_custom_functions", arguments: inList })).toEqual([
			{ reason: "masked-secret", path: ["arguments", "add_function", 0, "fixed", "api_key"] },
		]);
		expect(problems({ jsonrpc: "2.0", params: { arguments: input } })).toHaveLength(1);
	});

	it("is run with masks in an auth, which stand for what is stored", () => {
		const auth = { type: "header", fields: { Authorization: masked } };
		expect(read({ name: "update_crm_endpoints", arguments: { add_crm_endpoint: { auth } } }).ok).toBe(true);
	});
});

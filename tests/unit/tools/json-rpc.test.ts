import { describe, expect, it } from "vitest";
import { answerJsonRpc } from "@/lib/tools/json-rpc";
import { tools } from "@/lib/tools/registry";
import { createToolWorld } from "./tool-world";

const { context } = createToolWorld();
const ask = (message: unknown) => answerJsonRpc(context(), "extension-page", message);
const request = { jsonrpc: "2.0", id: 7 };

describe("tools/list", () => {
	it("lists every tool with its schema and hints", async () => {
		const answer = await ask({ ...request, method: "tools/list" });
		expect(answer).toMatchObject({ jsonrpc: "2.0", id: 7 });
		const listed = "result" in answer ? (answer.result as { tools: { name: string }[] }).tools : [];
		expect(listed.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
		for (const tool of listed)
			expect(tool).toEqual({
				name: expect.stringMatching(/^[a-z_]+$/),
				description: expect.stringMatching(/\.$/),
				inputSchema: expect.objectContaining({ type: "object", additionalProperties: false }),
				annotations: {
					readOnlyHint: expect.any(Boolean),
					destructiveHint: expect.any(Boolean),
					idempotentHint: expect.any(Boolean),
					openWorldHint: expect.any(Boolean),
				},
			});
	});

	it("has every tool of the contract", () => {
		expect(tools.map(({ name }) => name).toSorted()).toEqual([
			"configure_webhooks",
			"get_crm_endpoints",
			"get_crm_health_status",
			"get_custom_functions",
			"get_webhook_config",
			"reset_crm_errors",
			"test_crm_endpoint",
			"test_webhook",
			"update_crm_endpoints",
			"update_custom_functions",
		]);
	});

	it("calls only queries read-only", async () => {
		for (const { kind, name } of tools)
			expect([name, kind === "query"]).toEqual([name, name.startsWith("get_")]);
	});

	it("publishes what a function is made of, although it is taken in several forms", async () => {
		const answer = await ask({ ...request, method: "tools/list" });
		const listed =
			"result" in answer
				? (answer.result as { tools: { name: string; inputSchema: Record<string, never> }[] }).tools
				: [];
		const tool = listed.find(({ name }) => name === "update_custom_functions");
		expect(tool?.inputSchema).toMatchObject({
			properties: {
				add_function: {
					required: ["name", "endpoint"],
					properties: { method: { enum: ["GET", "POST", "PUT", "PATCH", "DELETE"] } },
				},
			},
		});
	});
});

describe("tools/call", () => {
	it("runs a tool", async () => {
		const params = { name: "get_webhook_config", arguments: {} };
		expect(await ask({ ...request, id: "a", method: "tools/call", params })).toMatchObject({
			jsonrpc: "2.0",
			id: "a",
			result: { isError: false, content: [{ type: "text", text: "No webhook is set." }] },
		});
	});

	it.each([
		["an unknown tool", { name: "delete_everything" }, -32601],
		["bad arguments", { name: "get_webhook_config", arguments: { x: 1 } }, -32602],
		["no name", { arguments: {} }, -32602],
		["arguments that are a list", { name: "get_webhook_config", arguments: [] }, -32602],
		["no parameters", undefined, -32602],
	])("refuses %s", async (_case, params, code) => {
		expect(await ask({ ...request, method: "tools/call", params })).toMatchObject({ id: 7, error: { code } });
	});
});

it.each([
	["another method", { ...request, method: "resources/list" }, 7, -32601],
	["an older version", { jsonrpc: "1.0", id: 7, method: "tools/list" }, 7, -32600],
	["no id", { jsonrpc: "2.0", method: "tools/list" }, null, -32600],
	["a list", [request], null, -32600],
	["text", "tools/list", null, -32600],
	["null", null, null, -32600],
])("a request with %s is refused", async (_case, message, id, code) => {
	expect(await ask(message)).toMatchObject({ jsonrpc: "2.0", id, error: { code } });
});

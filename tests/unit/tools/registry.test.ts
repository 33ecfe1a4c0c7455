import { describe, expect, it } from "vitest";
import { tools } from "@/lib/tools/registry";
import { createToolWorld, endpoint, settingsWith } from "./tool-world";

describe("a call", () => {
	it.each(["no_such_tool", "", "GET_CRM_ENDPOINTS", "get_crm_endpoints ", "toString", "__proto__"])(
		"of the unknown tool %j is refused with -32601 and the tools there are",
		async (name) => {
			const { code, message, response } = await createToolWorld().call(name, {});
			expect(code).toBe(-32601);
			for (const tool of tools) expect(message).toContain(tool.name);
			expect(response).not.toHaveProperty("result");
		},
	);

	it("without arguments is one with none", async () => {
		expect(await createToolWorld().call("get_crm_endpoints")).toMatchObject({
			isError: false,
			data: { crm_endpoints: [] },
		});
	});

	it.each([[], "x", 5, [{}]])("whose arguments are %j is refused with -32602", async (input) => {
		expect((await createToolWorld().call("get_crm_endpoints", input)).code).toBe(-32602);
	});

	it.each([
		["get_crm_endpoints", { verbose: true }, ["verbose"]],
		["update_crm_endpoints", { add_crm_endpoint: { ...endpoint, shape: "$" } }, ["add_crm_endpoint.shape"]],
		[
			"update_crm_endpoints",
			{ add_crm_endpoint: { ...endpoint, auth: { type: "query", fields: { a: "b" }, realm: "r", x: 1 } } },
			["add_crm_endpoint.auth.realm", "add_crm_endpoint.auth.x"],
		],
		["test_crm_endpoint", { ...endpoint, phone: "+34600000000" }, ["phone"]],
	])("of %s with fields nobody knows names each, at its depth", async (name, input, paths) => {
		const { code, message, ...refused } = await createToolWorld().call(name, input);
		expect([code, refused.paths]).toEqual([-32602, paths]);
		for (const path of paths) expect(message).toContain(`${path}: There is no field`);
	});

	it("with several wrong arguments names them all", async () => {
		const wrong = {
			type: "x",
			url: "http://crm.example.com",
			method: "GET",
			auth: { type: "body", fields: { a: 5 } },
			timeout_ms: 1,
			other: 1,
		};
		const added = await createToolWorld().call("update_crm_endpoints", { add_crm_endpoint: wrong, more: 1 });
		expect(added.paths).toEqual([
			...["", ".auth.fields.a", ".auth.type", ".other", ".timeout_ms", ".type", ".url"]
				.slice(1)
				.map((path) => `add_crm_endpoint${path}`),
			"more",
		]);
		const tested = await createToolWorld().call("test_crm_endpoint", { ...wrong, test_phone: "600" });
		expect(tested.paths).toEqual([
			"auth.fields.a",
			"auth.type",
			"other",
			"test_phone",
			"timeout_ms",
			"type",
			"url",
		]);
	});

	it("that is refused does not repeat a secret", async () => {
		const auth = {
			type: "header",
			fields: { "Bad Name": "hunter2222", Cookie: "hunter3333", "X-Key": "hunter4444\n" },
		};
		const url = "https://user:hunter5555@crm.example.com/";
		const { response } = await createToolWorld().call("update_crm_endpoints", {
			add_crm_endpoint: { ...endpoint, url, auth },
		});
		expect(JSON.stringify(response)).not.toContain("hunter");
	});

	it.each(["get_crm_endpoints", "update_crm_endpoints"])(
		"of %s on damaged settings fails in a sentence and leaves them",
		async (name) => {
			const world = createToolWorld({ stored: { version: 9 } });
			const input = name === "update_crm_endpoints" ? { add_crm_endpoint: endpoint } : {};
			expect(await world.call(name, input)).toMatchObject({
				isError: true,
				text: expect.stringContaining("left as they are"),
			});
			expect([world.writes, world.stored()]).toEqual([0, { version: 9 }]);
		},
	);

	it("that is a query changes and sends nothing", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint) });
		await world.call("get_crm_endpoints");
		expect([world.writes, world.sent]).toEqual([0, []]);
	});
});

import fc from "fast-check";
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
		[
			"update_crm_endpoints",
			{ add_crm_endpoint: { ...endpoint, mapping: "$" } },
			["add_crm_endpoint.mapping"],
		],
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

describe("whatever is called in whatever order", () => {
	const types = fc.constantFrom("sidePanel_CustomerInfo", "globalSearch", "search_Products", "x");
	const endpoints = fc.record(
		{
			type: types,
			url: fc.constantFrom("https://a.example/", "http://localhost/", "http://a.example/", "a"),
			method: fc.constantFrom("GET", "POST", "PUT"),
			auth: fc.constantFrom(
				undefined,
				{ type: "body", fields: { t: "secret" } },
				{ type: "basic", fields: {} },
			),
			cache_ttl_s: fc.constantFrom(undefined, 5, -1),
		},
		{ requiredKeys: ["type", "url", "method"] },
	);
	const names = fc.constantFrom("get_crm_endpoints", "update_crm_endpoints", "test_crm_endpoint", "reset");
	const inputs = fc.oneof(
		fc.record({ add_crm_endpoint: endpoints }),
		fc.record({ remove_crm_endpoint: types }),
		fc.record({ add_crm_endpoint: endpoints, remove_crm_endpoint: types }),
		endpoints,
		fc.jsonValue(),
	);

	it("a refused call changes nothing, and the settings stay readable with one endpoint a type", async () => {
		await fc.assert(
			fc.asyncProperty(fc.array(fc.tuple(names, inputs), { maxLength: 8 }), async (calls) => {
				const world = createToolWorld({ stored: settingsWith(endpoint) });
				for (const [name, input] of calls) {
					const before = structuredClone(world.stored());
					const { code, isError } = await world.call(name, input);
					if (code !== undefined || isError || name !== "update_crm_endpoints")
						expect(world.stored()).toEqual(before);
				}
				const { data } = await world.call("get_crm_endpoints");
				const kept = (data as { crm_endpoints: { type: string }[] }).crm_endpoints.map(({ type }) => type);
				expect(new Set(kept).size).toBe(kept.length);
			}),
			{ numRuns: 150 },
		);
	});
});

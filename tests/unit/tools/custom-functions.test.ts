import { describe, expect, it } from "vitest";
import { defaultSettings, type Settings } from "@/lib/settings/schema";
import { createToolWorld } from "./tool-world";

const status = {
	name: "check_order_status",
	description: "Check the status of a customer order",
	parameters: {
		type: "object",
		properties: { order_id: { type: "string", description: "The order ID" } },
		required: ["order_id"],
	},
	endpoint: "https://myapi.example/orders/status",
	method: "GET",
};
const auth = { type: "header", fields: { "X-Key": "top-secret" } };
const functionsIn = (world: ReturnType<typeof createToolWorld>) =>
	(world.stored() as Settings | undefined)?.custom_functions ?? [];

describe("update_custom_functions", () => {
	it.each([
		["an object", status],
		["a JSON text", JSON.stringify(status)],
		["OpenAI's wrapper", { type: "function", function: status }],
		["a list", [status]],
	])("adds a function given as %s", async (_form, add_function) => {
		const world = createToolWorld();
		const { isError, text } = await world.call("update_custom_functions", { add_function });
		expect([isError, text]).toEqual([
			false,
			"check_order_status is now GET https://myapi.example/orders/status.",
		]);
		expect(functionsIn(world)).toEqual([{ ...status, approval: "writes", enabled: true }]);
	});

	it("replaces one of the same name, and removes one by name", async () => {
		const world = createToolWorld();
		await world.call("update_custom_functions", { add_function: status });
		await world.call("update_custom_functions", { add_function: { ...status, method: "POST" } });
		expect(functionsIn(world)).toMatchObject([{ method: "POST" }]);
		await world.call("update_custom_functions", { remove_function: status.name });
		expect(functionsIn(world)).toEqual([]);
	});

	it("renames in one call, with its credentials", async () => {
		const world = createToolWorld();
		await world.call("update_custom_functions", { add_function: { ...status, auth } });
		const masked = { ...status, name: "order", auth: { type: "header", fields: { "X-Key": "••••••" } } };
		await world.call("update_custom_functions", { add_function: masked, remove_function: status.name });
		expect(functionsIn(world)).toMatchObject([{ name: "order", auth }]);
	});

	it("masks secrets of the address and of fixed arguments by their name, and keeps them when they come back", async () => {
		const world = createToolWorld();
		const given = {
			...status,
			endpoint: `${status.endpoint}?access_token=u-111&lang=es`,
			fixed: { shop_key: "f-222", source: "chat", token: { from: "conversation.phone" } },
		};
		const added = await world.call("update_custom_functions", { add_function: given });
		const read = await world.call("get_custom_functions");
		expect(JSON.stringify([added.response, read.response])).not.toMatch(/u-111|f-222/);
		const [listed] = (read.data as { custom_functions: object[] }).custom_functions;
		expect(listed).toMatchObject({
			endpoint: `${status.endpoint}?access_token=••••••&lang=es`,
			fixed: { shop_key: "••••••", source: "chat", token: { from: "conversation.phone" } },
		});
		await world.call("update_custom_functions", { add_function: { ...listed, description: "Other" } });
		const { endpoint, fixed } = given;
		expect(functionsIn(world)).toMatchObject([{ description: "Other", endpoint, fixed }]);
		const elsewhere = { ...listed, endpoint: "https://other.example/x?access_token=••••••" };
		const refused = await world.call("update_custom_functions", { add_function: elsewhere });
		expect(refused).toMatchObject({
			isError: true,
			text: expect.stringContaining('"access_token", "shop_key"'),
		});
		expect(functionsIn(world)).toMatchObject([{ endpoint, fixed }]);
	});

	it("keeps stored credentials that come back masked, for the same server only", async () => {
		const world = createToolWorld();
		await world.call("update_custom_functions", { add_function: { ...status, auth } });
		const { data } = await world.call("get_custom_functions");
		const [listed] = (data as { custom_functions: object[] }).custom_functions;
		expect(JSON.stringify(data)).not.toContain("top-secret");
		await world.call("update_custom_functions", { add_function: { ...listed, description: "Other" } });
		expect(functionsIn(world)).toMatchObject([{ description: "Other", auth }]);
		const elsewhere = { ...listed, endpoint: "https://elsewhere.example" };
		const refused = await world.call("update_custom_functions", { add_function: elsewhere });
		expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('"X-Key"') });
		expect(functionsIn(world)).toMatchObject([{ endpoint: status.endpoint, auth }]);
	});

	it("adds all of a list or none", async () => {
		const world = createToolWorld();
		const list = [status, { ...status, name: "has space" }];
		expect(await world.call("update_custom_functions", { add_function: list })).toMatchObject({
			code: -32602,
			paths: ["add_function.1.name"],
		});
		expect(world.writes).toBe(0);
	});

	it("says which function is not there to be removed", async () => {
		const { isError, text } = await createToolWorld().call("update_custom_functions", {
			remove_function: "x",
		});
		expect([isError, text]).toEqual([true, 'Nothing was changed. There is no function "x".']);
	});

	it("takes no more than two hundred", async () => {
		const custom_functions = Array.from({ length: 200 }, (_, index) => ({ ...status, name: `f${index}` }));
		const world = createToolWorld({ stored: { ...defaultSettings, custom_functions } });
		expect(await world.call("update_custom_functions", { add_function: status })).toMatchObject({
			isError: true,
			text: expect.stringContaining("200"),
		});
		expect(await world.call("update_custom_functions", { add_function: custom_functions[3] })).toMatchObject({
			isError: false,
		});
	});

	it.each([
		["nothing", {}, [""]],
		["an unknown field", { add_function: status, force: true }, ["force"]],
		[
			"an unknown field of the function",
			{ add_function: { ...status, retries: 1 } },
			["add_function.retries"],
		],
		["a name with spaces", { add_function: { ...status, name: "a b" } }, ["add_function.name"]],
		["a method outside the list", { add_function: { ...status, method: "HEAD" } }, ["add_function.method"]],
		[
			"parameters that are no schema, deep inside",
			{ add_function: { ...status, parameters: { type: "object", properties: { a: { items: 3 } } } } },
			["add_function.parameters.properties.a.items"],
		],
		["two of one name", { add_function: [status, status] }, ["add_function.1.name"]],
		["a number", { add_function: 3 }, ["add_function"]],
		[
			"a URL without scheme",
			{ add_function: { ...status, endpoint: "a.example" } },
			["add_function.endpoint"],
		],
		[
			"credentials in the URL",
			{ add_function: { ...status, endpoint: "https://u:p@a.example" } },
			["add_function.endpoint"],
		],
		["a file URL", { add_function: { ...status, endpoint: "file:///x" } }, ["add_function.endpoint"]],
		[
			"a script URL",
			{ add_function: { ...status, endpoint: "javascript:alert(1)" } },
			["add_function.endpoint"],
		],
		[
			"http to a public host",
			{ add_function: { ...status, endpoint: "http://a.example" } },
			["add_function.endpoint"],
		],
		["a number as a name", { remove_function: 3 }, ["remove_function"]],
	])("refuses %s", async (_case, input, paths) => {
		expect(await createToolWorld().call("update_custom_functions", input)).toMatchObject({
			code: -32602,
			paths,
		});
	});

	it.each(["toString", "__proto__", "hasOwnProperty", "constructor"])(
		"takes a schema with the keyword %s, which every object has, for what it is: no keyword",
		async (keyword) => {
			const world = createToolWorld();
			const part = `{"type":"object","properties":{"a":{${JSON.stringify(keyword)}:{}}}}`;
			const add_function = `{"name":"f","endpoint":"https://a.example","parameters":${part}}`;
			expect(await world.call("update_custom_functions", { add_function })).toMatchObject({ isError: false });
			expect(JSON.stringify(functionsIn(world)[0]?.parameters)).toBe(part);
		},
	);

	it("says so when the storage is full, and keeps what was there", async () => {
		const world = createToolWorld();
		await world.call("update_custom_functions", { add_function: status });
		const before = structuredClone(world.storage.values);
		world.storage.set = () => Promise.reject(new Error("QUOTA_BYTES quota exceeded"));
		const { isError, text } = await world.call("update_custom_functions", { remove_function: status.name });
		expect([isError, text]).toEqual([true, expect.stringContaining("could not store the settings")]);
		expect(world.storage.values).toEqual(before);
	});

	it("names line and column of a text that is no JSON", async () => {
		const add_function = '{\n"name": "a",\n}';
		const { message } = await createToolWorld().call("update_custom_functions", { add_function });
		expect(message).toContain("line 3, column 1");
	});

	it("refuses two megabytes before reading them", async () => {
		const add_function = `[${" ".repeat(2_000_000)}]`;
		const { code, message } = await createToolWorld().call("update_custom_functions", { add_function });
		expect([code, message]).toEqual([-32602, expect.stringContaining("too long")]);
	});
});

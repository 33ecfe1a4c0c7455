import { describe, expect, it } from "vitest";
import { listModels } from "@/lib/assistant/openai-compatible/list-models";
import { allowsStrict } from "@/lib/assistant/openai-compatible/strict-schema";
import {
	ask,
	events,
	failureIn,
	json,
	key,
	modelAt,
	modelServer,
	orderStatus,
	portsWith,
	raw,
	text,
} from "./model-server";

const answered = events(text("Hi", "stop"));
const closed = {
	type: "object",
	properties: { id: { type: "string", description: "Number" } },
	required: ["id"],
	additionalProperties: false,
};

describe("a request", () => {
	it("is a chat completion with the key, the messages and the functions", async () => {
		const { url, asked } = await modelServer(answered);
		await ask(
			url,
			{},
			{
				messages: [
					{ role: "system", content: "Be kind." },
					{ role: "user", content: "Where is it?" },
					{
						role: "assistant",
						content: "",
						calls: [{ id: "a", name: "order_status", arguments: '{"id":"1"}' }],
					},
					{ role: "tool", callId: "a", content: "on its way" },
					{ role: "assistant", content: "On its way.", calls: [] },
				],
				functions: [orderStatus],
			},
		);
		expect(asked).toHaveLength(1);
		expect(asked[0]).toMatchObject({ method: "POST", url: "/v1/chat/completions" });
		expect(asked[0]?.headers).toMatchObject({
			authorization: `Bearer ${key}`,
			"content-type": "application/json",
		});
		expect(asked[0]?.headers).not.toHaveProperty("cookie");
		expect(asked[0]?.body).toEqual({
			model: "small",
			stream: true,
			stream_options: { include_usage: true },
			tool_choice: "auto",
			tools: [{ type: "function", function: orderStatus }],
			messages: [
				{ role: "system", content: "Be kind." },
				{ role: "user", content: "Where is it?" },
				{
					role: "assistant",
					content: null,
					tool_calls: [
						{ id: "a", type: "function", function: { name: "order_status", arguments: '{"id":"1"}' } },
					],
				},
				{ role: "tool", tool_call_id: "a", content: "on its way" },
				{ role: "assistant", content: "On its way." },
			],
		});
	});

	it("tells of no function where the model calls none, and has no key where none is set", async () => {
		const { url, asked } = await modelServer(answered);
		await ask(url, { functions: false, api_key: "" }, { functions: [orderStatus] });
		expect(modelAt(url, { functions: false }).model.callsFunctions).toBe(false);
		expect(asked[0]?.body).not.toHaveProperty("tools");
		expect(asked[0]?.body).not.toHaveProperty("tool_choice");
		expect(asked[0]?.headers).not.toHaveProperty("authorization");
	});

	it.each(["{oops", "[1]", '"text"', ""])(
		"repeats a call whose arguments are no object as one without any: %s",
		async (given) => {
			const { url, asked } = await modelServer(answered);
			const calls = [{ id: "a", name: "order_status", arguments: given }];
			await ask(url, {}, { messages: [{ role: "assistant", content: "", calls }] });
			expect(asked[0]?.body).toMatchObject({
				messages: [{ tool_calls: [{ function: { arguments: "{}" } }] }],
			});
		},
	);

	it("has the user's headers, which replace the usual ones", async () => {
		const { url, asked } = await modelServer(answered);
		await ask(url, { headers: { "api-key": "other", authorization: "Token t" } });
		expect(asked[0]?.headers).toMatchObject({ "api-key": "other", authorization: "Token t" });
	});

	it.each([
		["/v1", "/v1/chat/completions"],
		["/v1/", "/v1/chat/completions"],
		["", "/chat/completions"],
		["/v1/chat/completions", "/v1/chat/completions"],
		["/openai/deployments/x?api-version=1", "/openai/deployments/x/chat/completions?api-version=1"],
	])("goes below the base URL: %s", async (base, path) => {
		const { url, asked } = await modelServer(answered);
		await ask(url, { base_url: url + base });
		expect(asked[0]?.url).toBe(path);
	});

	it("is made once more without what the server does not take, and never with it again", async () => {
		const refusal = json(
			{ error: { message: "Unrecognized request argument supplied: stream_options" } },
			400,
		);
		const { url, asked } = await modelServer(refusal, answered);
		const { events: received, model, entries } = await ask(url);
		expect(received.at(-1)).toEqual({ type: "end", reason: "stop" });
		for await (const _ of model.ask({ messages: [], functions: [], signal: new AbortController().signal }));
		expect(asked.map(({ body }) => "stream_options" in body)).toEqual([true, false, false]);
		expect(entries).toHaveLength(3);
	});

	it("is given up when the server goes on refusing", async () => {
		const refusal = json({ error: { message: "stream_options and strict: no" } }, 400);
		const { url, asked } = await modelServer(refusal);
		const { events: received } = await ask(url);
		expect(failureIn(received)).toMatchObject({ reason: "http-status", status: 400 });
		expect(asked).toHaveLength(3);
	});

	it("asks for strict arguments where the function's schema allows it, until the server refuses that", async () => {
		const functions = [{ ...orderStatus, name: "closed", parameters: closed }, orderStatus];
		const strictOf = (body: object) =>
			(body as { tools: { function: { strict?: boolean } }[] }).tools.map(({ function: one }) => one.strict);
		const refusal = json({ error: { message: "Extra inputs are not permitted: strict" } }, 422);
		const { url, asked } = await modelServer(refusal, answered);
		await ask(url, {}, { functions });
		expect(asked.map(({ body }) => strictOf(body))).toEqual([
			[true, undefined],
			[undefined, undefined],
		]);
	});
});

describe("strict mode", () => {
	const nested = (inner: unknown) => ({ ...closed, properties: { id: inner } });
	it.each<[string, Record<string, unknown>]>([
		["everything required and nothing else taken", closed],
		["no argument at all", { type: "object", properties: {}, additionalProperties: false }],
		["objects in lists", nested({ type: "array", items: closed, minItems: 1 })],
		["one of several", nested({ anyOf: [{ type: "string" }, { type: "null" }] })],
		["values and bounds", nested({ type: ["integer", "null"], minimum: 1, enum: [1, 2, null] })],
		[
			"references",
			{ ...closed, properties: { id: { $ref: "#/$defs/id" } }, $defs: { id: { type: "string" } } },
		],
	])("is used with %s", (_, parameters) => {
		expect(allowsStrict(parameters)).toBe(true);
	});

	let deep: Record<string, unknown> = closed;
	for (let level = 0; level < 11; level++) deep = nested(deep);
	it.each<[string, Record<string, unknown>]>([
		["an optional argument", { ...closed, required: [] }],
		["no word on required", { ...closed, required: undefined }],
		["no word on other arguments", { ...closed, additionalProperties: undefined }],
		["other arguments taken", { ...closed, additionalProperties: true }],
		["an open object inside", nested({ type: "object", properties: {} })],
		["an open object in a list", nested({ type: "array", items: { type: "object" } })],
		["a default", nested({ type: "string", default: "x" })],
		["a length", nested({ type: "string", minLength: 1 })],
		["another format", nested({ type: "string", format: "uri" })],
		["all of several", nested({ allOf: [{ type: "string" }] })],
		["a condition", { ...closed, if: {} }],
		["one of several at its root", { ...closed, anyOf: [closed] }],
		["anything goes", nested(true)],
		["too many levels", deep],
	])("is not used with %s", (_, parameters) => {
		expect(allowsStrict(parameters)).toBe(false);
	});
});

describe("the list of models", () => {
	const list = (url: string, signal = new AbortController().signal) =>
		listModels({ base_url: `${url}/v1`, api_key: key, headers: {} }, portsWith([]), signal);

	it.each<[string, unknown]>([
		["OpenAI", { object: "list", data: [{ id: "b" }, { id: "a" }, { id: "b" }, { id: 7 }, null] }],
		["a bare list", [{ id: "b" }, "a"]],
		["Ollama's own", { models: [{ name: "b" }, { name: "a" }] }],
	])("is read as %s gives it, in order", async (_, answer) => {
		const { url, asked } = await modelServer(json(answer));
		expect(await list(url)).toEqual({ ok: true, value: ["a", "b"] });
		expect(asked[0]).toMatchObject({
			method: "GET",
			url: "/v1/models",
			headers: { authorization: `Bearer ${key}` },
		});
	});

	it("may be empty", async () => {
		expect(await list((await modelServer(json({ data: [] }))).url)).toEqual({ ok: true, value: [] });
	});

	it.each<[string, Parameters<typeof modelServer>[0], string]>([
		["a wrong key", json({ error: { message: "no" } }, 401), "key-refused"],
		["another server", json({ message: "nothing here" }, 404), "model-unknown"],
		["HTML", raw("<p>Hi</p>", "text/html"), "not-understood"],
		["other JSON", json({ models: 7 }), "not-understood"],
		["a server that hangs up", (response) => response.destroy(), "unreachable"],
	])("is none for %s", async (_, answer, reason) => {
		expect(await list((await modelServer(answer)).url)).toMatchObject({ ok: false, failure: { reason } });
	});

	it("is nobody's once it is no longer waited for", async () => {
		const { url } = await modelServer(() => undefined);
		expect(await list(url, AbortSignal.timeout(20))).toBeUndefined();
	});
});

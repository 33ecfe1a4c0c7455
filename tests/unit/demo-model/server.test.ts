import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Fault, faults } from "../../../demo/model/faults";
import type { RunningModel } from "../../../demo/model/start";
import { answered, ask, type Body, key, line, messageOf, start, statusTool, suggest } from "./client";

let server: RunningModel;
beforeAll(async () => {
	server = await start();
});
beforeEach(() => server.reset());
afterAll(() => server.close());

const question = suggest([line("customer", "Where is my order CS-11465?")]);
const call: Body = { ...question, tools: [statusTool] };

/** The events of a stream, each as JSON but the last. */
async function events(body: Body): Promise<unknown[]> {
	const text = await (await ask(server, { ...body, stream: true })).text();
	return text
		.trim()
		.split("\n\n")
		.map((event) => event.replace(/^data: /, ""))
		.map((data) => (data === "[DONE]" ? data : JSON.parse(data)));
}

type Chunk = {
	choices: {
		delta: {
			content?: string;
			tool_calls?: { index: number; id?: string; function: { arguments: string } }[];
		};
		finish_reason: string | null;
	}[];
	usage?: { total_tokens: number } | null;
};

describe("the demo's model server", () => {
	it("lists its models, which are named for what they are", async () => {
		const response = await fetch(`${server.url}/models`, { headers: { Authorization: `Bearer ${key}` } });
		const { data } = (await response.json()) as { data: { id: string }[] };
		expect(data.map(({ id }) => id)).toEqual(["demo-model", "demo-model-obedient", "demo-model-loops"]);
	});

	it("streams the words it also gives as a whole, in small pieces", async () => {
		const { content } = await messageOf(server, question);
		const streamed = await events(question);
		const chunks = streamed.slice(0, -1) as Chunk[];
		expect(streamed.at(-1)).toBe("[DONE]");
		expect(chunks.length).toBeGreaterThan(6);
		expect(chunks.map(({ choices }) => choices[0]?.delta.content ?? "").join("")).toBe(content);
		expect(chunks.map(({ choices }) => choices[0]?.finish_reason).filter(Boolean)).toEqual(["stop"]);
		expect(chunks.some(({ usage }) => usage)).toBe(false);
	});

	it("streams calls in pieces, whose ids do not come again in the conversation", async () => {
		const chunks = (await events(call)).slice(0, -1) as Chunk[];
		const deltas = chunks.flatMap(({ choices }) => choices[0]?.delta.tool_calls ?? []);
		expect(deltas[0]?.id).toBe("call_demo_1");
		expect(JSON.parse(deltas.map((delta) => delta.function.arguments).join(""))).toEqual({
			order_id: "CS-11465",
		});
		const loop = { ...call, model: "demo-model-loops" };
		const first = await messageOf(server, loop);
		const second = await messageOf(server, answered(loop, first, [{}]));
		expect(second.tool_calls?.[0]?.id).toBe("call_demo_2");
	});

	it("counts tokens, in a stream only where that is asked for", async () => {
		const whole = (await (await ask(server, question)).json()) as { usage: Record<string, number> };
		const { prompt_tokens = 0, completion_tokens = 0, total_tokens } = whole.usage;
		expect(total_tokens).toBe(prompt_tokens + completion_tokens);
		const streamed = await events({ ...question, stream_options: { include_usage: true } });
		expect(streamed.at(-2)).toMatchObject({ choices: [], usage: whole.usage });
	});

	it("remembers what it was asked", async () => {
		await ask(server, call);
		expect(server.asked()).toMatchObject([
			{ model: "demo-model", functions: [{ name: "check_order_status" }] },
		]);
	});

	it.each([
		["no key", { Authorization: "" }, question, 401, "Incorrect API key"],
		["a wrong key", { Authorization: "Bearer wrong" }, question, 401, "Incorrect API key"],
		["no JSON", {}, "nonsense", 400, "model"],
		["no messages", {}, { model: "demo-model", messages: [] }, 400, "too short"],
		["an unknown model", {}, { ...question, model: "gpt" }, 404, "does not exist"],
		[
			"a role there is not",
			{},
			{ ...question, messages: [{ role: "boss", content: "x" }] },
			400,
			"messages[0].role",
		],
		[
			"a function whose name has spaces",
			{},
			{ ...question, tools: [{ type: "function", function: { name: "a b" } }] },
			400,
			"does not match pattern",
		],
		[
			"strict mode for a schema that is open",
			{},
			{
				...question,
				tools: [{ type: "function", function: { name: "a", strict: true, parameters: { type: "object" } } }],
			},
			400,
			"additionalProperties",
		],
		[
			"a call that nobody answered",
			{},
			{
				...question,
				messages: [
					...(question.messages as unknown[]),
					{
						role: "assistant",
						content: null,
						tool_calls: [{ id: "1", type: "function", function: { name: "a", arguments: "{}" } }],
					},
				],
			},
			400,
			"did not have response messages: 1",
		],
		[
			"an answer to no call",
			{},
			{ ...question, messages: [{ role: "tool", tool_call_id: "1", content: "x" }] },
			400,
			"preceeding message",
		],
	])("refuses %s in OpenAI's words", async (_case, headers, body, status, words) => {
		const response = await ask(server, body, headers);
		expect(response.status).toBe(status);
		const { error } = (await response.json()) as { error: { message: string; type: string } };
		expect(error.message).toContain(words);
		expect(error.type).toBe("invalid_request_error");
	});
});

describe("the demo's model server fails on purpose", () => {
	const textOf = async () => (await ask(server, { ...question, stream: true })).text();
	const outcomes: Record<Exclude<Fault, "none" | "hang" | "stall">, () => Promise<void>> = {
		async cut() {
			await expect(textOf()).rejects.toThrow("terminated");
		},
		async "no-end"() {
			const text = await textOf();
			expect(text).toContain('"delta":{"content":');
			expect(text).not.toMatch(/"finish_reason":"|\[DONE\]/);
		},
		async "invalid-sse"() {
			expect(await textOf()).toContain("data: {not json");
		},
		async "error-in-stream"() {
			expect(await textOf()).toContain('data: {"error":');
		},
		async html() {
			const response = await ask(server, question);
			expect([response.status, response.headers.get("content-type")]).toEqual([
				200,
				"text/html; charset=utf-8",
			]);
		},
		async redirect() {
			const response = await fetch(`${server.url}/chat/completions`, {
				method: "POST",
				headers: { Authorization: `Bearer ${key}` },
				body: JSON.stringify(question),
				redirect: "manual",
			});
			expect(response.status).toBe(302);
		},
		async "no-functions"() {
			expect((await ask(server, question)).status).toBe(200);
			expect((await ask(server, call)).status).toBe(400);
		},
		...(Object.fromEntries(
			[
				["401", 401],
				["403", 403],
				["429", 429],
				["500", 500],
				["too-long", 400],
			].map(([fault, status]) => [
				fault,
				async () => expect((await ask(server, question)).status).toBe(status),
			]),
		) as Record<"401" | "403" | "429" | "500" | "too-long", () => Promise<void>>),
	};
	for (const [fault, check] of Object.entries(outcomes))
		it(`with ${fault}, until it is told otherwise`, async () => {
			server.failWith(fault as Fault);
			await check();
			server.failWith("none");
			expect((await ask(server, question)).status).toBe(200);
		});

	it("in every way it names", () => {
		expect([...Object.keys(outcomes), "none", "hang", "stall"].toSorted()).toEqual([...faults].toSorted());
	});

	it("by saying when to come back", async () => {
		server.failWith("429");
		expect((await ask(server, question)).headers.get("retry-after")).toBe("7");
	});

	it.each(["hang", "stall"] as const)("by %sing, and ends all the same", async (fault) => {
		const other = await start();
		other.failWith(fault);
		const asked = ask(other, { ...question, stream: true })
			.then((response) => response.text())
			.catch(() => "cut off");
		await expect.poll(() => other.asked().length).toBe(1);
		await other.close();
		expect(await asked).toBe("cut off");
	});
});

import { describe, expect, it } from "vitest";
import {
	ask,
	callPiece,
	callsIn,
	delta,
	events,
	json,
	modelServer,
	orderStatus,
	raw,
	text,
	textIn,
} from "./model-server";

const usage = { prompt_tokens: 12, completion_tokens: 3, total_tokens: 15 };
const askFor = async (...script: Parameters<typeof modelServer>) =>
	(await ask((await modelServer(...script)).url)).events;

describe("a streamed answer", () => {
	it("gives its text piece by piece, its usage, and one end", async () => {
		const received = await askFor(
			events(delta({ role: "assistant", content: "" }), text("Hel"), text("lo"), text("", "stop"), {
				choices: [],
				usage,
			}),
		);
		expect(received).toEqual([
			{ type: "text", text: "Hel" },
			{ type: "text", text: "lo" },
			{ type: "usage", usage: { inputTokens: 12, outputTokens: 3 } },
			{ type: "end", reason: "stop" },
		]);
	});

	it("is read whatever its bytes are cut into", async () => {
		const whole = Buffer.from(
			`data: ${JSON.stringify(text("¿Qué tal? 👋🏽", "stop"))}\r\n\r\ndata: [DONE]\r\n\r\n`,
		);
		const { url } = await modelServer(async (response) => {
			response.writeHead(200, { "content-type": "text/event-stream; charset=utf-8" });
			for (const byte of whole) {
				response.write(Buffer.from([byte]));
				await new Promise(setImmediate);
			}
			response.end();
		});
		expect(textIn((await ask(url)).events)).toBe("¿Qué tal? 👋🏽");
	});

	it("may come with comments and other fields, without a last empty line, and without [DONE]", async () => {
		const received = await askFor(
			raw(`: waiting\n\nevent: message\nid: 7\ndata: ${JSON.stringify(text("Hi", "stop"))}\n`),
		);
		expect(received).toEqual([
			{ type: "text", text: "Hi" },
			{ type: "end", reason: "stop" },
		]);
	});

	it("may end with [DONE] alone", async () => {
		expect((await askFor(events(text("Hi")))).at(-1)).toEqual({ type: "end", reason: "stop" });
	});

	it("may be called plain text by its server", async () => {
		expect(textIn(await askFor(raw(`data: ${JSON.stringify(text("Hi", "stop"))}\n\n`, "text/plain")))).toBe(
			"Hi",
		);
	});

	it("ends when the server says so, even when it keeps the connection", async () => {
		const received = await askFor((response) => {
			response.writeHead(200, { "content-type": "text/event-stream" });
			response.write(`data: ${JSON.stringify(text("Hi", "stop"))}\n\ndata: [DONE]\n\n`);
		});
		expect(received.at(-1)).toEqual({ type: "end", reason: "stop" });
	});

	it("tells usage once, the last that was told, also where Groq tells it", async () => {
		const more = { prompt_tokens: 12, completion_tokens: 4 };
		const received = await askFor(
			events({ ...text("Hi"), usage }, { ...text("", "stop"), x_groq: { usage: more } }),
		);
		expect(received.filter(({ type }) => type === "usage")).toEqual([
			{ type: "usage", usage: { inputTokens: 12, outputTokens: 4 } },
		]);
	});

	it("leaves out usage that is none", async () => {
		const received = await askFor(events({ ...text("Hi", "stop"), usage: { prompt_tokens: "many" } }));
		expect(received.map(({ type }) => type)).toEqual(["text", "end"]);
	});

	it.each([
		["stop", "stop"],
		["eos", "stop"],
		["length", "length"],
		["content_filter", "filtered"],
		["tool_calls", "stop"],
	] as const)("that ended for %s ends for %s, without calls", async (said, reason) => {
		expect((await askFor(events(text("Hi", said)))).at(-1)).toEqual({ type: "end", reason });
	});

	it("is its refusal where the model refuses", async () => {
		expect(textIn(await askFor(events(delta({ content: null, refusal: "I cannot." }, "stop"))))).toBe(
			"I cannot.",
		);
	});
});

describe("what a reasoning model thinks", () => {
	it.each([
		[
			"in a field of its own",
			[delta({ reasoning_content: "Hm." }), delta({ reasoning: "Hm." }), text("Hi", "stop")],
		],
		["in the text", [text("<think>Hm, Hi</think>\n\nHi", "stop")]],
		[
			"in pieces",
			[text("\n<th"), text("ink>H"), text("m</thi"), text("nk>\n"), text("\nHi"), text("", "stop")],
		],
		["and nothing", [text("<think>\n\n</think>\n\n"), text("Hi", "stop")]],
	])("is left out: %s", async (_, chunks) => {
		expect(textIn(await askFor(events(...chunks)))).toBe("Hi");
	});

	it("and never stops thinking, is no text", async () => {
		expect(await askFor(events(text("<think>Hm, and hm", "length")))).toEqual([
			{ type: "end", reason: "length" },
		]);
	});

	it.each(["<", "<think", "<b>Hi</b>", "Hi <think>no</think>", "1 < 2"])(
		"is not taken for it: %s",
		async (whole) => {
			expect(textIn(await askFor(events(...[...whole].map((one) => text(one)), text("", "stop"))))).toBe(
				whole,
			);
		},
	);
});

describe("an answer that comes whole", () => {
	const message = { role: "assistant", content: "Hello" };

	it("gives the same events", async () => {
		const { url, asked } = await modelServer(json({ choices: [{ message, finish_reason: "stop" }], usage }));
		const { events: received } = await ask(url, { streaming: false });
		expect(received).toEqual([
			{ type: "text", text: "Hello" },
			{ type: "usage", usage: { inputTokens: 12, outputTokens: 3 } },
			{ type: "end", reason: "stop" },
		]);
		expect(asked[0]?.body).toMatchObject({ stream: false });
		expect(asked[0]?.body).not.toHaveProperty("stream_options");
	});

	it("is taken although pieces were asked for", async () => {
		expect(textIn(await askFor(json({ choices: [{ message, finish_reason: "stop" }] })))).toBe("Hello");
	});

	it("may have its text in parts, and its calls with it", async () => {
		const received = await askFor(
			json({
				choices: [
					{
						message: {
							content: [
								{ type: "text", text: "Look" },
								{ type: "image_url" },
								{ type: "text", text: "ing." },
							],
							tool_calls: [
								{ id: "c1", type: "function", function: { name: "order_status", arguments: "{}" } },
							],
						},
						finish_reason: "tool_calls",
					},
				],
			}),
		);
		expect(textIn(received)).toBe("Looking.");
		expect(callsIn(received)).toEqual([{ id: "c1", name: "order_status", arguments: "{}" }]);
		expect(received.at(-1)).toEqual({ type: "end", reason: "calls" });
	});
});

describe("calls", () => {
	const [first, second] = [
		{ id: "a", name: "order_status", arguments: '{"id":"1"}' },
		{ id: "b", name: "order_status", arguments: '{"id":"2"}' },
	];
	const called = async (...chunks: unknown[]) => {
		const { url } = await modelServer(events(...chunks, delta({}, "tool_calls")));
		return (await ask(url, {}, { functions: [orderStatus] })).events;
	};

	it("are put together from pieces, several at once", async () => {
		const received = await called(
			text("One moment. "),
			callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: "" }),
			callPiece({ index: 0 }, { arguments: '{"id":' }),
			callPiece({ index: 1, id: "b" }, { name: "order_status", arguments: '{"id"' }),
			callPiece({ index: 0 }, { arguments: '"1"}' }),
			callPiece({ index: 1 }, { arguments: ':"2"}' }),
		);
		expect(callsIn(received)).toEqual([first, second]);
		expect(received.at(-1)).toEqual({ type: "end", reason: "calls" });
	});

	it.each<[string, unknown[]]>([
		[
			"without an index, whole",
			[
				callPiece({ id: "a" }, { name: "order_status", arguments: '{"id":"1"}' }),
				callPiece({ id: "b" }, { name: "order_status", arguments: '{"id":"2"}' }),
			],
		],
		[
			"without an index, in pieces",
			[
				callPiece({ id: "a" }, { name: "order_status", arguments: '{"id"' }),
				callPiece({}, { arguments: ':"1"}' }),
				callPiece({ id: "b" }, { name: "order_status", arguments: "" }),
				callPiece({ id: "b" }, { arguments: '{"id":"2"}' }),
			],
		],
		[
			"each with index 0",
			[
				callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: '{"id":"1"}' }),
				callPiece({ index: 0, id: "b" }, { name: "order_status", arguments: '{"id":"2"}' }),
			],
		],
		[
			"from index 1",
			[
				callPiece({ index: 1, id: "a" }, { name: "order_status", arguments: '{"id":"1"}' }),
				callPiece({ index: 2, id: "b" }, { name: "order_status", arguments: '{"id":"2"}' }),
			],
		],
		[
			"with id and name in every piece",
			[
				callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: '{"id":' }),
				callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: '"1"}' }),
				callPiece({ index: 1, id: "b" }, { name: "order_status", arguments: '{"id":"2"}' }),
			],
		],
		[
			"with their arguments as an object",
			[
				callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: { id: "1" } }),
				callPiece({ index: 1, id: "b" }, { name: "order_status", arguments: { id: "2" } }),
			],
		],
	])("are two however a server sends them: %s", async (_, chunks) => {
		expect(callsIn(await called(...chunks))).toEqual([first, second]);
	});

	it("without an id, or with an empty one, get one each", async () => {
		const received = await called(
			callPiece({ index: 0 }, { name: "order_status", arguments: '{"id":"1"}' }),
			callPiece({ index: 1, id: "" }, { name: "order_status", arguments: '{"id":"2"}' }),
		);
		expect(callsIn(received).map(({ id }) => id)).toEqual(["made-1", "made-2"]);
	});

	it("without index and id are told apart by their names", async () => {
		const received = await called(
			callPiece({}, { name: "order_status", arguments: '{"id":"1"}' }),
			callPiece({}, { name: "order_status", arguments: '{"id":"2"}' }),
		);
		expect(callsIn(received).map((call) => call.arguments)).toEqual(['{"id":"1"}', '{"id":"2"}']);
	});

	it("count although the server says it just stopped", async () => {
		const { url } = await modelServer(
			events(callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: "" }), delta({}, "stop")),
		);
		const { events: received } = await ask(url);
		expect(received).toEqual([
			{ type: "call", call: { id: "a", name: "order_status", arguments: "{}" } },
			{ type: "end", reason: "calls" },
		]);
	});

	it("keep arguments that are no JSON as they are", async () => {
		const received = await called(
			callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: "{id: 1" }),
		);
		expect(callsIn(received)[0]?.arguments).toBe("{id: 1");
	});

	it("that were cut at the longest length are left out", async () => {
		const { url } = await modelServer(
			events(
				callPiece({ index: 0, id: "a" }, { name: "order_status", arguments: '{"id":"1"}' }),
				callPiece({ index: 1, id: "b" }, { name: "order_status", arguments: '{"id' }),
				delta({}, "length"),
			),
		);
		const { events: received } = await ask(url);
		expect(callsIn(received)).toEqual([first]);
		expect(received.at(-1)).toEqual({ type: "end", reason: "length" });
	});

	it.each([[null], ["text"], [[null]], [[{ function: 7 }]]])(
		"that make no sense break nothing: %j",
		async (pieces) => {
			expect((await askFor(events(delta({ tool_calls: pieces, content: "Hi" }, "stop"))))[0]).toEqual({
				type: "text",
				text: "Hi",
			});
		},
	);
});

import type { ServerResponse } from "node:http";
import { describe, expect, it, vi } from "vitest";
import * as connection from "@/lib/assistant/openai-compatible/connection";
import { closedAddress, serve } from "../core/loopback-server";
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
	type Setup,
	stream,
	text,
	textIn,
} from "./model-server";

async function failureOf(
	answer: (response: ServerResponse) => unknown,
	setup: Setup = {},
	functions = [orderStatus],
) {
	const { url } = await modelServer(answer);
	const { events: received } = await ask(url, setup, { functions });
	expect(received).toHaveLength(1);
	return failureIn(received);
}

const openAi = (message: string, code: string | null = null) => ({ error: { message, type: "x", code } });

describe("a refusal", () => {
	it.each<[string, (response: ServerResponse) => unknown, unknown]>([
		["401", json(openAi("Bad key"), 401), { reason: "key-refused", detail: "Bad key" }],
		["403", json(openAi("Not yours"), 403), { reason: "not-allowed", detail: "Not yours" }],
		["403 without a word (Ollama, another origin)", json("", 403), { reason: "not-allowed", detail: '""' }],
		["404", json(openAi("No such model"), 404), { reason: "model-unknown", detail: "No such model" }],
		["404 of another kind of server", raw404, { reason: "model-unknown", detail: "404 page not found" }],
		[
			"429 with seconds",
			json(openAi("Slow down"), 429, { "retry-after": "20" }),
			{ reason: "too-many-requests", detail: "Slow down", retryAfterMs: 20_000 },
		],
		[
			"429 with a date",
			json(openAi("Slow down"), 429, { "retry-after": "Wed, 04 Mar 2026 10:01:00 GMT" }),
			{ reason: "too-many-requests", detail: "Slow down", retryAfterMs: 60_000 },
		],
		[
			"429 with a date that has passed",
			json(openAi("Slow down"), 429, { "retry-after": "Wed, 04 Mar 2020 10:01:00 GMT" }),
			{ reason: "too-many-requests", detail: "Slow down", retryAfterMs: 0 },
		],
		[
			"429 with nonsense",
			json(openAi("Slow down"), 429, { "retry-after": "soon" }),
			{ reason: "too-many-requests", detail: "Slow down" },
		],
		["402", json(openAi("No credit"), 402), { reason: "http-status", status: 402, excerpt: "No credit" }],
		["500 as HTML", html500, { reason: "http-status", status: 500, excerpt: "<h1>Oops</h1>" }],
		[
			"an error as text",
			json({ error: "Loading" }, 503),
			{ reason: "http-status", status: 503, excerpt: "Loading" },
		],
		["FastAPI's", json({ detail: "Nope" }, 422), { reason: "http-status", status: 422, excerpt: "Nope" }],
		["Google's list", json([openAi("Nope")], 400), { reason: "http-status", status: 400, excerpt: "Nope" }],
	])("of %s is what it is", async (_, answer, failure) => {
		expect(await failureOf(answer)).toEqual(failure);
	});

	function raw404(response: ServerResponse) {
		response.writeHead(404, { "content-type": "text/plain" }).end("404 page not found");
	}
	function html500(response: ServerResponse) {
		response.writeHead(500, { "content-type": "text/html" }).end("<h1>Oops</h1>");
	}

	it.each([
		["This model's maximum context length is 8192 tokens. However, you requested 9000 tokens.", null],
		["Too much", "context_length_exceeded"],
		[
			"the request exceeds the available context size. try increasing the context size",
			"exceed_context_size_error",
		],
		["The prompt is too long: 9000 tokens", null],
		[
			"Trying to keep the first 9000 tokens when context the overflows. The number of tokens exceeds the context.",
			null,
		],
	])("because it is too long is known by its words: %s", async (message, code) => {
		expect(await failureOf(json(openAi(message, code), 400))).toMatchObject({
			reason: "too-long",
			detail: message,
		});
	});

	it("of what is too large to be taken is because it is too long", async () => {
		expect(await failureOf(json(openAi("Payload"), 413))).toMatchObject({ reason: "too-long" });
	});

	it.each([
		[400, "registry.ollama.ai/library/gemma:2b does not support tools"],
		[400, '"auto" tool choice requires --enable-auto-tool-choice and --tool-call-parser to be set'],
		[404, 'No endpoints found that support tool use. Try disabling "order_status".'],
		[500, "tools param requires --jinja flag"],
		[400, "Function calling is not enabled for models/x"],
		[400, "`tool calling` is not supported with this model"],
	])("because of functions is known by its words: %i %s", async (status, message) => {
		expect(await failureOf(json(openAi(message), status))).toMatchObject({
			reason: "functions-refused",
			detail: message,
		});
		expect(await failureOf(json(openAi(message), status), {}, [])).not.toMatchObject({
			reason: "functions-refused",
		});
	});

	it.each([
		[400, "x", "model_not_found"],
		[400, "The model `x` does not exist", null],
		[400, "model 'x' not found", null],
		[400, "The model gpt-4.1 does not exist", null],
	])("because of the model is known whatever its status: %i %s", async (status, message, code) => {
		expect(await failureOf(json(openAi(message, code), status))).toMatchObject({ reason: "model-unknown" });
	});

	it("never repeats the key or a header it was sent", async () => {
		const setup = { headers: { "X-Project": "project-secret-1" } };
		const failure = await failureOf(json(openAi(`Incorrect: ${key}, project-secret-1, ${key}`), 401), setup);
		expect(failure).toEqual({ reason: "key-refused", detail: "Incorrect: ••••••, ••••••, ••••••" });
	});
});

describe("a server that", () => {
	it("is not there is unreachable", async () => {
		const url = await closedAddress();
		expect(failureIn((await ask(url)).events)).toEqual({ reason: "unreachable", host: new URL(url).host });
	});

	it("redirects is refused", async () => {
		// What a browser gives for one that it was told not to follow (Fetch standard); Node gives the redirect itself.
		vi.spyOn(globalThis, "fetch").mockResolvedValue({ type: "opaqueredirect", status: 0 } as Response);
		expect(failureIn((await ask("https://models.example")).events)).toEqual({ reason: "redirected" });
		expect(fetch).toHaveBeenCalledWith(expect.anything(), expect.objectContaining({ redirect: "manual" }));
	});

	it("redirects gets nothing sent to where it leads", async () => {
		const { url: elsewhere, asked } = await modelServer(json({}));
		const { url } = await modelServer((response) =>
			response.writeHead(307, { location: `${elsewhere}/v1` }).end(),
		);
		await ask(url);
		expect(asked).toEqual([]);
	});

	it("answers a page of HTML is not understood", async () => {
		expect(await failureOf(raw("<!doctype html><h1>Sign in</h1>", "text/html"))).toEqual({
			reason: "not-understood",
			contentType: "text/html",
			excerpt: "<!doctype html><h1>Sign in</h1>",
		});
	});

	it.each([
		["no events", "hello\nthere\n\n"],
		["HTML", "<html>\n\n</html>"],
		["no JSON", "data: {oops\n\n"],
	])("says it streams and sends %s is not understood", async (_, body) => {
		expect(await failureOf(raw(body))).toMatchObject({ reason: "not-understood" });
	});

	it("answers nothing at all is not understood", async () => {
		expect(await failureOf(raw(""))).toMatchObject({ reason: "not-understood" });
		expect(await failureOf(json({}))).toMatchObject({ reason: "not-understood" });
		expect(await failureOf(json({ choices: [] }))).toMatchObject({ reason: "not-understood" });
		expect(await failureOf(raw("data: [DONE]\n\n"))).toMatchObject({ reason: "not-understood" });
	});

	it.each([
		[
			{ error: { message: "Overloaded", code: 502 } },
			{ reason: "http-status", status: 502, excerpt: "Overloaded" },
		],
		[{ error: { message: "Slow", code: 429 } }, { reason: "too-many-requests", detail: "Slow" }],
		[{ error: "Overloaded" }, { reason: "http-status", status: 500, excerpt: "Overloaded" }],
		[
			{
				error: { message: "Broken", code: "server_error" },
				choices: [{ delta: {}, finish_reason: "error" }],
			},
			{ reason: "http-status", status: 500, excerpt: "Broken" },
		],
	])(
		"tells an error in the middle of its answer failed, and what came before stays: %j",
		async (error, failure) => {
			const { url } = await modelServer(events(text("Hel"), error));
			const { events: received } = await ask(url);
			expect(received).toEqual([
				{ type: "text", text: "Hel" },
				{ type: "failed", failure },
			]);
		},
	);

	it("tells an error with status 200 failed", async () => {
		expect(await failureOf(json(openAi("Broken")))).toMatchObject({
			reason: "http-status",
			excerpt: "Broken",
		});
	});

	it.each<[string, (response: ServerResponse) => void]>([
		["ends", (response) => response.end()],
		["hangs up", (response) => response.destroy()],
	])("%s in the middle of its answer interrupted it, and what came before stays", async (_, leave) => {
		const { url } = await modelServer(async (response) => {
			stream(response);
			response.write(`data: ${JSON.stringify(text("Hel"))}\n\n`);
			await new Promise((resolve) => setTimeout(resolve, 30));
			leave(response);
		});
		const { events: received } = await ask(url);
		expect(received).toEqual([
			{ type: "text", text: "Hel" },
			{ type: "failed", failure: { reason: "interrupted", host: new URL(url).host } },
		]);
	});

	it("hangs up in the middle of an event interrupted its answer", async () => {
		const { url } = await modelServer(async (response) => {
			stream(response);
			response.write(`data: ${JSON.stringify(text("Hel"))}\n\ndata: {"choi`);
			await new Promise((resolve) => setTimeout(resolve, 30));
			response.destroy();
		});
		expect(failureIn((await ask(url)).events)).toMatchObject({ reason: "interrupted" });
	});

	it.each(["text/event-stream", "application/json"])("sends 10 MB of %s is hung up on", async (type) => {
		const { url } = await modelServer((response) => {
			stream(response, type);
			const piece = `data: ${JSON.stringify(text("x".repeat(1_000)))}\n\n`.repeat(100);
			for (let sent = 0; sent < 10_000_000; sent += piece.length) response.write(piece);
			response.end();
		});
		expect(failureIn((await ask(url)).events)).toEqual({ reason: "too-large" });
	});
});

describe("waiting", () => {
	it("ends when an answer does not begin, and when it does not go on", async () => {
		const silent = await serve(() => undefined);
		const halting = await serve((_request, response) => {
			stream(response);
			response.write(`data: ${JSON.stringify(text("Hel"))}\n\n`);
		});
		const short: Setup["ports"] = {};
		const { http } = portsWith([]);
		short.http = (request, options) => http({ ...request, beginsWithinMs: 80, pieceWithinMs: 60 }, options);
		expect((await ask(silent, { ports: short })).events).toEqual([
			{ type: "failed", failure: { reason: "timeout", afterMs: connection.beginsWithinMs } },
		]);
		expect((await ask(halting, { ports: short })).events).toEqual([
			{ type: "text", text: "Hel" },
			{ type: "failed", failure: { reason: "timeout", afterMs: connection.pieceWithinMs } },
		]);
	});

	it("does not count the time between a piece and the next it is asked for", async () => {
		const { url } = await modelServer(events(text("Hel"), text("lo", "stop")));
		const { http } = portsWith([]);
		const { model } = modelAt(url, {
			ports: { http: (request, options) => http({ ...request, pieceWithinMs: 40 }, options) },
		});
		const received = [];
		for await (const event of model.ask({
			messages: [],
			functions: [],
			signal: new AbortController().signal,
		})) {
			received.push(event);
			await new Promise((resolve) => setTimeout(resolve, 60));
		}
		expect(textIn(received)).toBe("Hello");
		expect(received.at(-1)).toEqual({ type: "end", reason: "stop" });
	});
});

describe("stopping", () => {
	it("before the answer began gives nothing", async () => {
		const silent = await serve(() => undefined);
		const { events: received, entries } = await ask(silent, {}, { signal: AbortSignal.timeout(30) });
		expect(received).toEqual([]);
		await vi.waitFor(() => expect(entries).toMatchObject([{ state: "cancelled" }]));
	});

	it("in the middle gives nothing more, and hangs up", async () => {
		const stop = new AbortController();
		let hungUp = false;
		const { url } = await modelServer((response) => {
			stream(response);
			response.on("close", () => {
				hungUp = true;
			});
			response.write(`data: ${JSON.stringify(text("Hel"))}\n\n`);
		});
		const { model, entries } = modelAt(url);
		const received = [];
		for await (const event of model.ask({ messages: [], functions: [], signal: stop.signal })) {
			received.push(event);
			stop.abort();
		}
		expect(received).toEqual([{ type: "text", text: "Hel" }]);
		await vi.waitFor(() => expect(hungUp).toBe(true));
		await vi.waitFor(() => expect(entries).toMatchObject([{ state: "cancelled" }]));
	});

	it("by no longer listening hangs up too", async () => {
		let hungUp = false;
		const { url } = await modelServer((response) => {
			stream(response);
			response.on("close", () => {
				hungUp = true;
			});
			response.write(`data: ${JSON.stringify(text("Hel"))}\n\n`);
		});
		for await (const event of modelAt(url).model.ask({
			messages: [],
			functions: [],
			signal: new AbortController().signal,
		})) {
			expect(event).toEqual({ type: "text", text: "Hel" });
			break;
		}
		await vi.waitFor(() => expect(hungUp).toBe(true));
	});

	it("before asking asks nothing", async () => {
		const { url, asked } = await modelServer(events(text("Hi", "stop")));
		expect((await ask(url, {}, { signal: AbortSignal.abort() })).events).toEqual([]);
		expect(asked).toEqual([]);
	});
});

it("without permission nothing is asked", async () => {
	const { url, asked } = await modelServer(events(text("Hi", "stop")));
	const { events: received } = await ask(url, { ports: { hasPermission: async () => false } });
	expect(received).toEqual([
		{ type: "failed", failure: { reason: "permission-missing", origin: `${url}/*` } },
	]);
	expect(asked).toEqual([]);
});

describe("the log of requests", () => {
	it("holds what was sent by its names, how it went, and never a value", async () => {
		const { url } = await modelServer(events(text("Hi", "stop")));
		const { entries } = await ask(
			url,
			{ headers: { "X-Project": "project-secret-1" } },
			{ functions: [orderStatus] },
		);
		await vi.waitFor(() =>
			expect(entries).toEqual([
				{
					at: 1_000,
					kind: "model",
					name: "small",
					method: "POST",
					host: new URL(url).host,
					path: "/v1/chat/completions",
					fields: ["model", "messages", "stream", "stream_options", "tools", "tool_choice"],
					bytes: expect.any(Number),
					ms: expect.any(Number),
					state: "succeeded",
					status: 200,
				},
			]),
		);
		expect(JSON.stringify(entries)).not.toMatch(/secret|Hello|order_status/);
	});

	it.each<[string, (response: ServerResponse) => unknown, unknown]>([
		["a refusal", json(openAi("x"), 401), { state: "failed", status: 401, failure: "http-status" }],
		[
			"an answer nobody understands",
			raw("<p>", "text/html"),
			{ state: "failed", status: 200, failure: "not-understood" },
		],
		[
			"an error in the middle",
			events(text("x"), { error: "y" }),
			{ state: "failed", status: 200, failure: "http-status" },
		],
		[
			"an answer that has no end",
			raw(`data: ${JSON.stringify(text("x"))}\n\n`),
			{ state: "failed", failure: "interrupted" },
		],
	])("says of %s that it failed", async (_, answer, entry) => {
		const { url } = await modelServer(answer);
		const { entries } = await ask(url);
		await vi.waitFor(() => expect(entries).toMatchObject([entry]));
	});

	it("has a request as cancelled as long as it runs: its page may be closed", async () => {
		const silent = await serve(() => undefined);
		const { model, entries } = modelAt(silent);
		const stop = new AbortController();
		const asking = model
			.ask({ messages: [], functions: [], signal: stop.signal })
			[Symbol.asyncIterator]()
			.next();
		await vi.waitFor(() => expect(entries).toMatchObject([{ state: "cancelled", ms: 0 }]));
		stop.abort();
		await asking;
	});
});

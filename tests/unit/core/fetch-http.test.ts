import type { IncomingMessage } from "node:http";
import { describe, expect, it, vi } from "vitest";
import type { HttpRequest } from "@/lib/core/http";
import { createHttp } from "@/lib/platform/http";
import { closedAddress, serve } from "./loopback-server";

const fetchHttp = createHttp(() => () => undefined, Date.now);
const purpose = { kind: "crm", name: "globalSearch" } as const;
const maxBytes = 5 * 1024 * 1024;
const mebibyte = Buffer.alloc(1024 * 1024, "x");

function send(url: string, request: Partial<HttpRequest> = {}, signal = new AbortController().signal) {
	return fetchHttp(
		{ url, method: "GET", headers: {}, timeoutMs: 10_000, ...request },
		{ maxBytes, signal, purpose },
	);
}

async function bodyOf(request: IncomingMessage): Promise<string> {
	let body = "";
	for await (const chunk of request) body += chunk;
	return body;
}

describe("a request", () => {
	it("arrives with its method, headers and body, and without cookies or referrer", async () => {
		const seen: unknown[] = [];
		const url = await serve(async (request, response) => {
			const { cookie, referer, "x-key": key } = request.headers;
			seen.push({
				method: request.method,
				url: request.url,
				cookie,
				referer,
				key,
				body: await bodyOf(request),
			});
			response.end("ok");
		});
		await send(`${url}/c?phone=%2B34612345678`, {
			method: "POST",
			headers: { "X-Key": "ñ" },
			body: '{"phone":"+34é"}',
		});
		expect(seen).toMatchObject([
			{
				method: "POST",
				url: "/c?phone=%2B34612345678",
				cookie: undefined,
				referer: undefined,
				key: "ñ",
				body: '{"phone":"+34é"}',
			},
		]);
	});

	it("asks the browser for no cookies, no cache, no referrer and no redirect", async () => {
		const fetching = vi.spyOn(globalThis, "fetch").mockResolvedValue(new Response("{}"));
		await send("https://crm.example.com/");
		expect(fetching.mock.calls[0]?.[1]).toMatchObject({
			redirect: "manual",
			credentials: "omit",
			cache: "no-store",
			referrerPolicy: "no-referrer",
		});
	});
});

describe("an answer", () => {
	it.each([200, 201, 404, 500])("of status %d is a success of HTTP", async (status) => {
		const url = await serve((_request, response) =>
			response.writeHead(status, { "Content-Type": "application/json" }).end('{"a":"é"}'),
		);
		expect(await send(url)).toEqual({
			ok: true,
			value: { status, contentType: "application/json", text: '{"a":"é"}' },
		});
	});

	it("without a body or a content type is empty text", async () => {
		const url = await serve((_request, response) => response.writeHead(204).end());
		expect(await send(url)).toEqual({ ok: true, value: { status: 204, contentType: "", text: "" } });
	});

	it("is read as UTF-8, also where a character is split between chunks, and without a byte order mark", async () => {
		const bytes = Buffer.from('\ufeff{"name":"日本é🎉"}');
		const url = await serve((_request, response) => {
			response.flushHeaders();
			for (const byte of bytes) response.write(Buffer.from([byte]));
			response.end();
		});
		expect(await send(url)).toMatchObject({ value: { text: '{"name":"日本é🎉"}' } });
	});

	it("of exactly the limit is read", async () => {
		const url = await serve((_request, response) => response.end(Buffer.alloc(maxBytes, "x")));
		const sent = await send(url);
		expect(sent.ok && sent.value.text.length).toBe(maxBytes);
	});

	it("of one byte more is refused", async () => {
		const url = await serve((_request, response) => response.end(Buffer.alloc(maxBytes + 1, "x")));
		expect(await send(url)).toEqual({ ok: false, failure: { reason: "too-large" } });
	});

	it("without an end and without a stated length is refused, and its connection closed", async () => {
		let closed: () => void;
		const isClosed = new Promise<void>((resolve) => {
			closed = resolve;
		});
		const url = await serve((_request, response) => {
			response.on("close", () => closed());
			const write = () => {
				while (!response.destroyed && response.write(mebibyte));
			};
			response.on("drain", write);
			write();
		});
		expect(await send(url)).toEqual({ ok: false, failure: { reason: "too-large" } });
		await isClosed;
	});
});

describe("an answer of which the beginning is enough", () => {
	const begin = (url: string, maxBytes: number, timeoutMs = 10_000) =>
		fetchHttp(
			{ url, method: "POST", headers: {}, timeoutMs },
			{ maxBytes, signal: new AbortController().signal, purpose, beginningIsEnough: true },
		);

	it("is cut where it is too long", async () => {
		const url = await serve((_request, response) => response.end(Buffer.alloc(1024 * 1024, "x")));
		const sent = await begin(url, 1_000);
		expect(sent).toMatchObject({ ok: true, value: { status: 200, text: expect.stringMatching(/^x{1000}/) } });
	});

	it("counts by its status when it breaks off", async () => {
		const url = await serve((_request, response) => {
			response.writeHead(200, { "Content-Length": 100 });
			response.write("half", () => response.destroy());
		});
		expect(await begin(url, 1_000)).toMatchObject({ ok: true, value: { status: 200 } });
	});

	it("counts by its status when it never ends", async () => {
		const url = await serve((_request, response) => response.writeHead(200).write("half"));
		expect(await begin(url, 1_000, 100)).toMatchObject({ ok: true, value: { status: 200, text: "half" } });
	});

	it("is still none without a status in time", async () => {
		const url = await serve(() => undefined);
		expect(await begin(url, 1_000, 50)).toEqual({ ok: false, failure: { reason: "timeout" } });
	});
});

it("tells the Retry-After header as it came", async () => {
	const url = await serve((_request, response) => response.writeHead(429, { "Retry-After": "120" }).end());
	expect(await send(url)).toMatchObject({ value: { status: 429, retryAfter: "120" } });
});

describe("a redirect", () => {
	it.each([301, 302, 303, 307, 308])("of status %d is not followed", async (status) => {
		const asked: (string | undefined)[] = [];
		const url = await serve((request, response) => {
			asked.push(request.url);
			response.writeHead(status, { Location: "/elsewhere" }).end();
		});
		// Node shows the redirect itself where a browser hides it; either way it is no 2xx and nothing follows.
		expect(await send(`${url}/c`, { headers: { "X-Key": "secret" } })).toMatchObject({ value: { status } });
		expect(asked).toEqual(["/c"]);
	});

	it("as a browser shows it is told as one", async () => {
		const opaque = Object.defineProperty(new Response(null), "type", { value: "opaqueredirect" });
		vi.spyOn(globalThis, "fetch").mockResolvedValue(opaque);
		expect(await send("https://crm.example.com/")).toEqual({ ok: false, failure: { reason: "redirected" } });
	});
});

describe("a timeout", () => {
	it("covers a server that never answers", async () => {
		const url = await serve(() => undefined);
		expect(await send(url, { timeoutMs: 50 })).toEqual({ ok: false, failure: { reason: "timeout" } });
	});

	it("covers a body that never ends", async () => {
		const url = await serve((_request, response) => response.write('{"found":'));
		expect(await send(url, { timeoutMs: 100 })).toEqual({ ok: false, failure: { reason: "timeout" } });
	});
});

describe("cancelling", () => {
	it("before the request sends nothing", async () => {
		let asked = 0;
		const url = await serve((_request, response) => {
			asked++;
			response.end();
		});
		expect(await send(url, {}, AbortSignal.abort())).toEqual({ ok: false, failure: { reason: "cancelled" } });
		expect(asked).toBe(0);
	});

	it.each(["waiting for the headers", "reading the body"])("while %s ends the request", async (when) => {
		const controller = new AbortController();
		let left: () => void;
		const hasLeft = new Promise<void>((resolve) => {
			left = resolve;
		});
		const url = await serve((_request, response) => {
			response.on("close", () => left());
			if (when === "reading the body") response.write("{");
			controller.abort();
		});
		expect(await send(url, {}, controller.signal)).toEqual({ ok: false, failure: { reason: "cancelled" } });
		await hasLeft;
	});
});

describe("a server that cannot be reached", () => {
	it("because nobody listens is unreachable", async () => {
		expect(await send(await closedAddress())).toEqual({ ok: false, failure: { reason: "unreachable" } });
	});

	it("because it hangs up is unreachable", async () => {
		const url = await serve((request) => request.socket.destroy());
		expect(await send(url)).toEqual({ ok: false, failure: { reason: "unreachable" } });
	});

	it("because it resets the connection is unreachable", async () => {
		const url = await serve((request) => request.socket.resetAndDestroy());
		expect(await send(url)).toEqual({ ok: false, failure: { reason: "unreachable" } });
	});

	it("because it hangs up in the middle of its answer is told apart, and half an answer is none", async () => {
		const url = await serve((_request, response) => {
			response.writeHead(200, { "Content-Length": 100 });
			response.write('{"found":true', () => response.destroy());
		});
		expect(await send(url)).toEqual({ ok: false, failure: { reason: "interrupted" } });
	});

	it("because it speaks something else is unreachable", async () => {
		const url = await serve((request) => request.socket.end("SSH-2.0-OpenSSH\r\n"));
		expect(await send(url)).toEqual({ ok: false, failure: { reason: "unreachable" } });
	});
});

it("passes a bug on instead of calling it a failure", async () => {
	vi.spyOn(globalThis, "fetch").mockRejectedValue(new RangeError("bug"));
	await expect(send("https://crm.example.com/")).rejects.toThrow("bug");
});

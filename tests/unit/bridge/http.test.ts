import { spawn, spawnSync } from "node:child_process";
import { statSync } from "node:fs";
import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, saying } from "./support/answers";
import { openBrowser } from "./support/browser";
import { eras, httpClient } from "./support/client";
import { built, newHome } from "./support/home";
import { startServer } from "./support/server";
import { tools } from "./support/tools";
import { until } from "./support/until";

/** A request with any header, such as no client would let one set. */
function raw(
	port: number,
	{
		method = "POST",
		path = "/mcp",
		host = "127.0.0.1",
		headers = {},
		body = "",
	}: {
		method?: string;
		path?: string;
		host?: string;
		headers?: OutgoingHttpHeaders;
		body?: string;
	},
): Promise<{ status: number; headers: Record<string, unknown>; text: string }> {
	return new Promise((resolve, reject) => {
		const request = httpRequest({ host, port, method, path, headers }, (response) => {
			let text = "";
			response.on("data", (chunk) => {
				text += chunk;
			});
			response.on("end", () =>
				resolve({ status: response.statusCode ?? 0, headers: response.headers, text }),
			);
		});
		request.on("error", reject);
		request.end(body);
	});
}

const initialize = JSON.stringify({
	jsonrpc: "2.0",
	id: 1,
	method: "initialize",
	params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "Raw", version: "1" } },
});
const json = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };

describe.each(eras)("a client over HTTP (%s)", (era) => {
	it("lists and calls the extension's tools, and the extension learns who asks", async () => {
		const home = newHome();
		const browser = await openBrowser(home, {
			answers: ({ method }) => (method === "tools/list" ? { tools } : saying("It is off.")),
		});
		const { url, token } = await startServer(home);
		const { client } = await httpClient(url, token, { era });
		expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name));
		expect(await client.callTool(call)).toMatchObject(saying("It is off."));
		const [first, second] = browser.requests();
		expect(second).toMatchObject({
			client: { name: "Test client", version: "1.2.3", transport: "http" },
			params: call,
		});
		expect(second?.client.session).toBe(first?.client.session);
	});

	it("is told of progress while a person decides", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { url, token } = await startServer(home);
		const { client } = await httpClient(url, token, { era });
		const told: string[] = [];
		const called = client.callTool(call, { onprogress: ({ message = "" }) => told.push(message) });
		const request = await browser.request();
		browser.send({ type: "progress", id: request.id, progress: 1, message: "Waiting for approval" });
		await until(() => told[0] === "Waiting for approval");
		browser.answer(request, saying("Done."));
		expect(await called).toMatchObject(saying("Done."));
	});

	it("has its call cancelled in the browser when it cancels, and when it hangs up", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { url, token } = await startServer(home);
		const { client } = await httpClient(url, token, { era });
		const stop = new AbortController();
		const first = client.callTool(call, { signal: stop.signal }).catch((error) => error);
		const { id } = await browser.request(1);
		stop.abort();
		await first;
		await until(() => browser.received.some((message) => message.type === "cancel" && message.id === id));
		const second = client.callTool(call).catch((error) => error);
		const { id: secondId } = await browser.request(2);
		await client.close();
		await second;
		await until(() =>
			browser.received.some((message) => message.type === "cancel" && message.id === secondId),
		);
	});

	it("is answered a hundred times when it asks a hundred times at once", async () => {
		const home = newHome();
		await openBrowser(home, {
			answers: ({ params }) => saying((params as { arguments: { n: string } }).arguments.n),
		});
		const { url, token } = await startServer(home);
		const { client } = await httpClient(url, token, { era });
		const results = await Promise.all(
			Array.from({ length: 100 }, (_, n) => client.callTool({ ...call, arguments: { n: String(n) } })),
		);
		expect(results.map(({ content }) => content)).toEqual(results.map((_, n) => saying(String(n)).content));
	});

	it("is told that the tools are others when the browser comes", async () => {
		const home = newHome();
		const { url, token } = await startServer(home);
		let changed = false;
		const { client } = await httpClient(url, token, {
			era,
			listChanged: {
				tools: {
					autoRefresh: false,
					onChanged: () => {
						changed = true;
					},
				},
			},
		});
		expect((await client.listTools()).tools.map(({ name }) => name)).toEqual(["chatside_status"]);
		await openBrowser(home, { answers: () => ({ tools }) });
		await until(() => changed);
		expect((await client.listTools()).tools).toHaveLength(2);
	});

	it("is told to send less when its call is longer than a browser takes", async () => {
		const home = newHome();
		await openBrowser(home, { answers: () => saying("Done.") });
		const { url, token } = await startServer(home);
		const { client } = await httpClient(url, token, { era });
		const long = { ...call, arguments: { text: "x".repeat(1024 * 1024) } };
		await expect(client.callTool(long)).rejects.toThrow("1 MB at most");
		expect(await client.callTool(call)).toMatchObject(saying("Done."));
	});

	it("gets nothing without the token", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => ({ tools }) });
		const { url } = await startServer(home);
		await expect(httpClient(url, "guessed", { era })).rejects.toThrow();
		expect(browser.requests()).toEqual([]);
	});
});

describe("two clients over HTTP", () => {
	it("have a session each, also when they go by one name", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => saying("Done.") });
		const { url, token } = await startServer(home);
		const clients = [await httpClient(url, token), await httpClient(url, token)];
		await Promise.all(clients.map(({ client }) => client.callTool(call)));
		expect(new Set(browser.requests().map(({ client }) => client.session)).size).toBe(2);
	});

	it("have the one's calls cancelled, and not the other's, when it ends its session", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { url, token } = await startServer(home);
		const [leaving, staying] = [await httpClient(url, token), await httpClient(url, token)];
		const left = leaving.client.callTool(call).catch((error) => error);
		const { id } = await browser.request(1);
		const kept = staying.client.callTool(call);
		const other = await browser.request(2);
		await leaving.transport.terminateSession();
		await until(() => browser.received.some((message) => message.type === "cancel" && message.id === id));
		const [first] = browser.requests();
		await until(() =>
			browser.received.some(
				(message) => message.type === "ended" && message.session === first?.client.session,
			),
		);
		browser.answer(other, saying("Kept."));
		expect(await kept).toMatchObject(saying("Kept."));
		await leaving.client.close();
		await left;
	});
});

describe("a client over HTTP whose program is killed while a person decides", () => {
	it("has its call cancelled, and its server goes on", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { url, token } = await startServer(home);
		const calls = [
			"const [url, token, call] = process.argv.slice(1);",
			'const headers = { Authorization: "Bearer " + token, "Content-Type": "application/json", Accept: "application/json, text/event-stream" };',
			`const begun = await fetch(url, { method: "POST", headers, body: ${JSON.stringify(initialize)} });`,
			'headers["Mcp-Session-Id"] = begun.headers.get("mcp-session-id");',
			'await (await fetch(url, { method: "POST", headers, body: call })).text();',
		];
		const message = JSON.stringify({ jsonrpc: "2.0", id: 2, method: "tools/call", params: call });
		const child = spawn(process.execPath, [
			"--input-type=module",
			"--eval",
			calls.join("\n"),
			"--",
			url,
			token,
			message,
		]);
		const { id } = await browser.request();
		child.kill("SIGKILL");
		await until(() => browser.received.some((one) => one.type === "cancel" && one.id === id));
		const { client } = await httpClient(url, token);
		const next = client.callTool(call);
		browser.answer(await browser.request(2), saying("Still there."));
		expect(await next).toMatchObject(saying("Still there."));
	});
});

describe("the HTTP server", () => {
	it("answers a page on another origin with nothing it can read", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => ({ tools }) });
		const { port, token } = await startServer(home);
		const attempts = [
			// A request of a page, and its preflight.
			{
				headers: { ...json, Origin: "https://evil.example", Authorization: `Bearer ${token}` },
				body: initialize,
			},
			{
				method: "OPTIONS",
				headers: { Origin: "https://evil.example", "Access-Control-Request-Method": "POST" },
			},
			// A page whose name was made to lead here.
			{
				headers: { ...json, Host: `evil.example:${port}`, Authorization: `Bearer ${token}` },
				body: initialize,
			},
			// A form, or an image.
			{ headers: { "Content-Type": "text/plain", Origin: "null" }, body: initialize },
			{ method: "GET" },
		];
		for (const attempt of attempts) {
			const { status, headers, text } = await raw(port, attempt);
			expect([401, 403]).toContain(status);
			expect(Object.keys(headers).filter((name) => name.startsWith("access-control"))).toEqual([]);
			expect(text).not.toContain(token);
			expect(text).not.toContain('chatside"');
		}
		expect(browser.requests()).toEqual([]);
	});

	it("says with its refusal what is missing", async () => {
		const { port } = await startServer(newHome());
		const { status, headers, text } = await raw(port, { headers: json, body: initialize });
		expect(status).toBe(401);
		expect(headers["www-authenticate"]).toMatch(/^Bearer/);
		expect(JSON.parse(text)).toMatchObject({
			error: { message: expect.stringContaining("chatside-mcp http") },
		});
	});

	it("listens on this computer's own addresses and no other", async () => {
		const { port, token } = await startServer(newHome());
		const own = Object.values(networkInterfaces())
			.flatMap((all) => all ?? [])
			.filter(({ internal, address }) => internal && ["127.0.0.1", "::1"].includes(address));
		expect(own.length).toBeGreaterThan(0);
		for (const { address, family } of own) {
			const Host = `${family === "IPv6" ? `[${address}]` : address}:${port}`;
			const headers = { ...json, Authorization: `Bearer ${token}`, Host };
			expect((await raw(port, { host: address, headers, body: initialize })).status).toBe(200);
		}
		const outward = Object.values(networkInterfaces())
			.flatMap((all) => all ?? [])
			.filter(({ internal, family }) => !internal && family === "IPv4")
			.map(({ address }) => address);
		// A second address of the loopback network is there wherever the tests run on Linux.
		for (const host of [...outward, ...(process.platform === "linux" ? ["127.0.0.2"] : [])]) {
			const socket = connect({ host, port });
			const outcome = await new Promise((resolve) => {
				socket.on("connect", () => resolve("connected"));
				socket.on("error", (error: NodeJS.ErrnoException) => resolve(error.code));
			});
			socket.destroy();
			expect(outcome).toBe("ECONNREFUSED");
		}
	});

	it("refuses a body that no call needs, before it reads it", async () => {
		const { port, token } = await startServer(newHome());
		const { status } = await raw(port, {
			headers: { ...json, Authorization: `Bearer ${token}` },
			body: "x".repeat(2 * 1024 * 1024 + 1),
		});
		expect(status).toBe(413);
	});

	it.each([
		["no JSON", "{ half", {}, 400],
		["JSON that is no message", '{"hello":1}', {}, 400],
		["a message before a session", '{"jsonrpc":"2.0","id":1,"method":"tools/list"}', {}, 400],
		[
			"a session that is none",
			'{"jsonrpc":"2.0","id":1,"method":"tools/list"}',
			{ "Mcp-Session-Id": "x" },
			404,
		],
		["text", initialize, { "Content-Type": "text/plain" }, 415],
		[
			"a version of the protocol that it does not know",
			initialize,
			{ "Mcp-Protocol-Version": "2031-01-01" },
			400,
		],
	])("answers %s with an error, and goes on", async (_, body, headers, wanted) => {
		const { port, token } = await startServer(newHome());
		const authorized = { ...json, Authorization: `Bearer ${token}` };
		const { status, text } = await raw(port, { headers: { ...authorized, ...headers }, body });
		expect(status).toBe(wanted);
		expect(text).not.toContain(token);
		expect((await raw(port, { headers: authorized, body: initialize })).status).toBe(200);
	});

	it("survives a client that hangs up amid its request", async () => {
		const { port, token } = await startServer(newHome());
		const socket = connect({ host: "127.0.0.1", port });
		socket.write(
			`POST /mcp HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nAuthorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 500\r\n\r\n{"jsonrpc"`,
		);
		await new Promise<void>((resolve) => socket.end(resolve));
		socket.destroy();
		const { status } = await raw(port, {
			headers: { ...json, Authorization: `Bearer ${token}` },
			body: initialize,
		});
		expect(status).toBe(200);
	});

	it("keeps its token for this user alone, and uses it again", async () => {
		const home = newHome();
		const first = await startServer(home);
		expect(first.token).toMatch(/^[\w-]{43}$/);
		expect(statSync(join(home.path, ".chatside/token")).mode & 0o777).toBe(0o600);
		first.stop();
		expect(await first.exit).toEqual([0, null]);
		expect((await startServer(home)).token).toBe(first.token);
		expect((await startServer(newHome())).token).not.toBe(first.token);
	});

	it("says so when its port is taken", async () => {
		const home = newHome();
		const { port } = await startServer(home);
		const { status, stderr } = spawnSync(process.execPath, [built.program, "http", "--port", String(port)], {
			env: home.env,
			encoding: "utf8",
		});
		expect(status).toBe(1);
		expect(stderr).toContain("--port NUMBER");
	});
});

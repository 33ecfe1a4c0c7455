import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, type Page, test } from "@playwright/test";
import { startHttpBridge, withRealBridge } from "./support/real-bridge";

// What a page of the web can try at the bridge's port, beside a real browser whose extension is connected to it.

/** A name that leads to this computer, as an attacker's does once it was rebound. */
const rebound = "rebound.example";

/** Serves an empty page, and counts the requests that ask whether they may be made. */
async function startSite(port = 0) {
	const preflights: string[] = [];
	const answer = ({ method = "", url = "" }: IncomingMessage, response: ServerResponse) => {
		if (method === "OPTIONS") preflights.push(url);
		response.writeHead(200, { "Content-Type": "text/html" }).end("<!doctype html><title>a site</title>");
	};
	const server: Server = createServer(answer);
	await new Promise<void>((done) => server.listen(port, "127.0.0.1", done));
	return {
		port: (server.address() as AddressInfo).port,
		preflights,
		async close() {
			server.closeAllConnections();
			await new Promise((done) => server.close(done));
		},
	};
}

const reading = {
	jsonrpc: "2.0",
	id: 7,
	method: "tools/call",
	params: { name: "get_webhook_config", arguments: {} },
};
const initialize = {
	jsonrpc: "2.0",
	id: 1,
	method: "initialize",
	params: { protocolVersion: "2025-06-18", capabilities: {}, clientInfo: { name: "page", version: "1" } },
};

/** What the page could read of each thing it tried: a status and a text, or nothing. */
function attack(page: Page, url: string, token: string) {
	return page.evaluate(
		async ({ url, token, messages }) => {
			const json = { "Content-Type": "application/json", Accept: "application/json, text/event-stream" };
			const text = { "Content-Type": "text/plain" };
			const bearer = { Authorization: `Bearer ${token}` };
			const stream = { Accept: "text/event-stream" };
			const tried: Record<string, RequestInit>[] = messages.map((body) => ({
				"a call with the token": { method: "POST", headers: { ...json, ...bearer }, body },
				"a call without": { method: "POST", headers: json, body },
				"a simple call": { method: "POST", mode: "no-cors", headers: text, body },
				"a simple call that names the token": {
					method: "POST",
					mode: "no-cors",
					headers: { ...text, ...bearer },
					body,
				},
				"a call with cookies": { method: "POST", credentials: "include", headers: text, body },
				"a stream with the token": { headers: { ...stream, ...bearer } },
				"a stream": { headers: stream },
				"an ending": { method: "DELETE", headers: { ...bearer, "Mcp-Session-Id": "x" } },
			}));
			const read = [];
			for (const attempts of tried)
				for (const [name, init] of Object.entries(attempts)) {
					const seen = await fetch(url, init)
						.then(async (response) => ({ status: response.status, text: await response.text() }))
						.catch(() => undefined);
					read.push({ name, ...seen });
				}
			for (const address of [url, `${url}?token=${token}&access_token=${token}`]) {
				const events = new EventSource(address, { withCredentials: true });
				const event = await new Promise<string>((resolve) => {
					events.onopen = () => resolve("open");
					events.onmessage = () => resolve("message");
					events.onerror = () => resolve("error");
				});
				events.close();
				read.push({ name: "EventSource", event });
			}
			return read as { name: string; status?: number; text?: string; event?: string }[];
		},
		{ url, token, messages: [initialize, reading].map((message) => JSON.stringify(message)) },
	);
}

test("a page on another origin, or on a name that was made to lead to the bridge's port, gets nothing", async () => {
	// First the attacker's server has that port, and later the bridge: as if the name led to another computer by then.
	const before = await startSite();
	const other = await startSite();
	await withRealBridge(
		async ({ browser: { context }, env, log }) => {
			// Playwright would answer preflights by itself as long as it answers for any page.
			await context.unrouteAll();
			const [reboundPage, otherPage] = [await context.newPage(), await context.newPage()];
			await reboundPage.goto(`http://${rebound}:${before.port}/`);
			await otherPage.goto(`http://127.0.0.1:${other.port}/`);
			await before.close();
			const bridge = await startHttpBridge(env, before.port);
			try {
				const { token } = bridge;
				// Nothing of this works because nothing works: the page asks servers that listen to it.
				const own = await attack(otherPage, `http://127.0.0.1:${other.port}/mcp`, token);
				expect(own.find(({ name }) => name === "a call with the token")).toMatchObject({ status: 200 });
				const site = await startSite();
				await attack(otherPage, `http://127.0.0.1:${site.port}/mcp`, token);
				expect(site.preflights).toContain("/mcp");
				await site.close();

				for (const host of ["127.0.0.1", "localhost", "[::1]"])
					for (const { name, status, text, event } of await attack(
						otherPage,
						`http://${host}:${before.port}/mcp`,
						token,
					)) {
						// 0 is what `no-cors` lets a page see of any answer.
						expect([undefined, 0], name).toContain(status);
						expect(text ?? "", name).toBe("");
						expect([undefined, "error"], name).toContain(event);
					}

				for (const { name, status, text = "", event } of await attack(
					reboundPage,
					`http://${rebound}:${before.port}/mcp`,
					token,
				)) {
					if (name === "EventSource") expect(event).toBe("error");
					// One of its own origin in the browser's eyes: it reads that it is refused, and nothing else.
					else
						expect({ name, status, text: JSON.parse(text) }).toEqual({
							name,
							status: 403,
							text: {
								jsonrpc: "2.0",
								id: null,
								error: { code: -32000, message: expect.stringContaining("answers under 127.0.0.1") },
							},
						});
				}
				expect(await log()).toEqual([]);

				const client = new Client({ name: "a program", version: "1" });
				const headers = { Authorization: `Bearer ${token}` };
				await client.connect(
					new StreamableHTTPClientTransport(new URL(bridge.url), { requestInit: { headers } }),
				);
				expect(await client.callTool(reading.params)).toMatchObject({ isError: false });
				await client.close();
				expect((await log()).map(({ client: { name } }) => name)).toEqual(["a program"]);
			} finally {
				await bridge.stop();
			}
		},
		{ args: [`--host-resolver-rules=MAP ${rebound} 127.0.0.1`] },
	).finally(() => Promise.all([before.close(), other.close()]));
});

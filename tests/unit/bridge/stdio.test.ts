import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { openBrowser, shop } from "./support/browser";
import { eras, stdioClient } from "./support/client";
import { built, type Home, newHome } from "./support/home";
import { registrations } from "./support/program";
import { tools } from "./support/tools";
import { until } from "./support/until";

const names = ({ tools }: { tools: { name: string }[] }) => tools.map(({ name }) => name);
const call = { name: "get_webhook_config", arguments: {} };
const saying = (text: string) => ({ content: [{ type: "text", text }] });
const failing = (text: string) => ({
	isError: true,
	content: [{ type: "text", text: expect.stringContaining(text) }],
});

function pretendInstalled(home: Home) {
	mkdirSync(join(home.path, ".chatside"), { recursive: true });
	writeFileSync(join(home.path, ".chatside/installed.json"), "{}");
}

describe.each(eras)("a client over stdio (%s)", (era) => {
	it("is given the extension's tools", async () => {
		const home = newHome();
		await openBrowser(home, { answers: () => ({ tools }) });
		const { client } = await stdioClient(home, { era });
		expect(names(await client.listTools())).toEqual(["get_webhook_config", "configure_webhooks"]);
	});

	it("calls a tool, and the extension learns who asks", async () => {
		const home = newHome();
		const answer = { ...saying("It is off."), structuredContent: { webhook_enabled: false } };
		const browser = await openBrowser(home, { answers: () => answer });
		const { client } = await stdioClient(home, { era });
		expect(await client.callTool(call)).toMatchObject(answer);
		expect(await browser.request()).toEqual({
			type: "request",
			id: expect.any(String),
			client: { session: expect.any(String), name: "Test client", version: "1.2.3", transport: "stdio" },
			method: "tools/call",
			params: call,
		});
	});

	it("lists and reads resources", async () => {
		const home = newHome();
		const resource = { uri: "chatside://contract", name: "The contract" };
		const contents = [{ uri: resource.uri, text: "# The contract" }];
		await openBrowser(home, {
			answers: ({ method }) => (method === "resources/list" ? { resources: [resource] } : { contents }),
		});
		const { client } = await stdioClient(home, { era });
		expect((await client.listResources()).resources).toEqual([resource]);
		expect((await client.readResource({ uri: resource.uri })).contents).toEqual(contents);
	});

	it("is told by the extension's own error what is wrong with its arguments", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { client } = await stdioClient(home, { era });
		const called = client.callTool(call).catch((error) => error);
		const { id } = await browser.request();
		const data = { issues: [{ path: ["webhook_url"], message: "is no URL" }] };
		browser.send({
			type: "response",
			id,
			error: { code: -32602, message: "The arguments do not fit", data },
		});
		expect(await called).toMatchObject({
			code: -32602,
			message: expect.stringContaining("do not fit"),
			data,
		});
	});

	it("is told of progress while a person decides", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { client } = await stdioClient(home, { era });
		const told: unknown[] = [];
		const called = client.callTool(call, { onprogress: (progress) => told.push(progress) });
		const request = await browser.request();
		for (let count = 0; count < 2; count += 1)
			browser.send({
				type: "progress",
				id: request.id,
				progress: 1,
				message: "Waiting for approval in Chatside's side panel",
			});
		await until(() => told.length === 2);
		// What the extension counts may stand still; what a client gets must grow.
		expect(told).toMatchObject([
			{ progress: 1, message: "Waiting for approval in Chatside's side panel" },
			{ progress: 2 },
		]);
		browser.answer(request, saying("Done."));
		expect(await called).toMatchObject(saying("Done."));
		expect(request.params).not.toHaveProperty("_meta");
	});

	it("has its call cancelled in the browser when it cancels", async () => {
		const home = newHome();
		const browser = await openBrowser(home, {});
		const { client } = await stdioClient(home, { era });
		const stop = new AbortController();
		const called = client.callTool(call, { signal: stop.signal }).catch((error) => error);
		const { id } = await browser.request();
		stop.abort("The user pressed Escape");
		expect(await called).toBeInstanceOf(Error);
		await until(() => browser.received.some((message) => message.type === "cancel" && message.id === id));
		const next = client.callTool(call);
		browser.answer(await browser.request(2), saying("Still there."));
		expect(await next).toMatchObject(saying("Still there."));
	});

	it("has its call cancelled when it dies during an approval", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { client, pid } = await stdioClient(home, { era });
		const called = client.callTool(call).catch((error) => error);
		const { id } = await browser.request();
		process.kill(pid(), "SIGKILL");
		await until(() => browser.received.some((message) => message.type === "cancel" && message.id === id));
		await called;
	});

	it("is answered a hundred times when it asks a hundred times at once", async () => {
		const home = newHome();
		await openBrowser(home, {
			answers: ({ params }) => saying((params as { arguments: { n: string } }).arguments.n),
		});
		const { client } = await stdioClient(home, { era });
		const results = await Promise.all(
			Array.from({ length: 100 }, (_, n) => client.callTool({ ...call, arguments: { n: String(n) } })),
		);
		expect(results.map(({ content }) => content)).toEqual(results.map((_, n) => saying(String(n)).content));
	});

	it("is told to send less when its call is longer than a browser takes", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => saying("Done.") });
		const { client } = await stdioClient(home, { era });
		const long = { ...call, arguments: { text: "x".repeat(1024 * 1024) } };
		await expect(client.callTool(long)).rejects.toMatchObject({
			code: -32602,
			message: expect.stringContaining("1 MB at most"),
		});
		expect(await client.callTool(call)).toMatchObject(saying("Done."));
		expect(browser.requests()).toHaveLength(1);
	});

	it("finds one tool while the browser is closed, which says what to do", async () => {
		const home = newHome();
		pretendInstalled(home);
		const { client } = await stdioClient(home, { era });
		expect(names(await client.listTools())).toEqual(["chatside_status"]);
		expect(await client.callTool({ name: "chatside_status" })).toMatchObject(
			saying(expect.stringContaining("turn the bridge on")),
		);
		expect(await client.callTool(call)).toMatchObject(
			failing("Open the browser in which Chatside is installed"),
		);
		expect((await client.listResources()).resources).toEqual([]);
		await expect(client.readResource({ uri: "chatside://contract" })).rejects.toThrow("Open the browser");
	});

	it("is told that the tools are others when the browser comes, and keeps them when it goes", async () => {
		const home = newHome();
		let changes = 0;
		const { client } = await stdioClient(home, {
			era,
			listChanged: {
				tools: {
					autoRefresh: false,
					onChanged: () => {
						changes += 1;
					},
				},
			},
		});
		expect(names(await client.listTools())).toEqual(["chatside_status"]);
		const browser = await openBrowser(home, { answers: () => ({ tools }) });
		await until(() => changes > 0);
		expect(names(await client.listTools())).toEqual(["get_webhook_config", "configure_webhooks"]);
		const before = changes;
		await browser.close();
		await until(() => changes > before);
		expect(names(await client.listTools())).toEqual(["get_webhook_config", "configure_webhooks"]);
		expect(await client.callTool({ name: "chatside_status" })).toMatchObject({ content: [{ type: "text" }] });
		const again = await openBrowser(home);
		const called = client.callTool(call);
		again.answer(await again.request(), saying("Back."));
		expect(await called).toMatchObject(saying("Back."));
	});
});

describe("the bridge", () => {
	it("says that it is not installed where it is not", async () => {
		const { client } = await stdioClient(newHome());
		expect(await client.callTool(call)).toMatchObject(failing("not installed"));
	});

	it("says that what was asked may have been done when the browser closes before the answer", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const { client } = await stdioClient(home);
		const called = client.callTool(call);
		await browser.request();
		await browser.close();
		expect(await called).toMatchObject(failing("may have been done"));
	});

	it.each([
		[2, "newer than this bridge", "Update the bridge"],
		[0, "older than this bridge", "Update Chatside"],
	])("says which side to update when the extension speaks version %i of the wire", async (wire, ...texts) => {
		const home = newHome();
		const browser = await openBrowser(home, { wire });
		const { client } = await stdioClient(home);
		for (const text of texts) expect(await client.callTool(call)).toMatchObject(failing(text));
		expect(browser.requests()).toEqual([]);
	});

	it("says to reload an extension that does not answer the host", async () => {
		const home = newHome();
		await openBrowser(home, { says: false });
		const { client } = await stdioClient(home);
		expect(await client.callTool(call)).toMatchObject(failing("Reload Chatside"));
	});

	it("waits for an extension that says hello a moment later", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { says: false });
		const { client } = await stdioClient(home);
		const called = client.callTool(call);
		browser.send({ type: "hello", wire: 1, version: "1.0.0", profile: shop });
		browser.answer(await browser.request(), saying("Here."));
		expect(await called).toMatchObject(saying("Here."));
	});

	it("names the browser profiles when there are several, and takes the one it is told to", async () => {
		const home = newHome();
		const answers = (name: string) => () => saying(name);
		await openBrowser(home, { answers: answers("shop") });
		await openBrowser(home, { profile: { id: "p-support", name: "Support" }, answers: answers("support") });
		await until(() => registrations(home).filter(({ profile }) => profile).length === 2);
		const { client } = await stdioClient(home);
		const result = await client.callTool(call);
		for (const text of ['"Shop" (p-shop)', '"Support" (p-support)', "--profile NAME"])
			expect(result).toMatchObject(failing(text));
		for (const named of ["support", "p-support"]) {
			const { client: told } = await stdioClient(home, { args: ["--profile", named] });
			expect(await told.callTool(call)).toMatchObject(saying("support"));
		}
		const { client: mistaken } = await stdioClient(home, { args: ["--profile", "Home"] });
		expect(await mistaken.callTool(call)).toMatchObject(failing('"Home" is not connected'));
	});

	it("does not change over to another profile by itself", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => saying("shop") });
		const { client } = await stdioClient(home);
		expect(await client.callTool(call)).toMatchObject(saying("shop"));
		await browser.close();
		const other = await openBrowser(home, {
			profile: { id: "p-2", name: "Support" },
			answers: () => saying("no"),
		});
		await until(() => registrations(home).some(({ profile }) => profile));
		expect(await client.callTool(call)).toMatchObject(failing('"Shop" is not connected'));
		expect(other.requests()).toEqual([]);
	});

	it("serves several clients by one host, each with its own session", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => saying("Done.") });
		const [one, two] = [await stdioClient(home, { name: "One" }), await stdioClient(home, { name: "Two" })];
		await Promise.all([one.client.callTool(call), two.client.callTool(call), one.client.callTool(call)]);
		const asked = new Set(browser.requests().map(({ client }) => `${client.name} ${client.session}`));
		expect(asked.size).toBe(2);
		expect(new Set(browser.requests().map(({ client }) => client.session)).size).toBe(2);
	});

	it("hands on what the extension lists without the tools' own meaning being touched", async () => {
		const home = newHome();
		const listed = [
			{ ...tools[0], annotations: { readOnlyHint: true }, _meta: { "chatside/kind": "query" } },
		];
		await openBrowser(home, { answers: () => ({ tools: listed }) });
		const { client } = await stdioClient(home);
		expect((await client.listTools()).tools).toEqual(listed);
	});

	it("answers with an error when the extension's answer is no result", async () => {
		const home = newHome();
		await openBrowser(home, { answers: () => "done" });
		const { client } = await stdioClient(home);
		await expect(client.callTool(call)).rejects.toMatchObject({ code: -32603 });
		await expect(client.listTools()).rejects.toThrow();
	});
});

describe("standard input and output", () => {
	/** Runs the program with these lines as its input. */
	async function speak(home: Home, lines: string[]) {
		const child = spawn(process.execPath, [built.program], {
			env: home.env,
			stdio: ["pipe", "pipe", "pipe"],
		});
		let out = "";
		child.stdout.on("data", (chunk) => {
			out += chunk;
		});
		const exit = once(child, "exit");
		child.stdin.write(lines.map((line) => `${line}\n`).join(""));
		return { out: () => out, end: () => child.stdin.end(), kill: () => child.kill(), exit };
	}
	const initialize = (protocolVersion: string) =>
		JSON.stringify({
			jsonrpc: "2.0",
			id: 1,
			method: "initialize",
			params: { protocolVersion, capabilities: {}, clientInfo: { name: "Raw", version: "1" } },
		});

	it("carry the protocol and nothing else, and the program ends with them", async () => {
		const home = newHome();
		const { out, end, exit } = await speak(home, [
			"this is not JSON",
			'{"jsonrpc":"2.0"}',
			initialize("2025-06-18"),
			'{"jsonrpc":"2.0","method":"notifications/initialized"}',
			'{"jsonrpc":"2.0","id":2,"method":"tools/list"}',
		]);
		await until(() => out().includes('"id":2'));
		end();
		expect(await exit).toEqual([0, null]);
		const messages = out()
			.trim()
			.split("\n")
			.map((line) => JSON.parse(line));
		expect(messages.every(({ jsonrpc }) => jsonrpc === "2.0")).toBe(true);
		expect(messages.find(({ id }) => id === 1).result).toMatchObject({
			protocolVersion: "2025-06-18",
			serverInfo: { name: "chatside" },
			capabilities: { tools: { listChanged: true } },
		});
	});

	it("need not end for the program to end: it can be told to", async () => {
		const home = newHome();
		await openBrowser(home, { answers: () => ({ tools }) });
		const { out, kill, exit } = await speak(home, [
			initialize("2025-06-18"),
			'{"jsonrpc":"2.0","id":2,"method":"tools/list"}',
		]);
		await until(() => out().includes('"id":2'));
		kill();
		expect(await exit).toEqual([0, null]);
	});

	it("agree on a version of the protocol that both know", async () => {
		const { out, end, exit } = await speak(newHome(), [initialize("2031-01-01")]);
		await until(() => out().includes('"id":1'));
		end();
		await exit;
		expect(JSON.parse(out().trim()).result.protocolVersion).toMatch(/^2025-/);
	});
});

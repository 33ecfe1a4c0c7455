import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { call, failing, saying } from "./support/answers";
import { openBrowser } from "./support/browser";
import { eras, stdioClient } from "./support/client";
import { type Home, newHome } from "./support/home";
import { tools } from "./support/tools";
import { until } from "./support/until";

const names = ({ tools }: { tools: { name: string }[] }) => tools.map(({ name }) => name);

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

	it("is told how Chatside is connected whenever it asks, also where that tool was not listed", async () => {
		const home = newHome();
		pretendInstalled(home);
		const browser = await openBrowser(home, { answers: () => ({ tools }) });
		const { client } = await stdioClient(home, { era });
		const status = () => client.callTool({ name: "chatside_status" });
		expect(await status()).toMatchObject(saying(expect.stringContaining('the browser profile "Shop"')));
		expect(names(await client.listTools())).not.toContain("chatside_status");
		expect(await status()).toMatchObject(saying(expect.stringContaining('the browser profile "Shop"')));
		await browser.close();
		expect(await status()).toMatchObject(saying(expect.stringContaining("No browser with Chatside")));
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

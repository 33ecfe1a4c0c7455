import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { encodeFrame } from "../../../bridge/src/frames";
import { connectionOf } from "../../../lib/bridge/client";
import { openBrowser, shop } from "./support/browser";
import { stdioClient } from "./support/client";
import { built, newHome } from "./support/home";
import { connectTo, filesOf, registrations, someClient } from "./support/program";
import { until } from "./support/until";

const call = { type: "request", id: 1, client: someClient, method: "tools/list" } as const;

describe("the host", () => {
	it("needs no package, so that it runs where it is copied to", () => {
		const imports = [...readFileSync(built.host, "utf8").matchAll(/\bfrom "([^"]+)"|\bimport\("([^"]+)"\)/g)];
		expect(imports.length).toBeGreaterThan(0);
		for (const [, name = ""] of imports) expect(name).toMatch(/^(node:)?(crypto|fs|net|os|path)$/);
	});

	it("says hello first, and registers with what the extension says of its profile", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		expect(browser.received).toEqual([
			{ type: "hello", wire: 1, version: expect.stringMatching(/^\d+\.\d+\.\d+$/) },
		]);
		const registered = await until(() => registrations(home).find(({ profile }) => profile));
		expect(registered).toMatchObject({ pid: browser.pid, profile: shop });
	});

	it("lets this user alone come near", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const modes = [
			home.running,
			...[`${browser.pid}.json`, `${browser.pid}.sock`].map((name) => join(home.running, name)),
		].map((path) => statSync(path).mode & 0o777);
		expect(modes).toEqual([0o700, 0o600, 0o600]);
	});

	it("leaves nothing when the browser closes", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		expect(await browser.close()).toBe(0);
		expect(filesOf(home)).toEqual([]);
	});

	it("leaves nothing when it is told to end", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		process.kill(browser.pid, "SIGTERM");
		await browser.ended();
		expect(filesOf(home)).toEqual([]);
	});

	it("leaves nothing when the browser goes amid a message", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		browser.sendBytes(Buffer.from([200, 0, 0, 0, 0x7b]));
		expect(await browser.close()).toBe(0);
		expect(browser.log()).toContain("amid a message");
		expect(filesOf(home)).toEqual([]);
	});

	it("clears away what a killed host left", async () => {
		const home = newHome();
		const killed = await openBrowser(home);
		// Not while it writes that down.
		await until(() => registrations(home)[0]?.profile);
		process.kill(killed.pid, "SIGKILL");
		await killed.ended();
		expect(filesOf(home)).not.toEqual([]);
		const browser = await openBrowser(home);
		const own = [`${browser.pid}.json`, `${browser.pid}.sock`];
		await until(() => filesOf(home).join() === own.join());
	});

	it("listens elsewhere when the path of the home folder is too long for a socket", async () => {
		const home = newHome();
		const path = join(home.path, "a".repeat(100));
		mkdirSync(path);
		const far = { path, running: join(path, ".chatside/running"), env: { ...home.env, HOME: path } };
		const browser = await openBrowser(far, { answers: () => ({ tools: [] }) });
		const program = await connectTo(far);
		program.sayHello();
		program.send(call);
		expect(await program.message("response")).toEqual({ type: "response", id: 1, result: { tools: [] } });
		await browser.close();
		expect(() => statSync(dirname(program.registration.socket))).toThrow("ENOENT");
	});

	it("clears away the socket that a killed host had elsewhere", async () => {
		const home = newHome();
		const path = join(home.path, "a".repeat(100));
		mkdirSync(path);
		const far = { path, running: join(path, ".chatside/running"), env: { ...home.env, HOME: path } };
		const killed = await openBrowser(far);
		const [{ socket } = { socket: "" }] = registrations(far);
		expect(statSync(dirname(socket)).mode & 0o777).toBe(0o700);
		process.kill(killed.pid, "SIGKILL");
		await killed.ended();
		await openBrowser(far);
		await until(() => !existsSync(dirname(socket)));
	});

	it("ignores what is not JSON, and what no extension says, and goes on", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const program = await connectTo(home);
		program.sayHello();
		program.send(call);
		const request = await browser.request();
		browser.sendBytes(Buffer.from("\x03\0\0\0{a:"));
		for (const strange of [
			null,
			7,
			[],
			{ type: "request" },
			{ type: "response", id: 1, result: {} },
			{ type: "response", id: request.id },
			{ type: "response", id: request.id, error: "no" },
			{ type: "progress", id: request.id, progress: "half", message: "" },
			{ type: "hello", wire: 1 },
			{ type: "response", id: "somebody else's", result: {} },
		])
			browser.sendBytes(encodeFrame(strange));
		browser.answer(request, { tools: [] });
		expect(await program.message("response")).toEqual({ type: "response", id: 1, result: { tools: [] } });
	});

	it("ends at a message longer than any browser sends", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		browser.sendBytes(Buffer.from([1, 0, 0, 4]));
		expect(await browser.ended()).toBe(1);
		expect(browser.log()).toContain("67108865 bytes");
		expect(filesOf(home)).toEqual([]);
	});

	it("ends at once, with a reason, where it cannot listen", async () => {
		const home = newHome();
		mkdirSync(join(home.path, ".chatside"));
		writeFileSync(home.running, "a file where the folder belongs");
		const child = spawn(process.execPath, [built.host], { env: home.env, stdio: ["pipe", "pipe", "pipe"] });
		const [code] = await once(child, "exit");
		expect(code).toBe(1);
	});
});

describe("a program that connects to the host", () => {
	it("is let go when it does not know the secret", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const program = await connectTo(home);
		program.sayHello("guessed");
		program.send(call);
		await until(program.isClosed);
		expect(program.received).toEqual([]);
		expect(browser.requests()).toEqual([]);
		expect(browser.log()).not.toContain(program.registration.secret);
	});

	it.each([
		["asks before it said hello", encodeFrame(call)],
		["sends no JSON", Buffer.from("\x03\0\0\0{a:")],
		["sends a frame that is too long", Buffer.from([255, 255, 255, 255])],
		["speaks HTTP", Buffer.from("GET / HTTP/1.1\r\nHost: localhost\r\n\r\n")],
		["sends what no program says", encodeFrame({ type: "dance" })],
		["names no method that the extension has", encodeFrame({ ...call, method: "prompts/list" })],
		["does not say who its client is", encodeFrame({ ...call, client: { name: 7 } })],
	])("is let go when it %s, and the others are served", async (_, bytes) => {
		const home = newHome();
		await openBrowser(home, { answers: () => ({ tools: [] }) });
		const other = await connectTo(home);
		other.sayHello();
		const program = await connectTo(home);
		program.socket.write(bytes);
		await until(program.isClosed);
		other.send(call);
		expect(await other.message("response")).toMatchObject({ id: 1 });
	});

	it("has each of its calls cancelled when it goes, and nobody else's", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const [leaving, staying] = [await connectTo(home), await connectTo(home)];
		for (const program of [leaving, staying]) program.sayHello();
		leaving.send(call);
		leaving.send({ ...call, id: 2 });
		const [first, second] = [await browser.request(1), await browser.request(2)];
		staying.send(call);
		const other = await browser.request(3);
		leaving.socket.destroy();
		await until(() => browser.received.filter(({ type }) => type === "cancel").length === 2);
		expect(browser.received.filter(({ type }) => type === "cancel")).toEqual([
			{ type: "cancel", id: first.id },
			{ type: "cancel", id: second.id },
		]);
		await until(() => browser.received.some(({ type }) => type === "ended"));
		browser.answer(first, { late: true });
		browser.answer(other, { tools: [] });
		expect(await staying.message("response")).toEqual({ type: "response", id: 1, result: { tools: [] } });
	});

	it("has the calls of one of its clients cancelled when that one goes, and nobody else's", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const [program, other] = [await connectTo(home), await connectTo(home)];
		for (const one of [program, other]) one.sayHello();
		program.send(call);
		program.send({ ...call, id: 2, client: { ...someClient, session: "s-2" } });
		const [leaving, staying] = [await browser.request(1), await browser.request(2)];
		// Another's session by that name is another session.
		other.send({ type: "ended", session: someClient.session });
		other.send({ ...call, client: { ...someClient, session: "s-2" } });
		await browser.request(3);
		program.send({ type: "ended", session: someClient.session });
		program.send({ type: "ended", session: "s-2 of nobody" });
		await until(() => browser.received.some(({ type }) => type === "ended"));
		expect(browser.received.filter(({ type }) => type !== "request" && type !== "hello")).toEqual([
			{ type: "cancel", id: leaving.id },
			{ type: "ended", session: leaving.client.session },
		]);
		browser.answer(staying, { tools: [] });
		expect(await program.message("response")).toMatchObject({ id: 2 });
	});

	it("is known by who has started it, however often it connects and whatever it calls itself", async () => {
		const home = newHome();
		const browser = await openBrowser(home);
		const starts = [7, 7, 8, undefined, undefined];
		for (const [index, starter] of starts.entries()) {
			const program = await connectTo(home);
			program.sayHello(undefined, starter);
			program.send({ ...call, client: { ...someClient, name: `name ${index}`, session: "p7/x" } });
			await browser.request(index + 1);
		}
		const connections = browser.requests().map(({ client }) => connectionOf(client));
		expect(connections[1]).toBe(connections[0]);
		expect(new Set(connections).size).toBe(4);
	});

	it("may go amid a message", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => ({ tools: [] }) });
		const program = await connectTo(home);
		program.sayHello();
		program.socket.end(encodeFrame(call).subarray(0, 20));
		await until(program.isClosed);
		expect(browser.requests()).toEqual([]);
		const next = await connectTo(home);
		next.sayHello();
		next.send(call);
		expect(await next.message("response")).toMatchObject({ id: 1 });
	});

	it("is answered when it asks for more than a browser takes, which never reaches the browser", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => ({ tools: [] }) });
		const program = await connectTo(home);
		program.sayHello();
		// As long as allowed to the byte, and one byte more.
		const lengthOf = (text: string) =>
			encodeFrame({
				type: "request",
				id: "1",
				client: { ...someClient, session: `c1/${someClient.session}` },
				method: "tools/call",
				params: { text },
			}).length - 4;
		const fitting = "x".repeat(1024 * 1024 - lengthOf(""));
		program.send({ ...call, method: "tools/call", params: { text: fitting } });
		expect(await program.message("response")).toMatchObject({ result: { tools: [] } });
		program.send({ ...call, id: 2, method: "tools/call", params: { text: `${fitting}x` } });
		expect(await program.message("response", 2)).toEqual({
			type: "response",
			id: 2,
			error: { code: -32602, message: expect.stringContaining("too long") },
		});
		expect(browser.requests()).toHaveLength(1);
	});

	it("gets all its answers when the browser reads slowly and a hundred large calls wait", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: ({ params }) => params });
		const program = await connectTo(home);
		program.sayHello();
		await program.message("hello");
		browser.pause();
		const params = { text: "x".repeat(200_000) };
		for (let id = 1; id <= 100; id += 1) program.send({ ...call, id, method: "tools/call", params });
		browser.resume();
		const last = await program.message("response", 100);
		expect(last).toEqual({ type: "response", id: 100, result: params });
	});

	it("hears when the extension says hello later", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { says: false });
		const program = await connectTo(home);
		program.sayHello();
		expect(await program.message("hello")).toMatchObject({ state: { kind: "starting" } });
		browser.send({ type: "hello", wire: 1, version: "1.0.0", profile: shop });
		expect(await program.message("state")).toEqual({
			type: "state",
			state: { kind: "ready", profile: shop, extension: "1.0.0" },
		});
	});
});

describe("a leftover registration", () => {
	it("is not taken for a host when its process number is another program's", async () => {
		const home = newHome();
		mkdirSync(home.running, { recursive: true });
		// This process runs, and nobody listens there.
		const registration = {
			pid: process.pid,
			socket: join(home.running, "gone.sock"),
			secret: "s",
			started: 1,
		};
		writeFileSync(join(home.running, `${process.pid}.json`), JSON.stringify(registration));
		const { client } = await stdioClient(home);
		expect(await client.callTool({ name: "get_webhook_config" })).toMatchObject({ isError: true });
		expect(filesOf(home)).toEqual([]);
	});

	it("is one no longer when its process is not seen and yet somebody listens, as from inside a container", async () => {
		const home = newHome();
		const browser = await openBrowser(home, { answers: () => ({ content: [] }) });
		const registered = await until(() => registrations(home).find(({ profile }) => profile));
		// A number that no process can have.
		rmSync(join(home.running, `${browser.pid}.json`));
		writeFileSync(join(home.running, "99999999.json"), JSON.stringify({ ...registered, pid: 99_999_999 }));
		const { client } = await stdioClient(home);
		expect(await client.callTool({ name: "get_webhook_config" })).toEqual({ content: [] });
		expect(filesOf(home)).toContain("99999999.json");
	});

	it("of a program that hangs does not hang the client", async () => {
		const home = newHome();
		mkdirSync(home.running, { recursive: true });
		const socket = join(home.running, `${process.pid}.sock`);
		const silent = createServer((connection) => connection.on("error", () => undefined));
		silent.listen(socket);
		await once(silent, "listening");
		const registration = { pid: process.pid, socket, secret: "s", started: 1 };
		writeFileSync(join(home.running, `${process.pid}.json`), JSON.stringify(registration));
		const { client } = await stdioClient(home);
		expect(await client.callTool({ name: "get_webhook_config" })).toEqual({
			isError: true,
			content: [{ type: "text", text: expect.stringContaining("does not answer") }],
		});
		silent.close();
	});
});

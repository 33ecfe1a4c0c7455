import { spawn } from "node:child_process";
import { once } from "node:events";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { built, type Home, newHome } from "./support/home";
import { tools } from "./support/tools";
import { until } from "./support/until";

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
		let log = "";
		child.stderr.on("data", (chunk) => {
			log += chunk;
		});
		return {
			out: () => out,
			log: () => log,
			child,
			end: () => child.stdin.end(),
			kill: () => child.kill(),
			exit,
		};
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

	it("that carry something else get a sentence for each line of it, and nothing in the protocol's place", async () => {
		const { out, log, child, end, exit } = await speak(newHome(), [
			"this is not JSON",
			"",
			'{"jsonrpc":"2.0"}',
			"[1,2]",
			'{"jsonrpc":"2.0","id":1,',
			initialize("2025-06-18"),
		]);
		await until(() => out().includes('"id":1'));
		child.stdin.write('{"jsonrpc":"2.0","id":2,"meth');
		end();
		expect(await exit).toEqual([0, null]);
		expect(out().trim().split("\n")).toHaveLength(1);
		const noMessage = "chatside-mcp: It was sent JSON that is no message of JSON-RPC 2.0, and ignores it.";
		expect(log().trim().split("\n").toSorted()).toEqual([
			noMessage,
			noMessage,
			"chatside-mcp: Its input ended amid a line; that line is ignored.",
			"chatside-mcp: Line 1 of its input is no JSON and is ignored.",
			"chatside-mcp: Line 5 of its input is no JSON and is ignored.",
		]);
	});

	it.runIf(process.platform === "linux")(
		"of a terminal get one line that says what this is and how it ends; of a program none",
		async () => {
			const home = newHome();
			const terminal = spawn("script", ["-qec", `'${process.execPath}' '${built.program}'`, "/dev/null"], {
				env: home.env,
			});
			let shown = "";
			terminal.stdout.on("data", (chunk) => {
				shown += chunk;
			});
			const ended = once(terminal, "exit");
			await until(() => shown.includes("\n"));
			terminal.stdin.write("\x03");
			await ended;
			expect(shown.replace("^C", "").trim()).toBe(
				"chatside-mcp: This serves a program that speaks MCP and starts it by itself. Ctrl+C ends it; --help shows more.",
			);
			const { out, log, end, exit } = await speak(home, [initialize("2025-06-18")]);
			await until(() => out() !== "");
			end();
			await exit;
			expect(log()).toBe("");
		},
	);

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

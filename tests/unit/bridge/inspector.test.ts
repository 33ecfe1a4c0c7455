import { spawn } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { built, type Home, newHome } from "./support/home";
import { startServer } from "./support/server";
import { tools } from "./support/tools";

const inspector = join(
	dirname(createRequire(import.meta.url).resolve("@modelcontextprotocol/inspector-cli/package.json")),
	"build/cli.js",
);

/** The MCP Inspector's command line. @returns what it prints, as JSON */
async function inspect(home: Home, args: string[]) {
	const child = spawn(process.execPath, [inspector, "--cli", ...args], {
		// It looks for its own package.json one folder above the current one.
		cwd: dirname(inspector),
		env: home.env,
		stdio: ["ignore", "pipe", "pipe"],
	});
	let out = "";
	let problems = "";
	child.stdout.on("data", (chunk) => {
		out += chunk;
	});
	child.stderr.on("data", (chunk) => {
		problems += chunk;
	});
	const [code] = await once(child, "close");
	if (code !== 0) throw new Error(`${problems}${out}`);
	return JSON.parse(out);
}

async function shopWithTools() {
	const home = newHome();
	const browser = await openBrowser(home, {
		answers: ({ method }) =>
			method === "tools/list" ? { tools } : { content: [{ type: "text", text: "It is off." }] },
	});
	return { home, browser };
}

const listing = ["--method", "tools/list"];
const calling = [
	"--method",
	"tools/call",
	"--tool-name",
	"configure_webhooks",
	"--tool-arg",
	"webhook_enabled=false",
];

describe("the MCP Inspector's command line", () => {
	it("lists and calls the tools over stdio", async () => {
		const { home, browser } = await shopWithTools();
		const program = [process.execPath, built.program];
		expect(await inspect(home, [...program, ...listing])).toMatchObject({ tools });
		expect(await inspect(home, [...program, ...calling])).toMatchObject({
			content: [{ type: "text", text: "It is off." }],
		});
		expect(browser.requests().at(-1)).toMatchObject({
			method: "tools/call",
			params: { name: "configure_webhooks", arguments: { webhook_enabled: false } },
		});
	});

	it("lists and calls them over HTTP", async () => {
		const { home } = await shopWithTools();
		const { url, token } = await startServer(home);
		const server = [url, "--transport", "http", "--header", `Authorization: Bearer ${token}`];
		expect(await inspect(home, [...server, ...listing])).toMatchObject({ tools });
		expect(await inspect(home, [...server, ...calling])).toMatchObject({
			content: [{ type: "text", text: "It is off." }],
		});
	});
});

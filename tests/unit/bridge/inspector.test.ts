import { describe, expect, it } from "vitest";
import { callingTool, inspect, listingTools } from "../../fixtures/inspector";
import { openBrowser } from "./support/browser";
import { built, newHome } from "./support/home";
import { startServer } from "./support/server";
import { tools } from "./support/tools";

async function shopWithTools() {
	const home = newHome();
	const browser = await openBrowser(home, {
		answers: ({ method }) =>
			method === "tools/list" ? { tools } : { content: [{ type: "text", text: "It is off." }] },
	});
	return { home, browser };
}

const calling = callingTool("configure_webhooks", "webhook_enabled=false");

describe("the MCP Inspector's command line", () => {
	it("lists and calls the tools over stdio", async () => {
		const { home, browser } = await shopWithTools();
		const program = [process.execPath, built.program];
		expect(await inspect(home.env, [...program, ...listingTools])).toMatchObject({ tools });
		expect(await inspect(home.env, [...program, ...calling])).toMatchObject({
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
		expect(await inspect(home.env, [...server, ...listingTools])).toMatchObject({ tools });
		expect(await inspect(home.env, [...server, ...calling])).toMatchObject({
			content: [{ type: "text", text: "It is off." }],
		});
	});
});

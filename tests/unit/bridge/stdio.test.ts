import { describe, expect, it } from "vitest";
import { openBrowser } from "./support/browser";
import { eras, stdioClient } from "./support/client";
import { newHome } from "./support/home";
import { tools } from "./support/tools";

describe.each(eras)("a client over stdio (%s)", (era) => {
	it("is given the extension's tools", async () => {
		const home = newHome();
		await openBrowser(home, { answers: () => ({ tools }) });
		const { client } = await stdioClient(home, { era });
		expect((await client.listTools()).tools.map(({ name }) => name)).toEqual([
			"get_webhook_config",
			"configure_webhooks",
		]);
	});

	it("calls a tool, and the extension learns who asks", async () => {
		const home = newHome();
		const browser = await openBrowser(home, {
			answers: () => ({
				content: [{ type: "text", text: "It is off." }],
				structuredContent: { webhook_enabled: false },
			}),
		});
		const { client } = await stdioClient(home, { era });
		const result = await client.callTool({ name: "get_webhook_config", arguments: {} });
		expect(result).toMatchObject({ structuredContent: { webhook_enabled: false } });
		expect(await browser.request()).toEqual({
			type: "request",
			id: expect.any(String),
			client: { session: expect.any(String), name: "Test client", version: "1.2.3", transport: "stdio" },
			method: "tools/call",
			params: { name: "get_webhook_config", arguments: {} },
		});
	});
});

import { readdir } from "node:fs/promises";
import { expect, type Page, test } from "@playwright/test";
import { examples } from "../../lib/tools/examples";
import { tools } from "../../lib/tools/registry";
import { callingTool, inspect, listingTools } from "../fixtures/inspector";
import { connectClient, startHttpBridge, withRealBridge } from "./support/real-bridge";

/** More than a hundred clicks and calls. */
const longMs = 120_000;

/** The examples somebody is asked about, on an empty profile that may reach no server and has no errors to forget. */
const asked = [
	"webhookConfirm",
	"functionAdd",
	"functionAddText",
	"functionAddWrapped",
	"functionAddOlder",
	"functionRemove",
	"endpointAdd",
	"endpointAddMapped",
	"endpointRemove",
];

const card = (page: Page) => page.getByTestId("asked-call");
const approve = (page: Page) => card(page).getByRole("button", { name: "Approve once" }).click();

test("the official client over stdio runs every example of the contract, with the clicks in the side panel", async () => {
	test.setTimeout(longMs);
	await withRealBridge(
		async (stage) => {
			const { panel } = stage;
			const { client } = await connectClient(stage, "End to end");
			try {
				expect((await client.listTools()).tools.map(({ name }) => name)).toContain("configure_webhooks");
				const clicked: string[] = [];
				for (const { key, call } of examples) {
					const wanted = "params" in call ? call.params : call;
					if (!("name" in wanted)) continue;
					const answer = client.callTool({ name: wanted.name, arguments: { ...wanted.arguments } });
					const isCard = card(panel).waitFor();
					// One that is answered without a card leaves this waiting until the page closes.
					isCard.catch(() => undefined);
					if (await Promise.race([answer.then(() => false), isCard.then(() => true)])) {
						clicked.push(key);
						await expect(card(panel)).toContainText(wanted.name);
						await approve(panel);
					}
					const { content } = await answer;
					expect(content, key).toMatchObject([{ type: "text", text: expect.stringMatching(/./) }]);
					await expect(card(panel)).toHaveCount(0);
				}
				expect(clicked).toEqual(asked);
				const { contents } = await client.readResource({ uri: "chatside://contract" });
				expect(JSON.stringify(contents)).toContain("The wire contract");
			} finally {
				await client.close();
			}
		},
		{
			after: async (folders) => {
				for (const folder of Object.values(folders)) {
					const left = await readdir(folder, { recursive: true });
					expect(left.filter((path) => /chatside|NativeMessagingHosts/i.test(path))).toEqual([]);
				}
			},
		},
	);
});

test("the MCP Inspector's command line lists the tools and calls them, over stdio and HTTP", async () => {
	test.setTimeout(longMs);
	await withRealBridge(async ({ panel, command, env, log }) => {
		const http = await startHttpBridge(env);
		try {
			const ways = {
				stdio: [...command],
				http: [http.url, "--transport", "http", "--header", `Authorization: Bearer ${http.token}`],
			};
			for (const [way, server] of Object.entries(ways)) {
				const { tools: listed } = await inspect(env, [...server, ...listingTools]);
				expect(listed.map(({ name }: { name: string }) => name)).toEqual(tools.map(({ name }) => name));

				const read = await inspect(env, [...server, ...callingTool("get_webhook_config")]);
				expect(read).toMatchObject({ isError: false, structuredContent: { webhook_enabled: false } });

				const endpoint = { type: "search_Products", url: `https://${way}.example.com/find`, method: "GET" };
				const adding = callingTool("update_crm_endpoints", `add_crm_endpoint=${JSON.stringify(endpoint)}`);
				const answer = inspect(env, [...server, ...adding]);
				await expect(card(panel)).toContainText(endpoint.url);
				const before = await inspect(env, [...server, ...callingTool("get_crm_endpoints")]);
				expect(JSON.stringify(before)).not.toContain(endpoint.url);
				await approve(panel);
				expect(await answer).toMatchObject({
					isError: false,
					content: [{ text: expect.stringContaining(`search_Products is now GET ${endpoint.url}`) }],
				});
				await expect(card(panel)).toHaveCount(0);
			}
			const made = (await log()).map(({ name, client }) => `${client.transport} ${name}`);
			expect(made.toSorted()).toEqual(
				["http", "stdio"].flatMap((way) =>
					["get_crm_endpoints", "get_webhook_config", "update_crm_endpoints"].map((name) => `${way} ${name}`),
				),
			);
		} finally {
			await http.stop();
		}
	});
});

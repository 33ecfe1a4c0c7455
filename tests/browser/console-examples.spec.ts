import { createHmac } from "node:crypto";
import { type ExampleKey, examples } from "../../lib/tools/examples";
import { type ConsoleTab, openConsole, type Shown } from "./support/console-page";
import { found, json } from "./support/replies";
import { expect, type Stage, test } from "./support/stage";

type World = Stage & { tab: ConsoleTab };
type Step = (world: World, shown: Shown, text: string) => Promise<void>;

/** What the settings hold, as the tools tell it. */
const told = ({ tool }: Stage, name: string) => tool(name, {});
const webhook = (stage: Stage) => told(stage, "get_webhook_config");
const functions = async (stage: Stage) =>
	(await told(stage, "get_custom_functions")) as { custom_functions: { name: string }[] };
const functionNames = async (stage: Stage) =>
	(await functions(stage)).custom_functions.map(({ name }) => name);

const set = {
	webhook_enabled: true,
	webhook_url: "https://hooks.example.com/chatside",
	has_secret: true,
	webhook_events: ["phone.detected", "followup.detected"],
};
const notSet = { webhook_enabled: false, webhook_url: "", has_secret: false };

/** The same example, with this computer's server in the place of example.com. */
async function runHere({ tab, crm }: World, text: string): Promise<Shown> {
	await tab.write(text.replace(/https:\/\/\w+\.example\.com/, crm.url));
	return tab.answerOf();
}

const noAccess = (host: string) => ({
	state: "isError: true",
	text: expect.stringMatching(`no permission to reach https://${host}/`),
});

/**
 * What each example of the contract has to do, in the contract's order, each on what those before have left. A server
 * that an example names is first not allowed, and nothing is sent there; then one of this computer stands in for it.
 */
const steps: Record<ExampleKey, Step> = {
	async webhookConfig(_, { state, data }) {
		expect(state).toBe("isError: false");
		expect(data).toMatchObject(notSet);
		expect(data).not.toHaveProperty("webhook_secret");
	},
	async webhookSet(world, { state, text, data }) {
		expect(state).toBe("isError: false");
		expect(text).toContain("Nothing was changed yet");
		expect(data).toMatchObject({ applied: false, confirmation_required: true, current: notSet });
		expect(data.difference.map(({ field }: { field: string }) => field)).toEqual([
			"webhook_enabled",
			"webhook_url",
			"webhook_secret",
		]);
		expect(Date.parse(data.expires_at)).toBeGreaterThan(Date.now() + 9 * 60_000);
		expect(await webhook(world)).toMatchObject(notSet);
	},
	async webhookConfirm(world, { text, data }) {
		expect(text).toContain("The webhook is on");
		expect(data).toMatchObject({ applied: true, current: set });
		expect(JSON.stringify(data)).not.toContain("a-long-random-secret");
		expect(await webhook(world)).toEqual(set);
	},
	async webhookOff(world, { data }) {
		expect(data.difference).toEqual([{ field: "webhook_enabled", from: true, to: false }]);
		expect(await webhook(world)).toEqual(set);
		const { tab } = world;
		const confirmed = await tab.answerOf(() => tab.answer.getByRole("button", { name: "Confirm" }).click());
		expect(confirmed.data).toMatchObject({ applied: true });
		expect(await webhook(world)).toEqual({ ...set, webhook_enabled: false });
	},
	async webhookTest(world, shown) {
		const { tab, crm, tool } = world;
		expect(shown).toMatchObject(noAccess("hooks.example.com"));
		await expect(tab.answer.getByRole("button", { name: "Grant access" })).toBeVisible();
		const here = { webhook_url: `${crm.url}/hook` };
		await tool("configure_webhooks", here);
		await tool("configure_webhooks", { ...here, confirm: true });
		const { state, data } = await tab.answerOf();
		expect(state).toBe("isError: false");
		expect(data).toMatchObject({ delivered: true, status: 200 });
		expectSigned(world, "/hook", "a-long-random-secret");
		expect(JSON.stringify(data)).not.toContain("a-long-random-secret");
	},
	async webhookTestElsewhere(world, shown, text) {
		expect(shown).toMatchObject(noAccess("staging.example.com"));
		expect((await runHere(world, text)).data).toMatchObject({ delivered: true });
		expectSigned(world, "/chatside", "another-random-secret");
		expect(await webhook(world)).toMatchObject({ webhook_url: `${world.crm.url}/hook` });
	},
	async functions(_, { data }) {
		expect(data).toEqual({ custom_functions: [] });
	},
	async functionAdd(world, { data }) {
		expect(data.custom_functions).toHaveLength(1);
		expect(await functions(world)).toMatchObject({
			custom_functions: [
				{
					name: "check_order_status",
					parameters: { required: ["order_id"] },
					endpoint: "https://api.example.com/orders/{order_id}/status",
					method: "GET",
					approval: "writes",
					enabled: true,
				},
			],
		});
	},
	async functionAddText(world, { data }) {
		expect(data.custom_functions).toMatchObject([
			{ name: "store_hours", parameters: { type: "object", properties: {} }, method: "GET" },
		]);
		expect(await functionNames(world)).toEqual(["check_order_status", "store_hours"]);
	},
	async functionAddWrapped(_, { data }) {
		expect(data.custom_functions).toMatchObject([
			{
				name: "book_appointment",
				method: "POST",
				parameters: { required: ["day"] },
				auth: { type: "header", fields: { "X-Api-Key": "••••••" } },
				fixed: { customer_phone: { from: "conversation.phone" }, source: "chat" },
				approval: "always",
			},
		]);
	},
	async functionAddOlder(world, { data }) {
		expect(data.custom_functions).toMatchObject([
			{
				name: "find_coupon",
				endpoint: "https://api.example.com/coupons",
				method: "GET",
				parameters: { properties: { code: { type: "string" } }, required: ["code"] },
			},
		]);
		expect(data.custom_functions[0].parameters.properties).not.toHaveProperty("endpoint");
		expect(await functionNames(world)).toHaveLength(4);
	},
	async functionRemove(world, { text }) {
		expect(text).toContain("check_order_status was removed.");
		expect(await functionNames(world)).not.toContain("check_order_status");
		expect(await functionNames(world)).toHaveLength(3);
	},
	async endpoints(_, { text, data }) {
		expect(text).toContain("No CRM endpoint is set.");
		expect(data).toEqual({ crm_endpoints: [] });
	},
	async endpointAdd(world, { text }) {
		expect(text).toContain("sidePanel_CustomerInfo is now POST https://crm.example.com/customer-info.");
		expect(await told(world, "get_crm_endpoints")).toEqual({
			crm_endpoints: [
				{
					type: "sidePanel_CustomerInfo",
					url: "https://crm.example.com/customer-info",
					method: "POST",
					auth: { type: "header", fields: { Authorization: "••••••" } },
					timeout_ms: 15_000,
					cache_ttl_s: 300,
				},
			],
		});
	},
	async endpointAddMapped(world, { text }) {
		expect(text).toContain("search_Products is now GET https://crm.example.com/api/v2/items?search={query}");
		expect(await told(world, "get_crm_endpoints")).toMatchObject({
			crm_endpoints: [
				{ type: "sidePanel_CustomerInfo" },
				{ type: "search_Products", mapping: expect.stringMatching(/^data\.items\.\{/) },
			],
		});
		await world.tool("update_crm_endpoints", { remove_crm_endpoint: "search_Products" });
	},
	async endpointRemove(world, { text }) {
		expect(text).toContain("sidePanel_CustomerInfo was removed.");
		expect(await told(world, "get_crm_endpoints")).toEqual({ crm_endpoints: [] });
	},
	async endpointTest(world, shown, text) {
		const { crm } = world;
		expect(shown).toMatchObject(noAccess("crm.example.com"));
		crm.answer("/customer-info", ({ phone }) => found({ name: `CRM ${phone}` }));
		const { state, data } = await runHere(world, text);
		expect(state).toBe("isError: false");
		expect(data).toMatchObject({ status: 200, answer: { kind: "customers", found: true } });
		expect(data.request.headers.Authorization).toBe("••••••");
		const [request] = crm.received("/customer-info");
		expect(request).toMatchObject({ method: "POST", phone: "+34600000000" });
		expect(request?.headers.authorization).toBe("Bearer replace-this");
		expect(await told(world, "get_crm_endpoints")).toEqual({ crm_endpoints: [] });
	},
	async endpointTestSearch(world, shown, text) {
		const { crm } = world;
		expect(shown).toMatchObject(noAccess("crm.example.com"));
		crm.answer("/products", json({ products: [{ name: "Lamp", price: "1.234,50 €" }] }));
		const { data } = await runHere(world, text);
		expect(data.answer).toMatchObject({ kind: "products", products: [{ name: "Lamp" }] });
		const [request] = crm.received("/products");
		expect([request?.method, request?.query.get("query")]).toEqual(["GET", "lamp"]);
	},
	async health(world, { data }) {
		const { connect, tab } = world;
		expect(data).toEqual({ endpoints: [] });
		await failFiveTimes(world);
		// The test of the endpoint, further up, was a success of this URL.
		const failed = { status: "disabled", consecutive_errors: 5, last_success: expect.any(String) };
		expect((await tab.answerOf()).data.endpoints).toMatchObject([
			{ type: "sidePanel_CustomerInfo", ...failed, last_error: { reason: "http-status" } },
		]);
		// Setting it again as it is changes nothing of that.
		await connect();
		expect((await tab.answerOf()).data.endpoints).toMatchObject([{ status: "disabled" }]);
	},
	async healthReset(world, { text }) {
		expect(text).toContain("The errors of all CRM endpoints were cleared.");
		await expectHealthy(world);
	},
	async healthResetOne(world, { text, data }) {
		expect([text, data]).toEqual([expect.stringContaining("sidePanel_CustomerInfo were cleared"), null]);
		await failFiveTimes(world);
		await world.tab.answerOf();
		await expectHealthy(world);
	},
	async rpcList({ tab }, { data }) {
		expect(data).toMatchObject({ jsonrpc: "2.0", id: 1, result: { tools: expect.any(Array) } });
		expect(data.result.tools).toHaveLength(10);
		expect(data.result.tools[0]).toMatchObject({
			inputSchema: { type: "object" },
			annotations: { readOnlyHint: true },
		});
		await expect(tab.page.getByText("This is a JSON-RPC request.")).toBeVisible();
	},
	async rpcCall({ crm }, { state, data }) {
		expect(state).toBe("isError: false");
		const { result, ...envelope } = data;
		expect(envelope).toEqual({ jsonrpc: "2.0", id: 2 });
		expect(result.structuredContent.crm_endpoints).toMatchObject([{ url: `${crm.url}/customer-info` }]);
	},
};

test("every example of the contract does what the contract says", async ({ stage }) => {
	test.slow();
	const { browser, crm } = stage;
	crm.answer("/hook", json({}));
	crm.answer("/chatside", json({}));
	const tab = await openConsole(browser);
	for (const { key, call } of examples)
		await test.step(key, async () => {
			const text = await tab.load(key);
			expect(JSON.parse(text)).toEqual(call);
			await steps[key]({ ...stage, tab }, await tab.answerOf(), text);
		});
	await tab.page.close();
});

/** The test event arrived at the path once, signed in both ways with this secret. */
function expectSigned({ crm }: World, path: string, secret: string): void {
	const [request, ...others] = crm.received(path);
	if (!request) throw new Error(`Nothing arrived at ${path}.`);
	expect(others).toEqual([]);
	expect(JSON.parse(request.body)).toMatchObject({ event: "test", data: { test: true } });
	const { headers, body } = request;
	const hmac = (text: string) => createHmac("sha256", secret).update(text);
	expect(headers["x-wazion-signature"]).toBe(hmac(body).digest("hex"));
	const signed = `${headers["webhook-id"]}.${headers["webhook-timestamp"]}.${body}`;
	expect(headers["webhook-signature"]).toBe(`v1,${hmac(signed).digest("base64")}`);
}

/** The panel looks a customer up until the endpoint is disabled. */
async function failFiveTimes(stage: World): Promise<void> {
	const { crm, chat, connect, open, panel, tab } = stage;
	const errors = async () => {
		const { endpoints } = (await told(stage, "get_crm_health_status")) as {
			endpoints: { consecutive_errors: number }[];
		};
		return endpoints[0]?.consecutive_errors ?? 0;
	};
	crm.answer("/customer-info", json({}, { status: 500 }));
	await connect();
	await chat.bringToFront();
	await open("lucia");
	const retry = panel.getByRole("button", { name: "Retry" });
	await expect(retry).toBeVisible();
	for (let known = await errors(); known < 5; known = await errors()) {
		await retry.click();
		await expect.poll(errors).toBeGreaterThan(known);
	}
	await tab.page.bringToFront();
}

async function expectHealthy(stage: World): Promise<void> {
	expect(await told(stage, "get_crm_health_status")).toMatchObject({
		endpoints: [{ status: "active", consecutive_errors: 0, last_error: null }],
	});
}

import { describe, expect, it } from "vitest";
import { fail } from "@/lib/core/result";
import { createToolWorld, endpoint, settingsWith } from "./tool-world";

const { method: _, ...withoutMethod } = endpoint;

describe("test_crm_endpoint", () => {
	it("asks as the panel would and tells everything it found out", async () => {
		const text = '{"found":true,"customer":{"name":"Ana","totalSpent":"much"}}';
		const { data, text: told, isError } = await createToolWorld({ text }).call("test_crm_endpoint", endpoint);
		expect(isError).toBe(false);
		expect(told).toBe('HTTP 200 in 5 ms: found Ana.\ncustomer.totalSpent: "much" is no number');
		expect(data).toEqual({
			request: {
				url: "https://crm.example.com/c?phone=%2B34600000000",
				method: "GET",
				headers: { Accept: "application/json" },
				body: undefined,
			},
			latency_ms: 5,
			status: 200,
			raw: text,
			answer: expect.objectContaining({ found: true, problems: [expect.anything()] }),
		});
	});

	it("uses GET and a phone of nobody unless told otherwise", async () => {
		const world = createToolWorld();
		await world.call("test_crm_endpoint", withoutMethod);
		await world.call("test_crm_endpoint", {
			...endpoint,
			method: "POST",
			test_phone: "+34612345678",
			timeout_ms: 2_000,
		});
		expect(world.sent).toMatchObject([
			{ method: "GET", url: "https://crm.example.com/c?phone=%2B34600000000", timeoutMs: 15_000 },
			{
				method: "POST",
				url: "https://crm.example.com/c",
				body: '{"phone":"+34612345678"}',
				timeoutMs: 2_000,
			},
		]);
	});

	it("sends the real secret and shows it masked", async () => {
		const world = createToolWorld();
		const { data } = await world.call("test_crm_endpoint", {
			...endpoint,
			auth: { type: "header", fields: { "X-Key": "hunter22" } },
		});
		expect(world.sent[0]?.headers["X-Key"]).toBe("hunter22");
		expect(data).toMatchObject({ request: { headers: { "X-Key": "••••••" } } });
	});

	it.each([
		["ai_CustomerInitialInfo", '{"a":1}', "7 characters of context", "?phone=%2B34600000000"],
		["ai_CustomerInitialInfo", "Buys tea.", "11 characters of context", "?phone=%2B34600000000"],
		[
			"sidePanel_CustomerFindToJoin",
			'{"customers":[]}',
			"nobody found",
			"?query=a&phone=%2B34600000000&limit=5",
		],
		["search_Products", '{"products":[{"name":"Tea"}]}', "1 product", "?query=a&limit=5"],
		["globalSearch", '{"results":[]}', "0 results", "?query=a&limit=5"],
	])("asks %s with its own parameters and reads %s", async (type, text, outcome, query) => {
		const world = createToolWorld({ text });
		const tested = await world.call("test_crm_endpoint", { ...endpoint, type });
		expect([tested.isError, tested.text]).toEqual([false, `HTTP 200 in 5 ms: ${outcome}.`]);
		expect(new URL(world.sent[0]?.url ?? "").search).toBe(query);
		expect(tested.data).toMatchObject({ status: 200, raw: text });
	});

	it("asks for what it is told to", async () => {
		const world = createToolWorld({ text: '{"results":[]}' });
		await world.call("test_crm_endpoint", { ...endpoint, type: "globalSearch", test_query: "té verde" });
		expect(new URL(world.sent[0]?.url ?? "").searchParams.get("query")).toBe("té verde");
	});

	it.each([
		["ai_CustomerInitialInfo", "[1]", "not an object"],
		["ai_CustomerInitialInfo", "<html>Sign in</html>", "not JSON"],
		["search_Products", '{"items":[]}', '"products"'],
		["globalSearch", '{"found":true}', '"results"'],
		["globalSearch", "plain text", "not JSON"],
	])("says what a wrong answer of %s lacks (%s)", async (type, text, lack) => {
		const { isError, text: said } = await createToolWorld({ text }).call("test_crm_endpoint", {
			...endpoint,
			type,
		});
		expect([isError, said]).toEqual([true, expect.stringContaining(lack)]);
	});

	it("sends the stored credentials for masked ones, to the stored server only", async () => {
		const auth = { type: "header", fields: { "X-Key": "hunter22" } };
		const masked = { type: "header", fields: { "X-Key": "••••••" } };
		const world = createToolWorld({ stored: settingsWith({ ...endpoint, auth }) });
		await world.call("test_crm_endpoint", { ...endpoint, url: `${endpoint.url}/other`, auth: masked });
		expect(world.sent[0]?.headers["X-Key"]).toBe("hunter22");
		const elsewhere = { ...endpoint, url: "https://elsewhere.example/c", auth: masked };
		expect(await world.call("test_crm_endpoint", elsewhere)).toMatchObject({
			isError: true,
			text: expect.stringContaining('"X-Key"'),
		});
		expect(world.sent).toHaveLength(1);
	});

	it("sends the credentials of another endpoint of the same server and kind of sign-in, never to another", async () => {
		const auth = { type: "header", fields: { "X-Key": "hunter22" } };
		const wanted = { type: "header", fields: { "X-Key": "••••••" } };
		const world = createToolWorld({ stored: settingsWith({ ...endpoint, auth }) });
		const products = { type: "search_Products", url: "https://crm.example.com/p", method: "GET" };
		const { data } = await world.call("test_crm_endpoint", { ...products, auth: wanted });
		expect(world.sent[0]?.headers["X-Key"]).toBe("hunter22");
		expect(JSON.stringify(data)).not.toContain("hunter22");
		for (const refused of [
			{ ...products, url: "https://elsewhere.example/p", auth: wanted },
			{ ...products, auth: { type: "query", fields: { "X-Key": "••••••" } } },
			{ ...products, auth: { type: "header", fields: { "X-Other": "••••••" } } },
		])
			expect(await world.call("test_crm_endpoint", refused)).toMatchObject({ isError: true });
		expect(world.sent).toHaveLength(1);
	});

	it("shows every request of an endpoint with steps, and what the mapping made", async () => {
		const text = '{"hits":[{"id":7,"full_name":"Ana"}]}';
		const { data, text: told } = await createToolWorld({ text }).call("test_crm_endpoint", {
			...endpoint,
			url: "https://crm.example.com/c?tel={phone_digits}",
			auth: { type: "header", fields: { "X-Key": "hunter22" } },
			steps: [{ url: "https://crm.example.com/o/{answer.hits.0.id}", method: "GET" }],
			mapping: '{ "name": answers[0].hits[0].full_name }',
		});
		expect(told).toBe("HTTP 200 in 5 ms, HTTP 200 in 5 ms: found Ana.");
		expect(data).toMatchObject({
			request: { url: "https://crm.example.com/c?tel=34600000000", headers: { "X-Key": "••••••" } },
			raw: text,
			steps: [{ request: { url: "https://crm.example.com/o/7", headers: { "X-Key": "••••••" } }, raw: text }],
			mapped: { name: "Ana" },
			answer: { customers: [{ name: "Ana" }] },
		});
	});

	it("shows what a mapping made that is no answer, and null for nothing", async () => {
		const world = createToolWorld({ text: '{"name":"Ana"}' });
		expect(await world.call("test_crm_endpoint", { ...endpoint, mapping: "name" })).toMatchObject({
			isError: true,
			text: "What the mapping makes of the answer cannot be used. It is JSON, but not an object.",
			data: { mapped: "Ana", raw: '{"name":"Ana"}', failure: { reason: "mapping" } },
		});
		expect((await world.call("test_crm_endpoint", { ...endpoint, mapping: "nobody" })).data).toMatchObject({
			mapped: null,
			answer: { found: false },
		});
	});

	it("tells when nothing can be seen of what a mapping made, though it could be read", async () => {
		const world = createToolWorld({ text: '{"people":[{"name":"Ana"},{"name":"Bo"}]}' });
		const told = async (mapping: string) =>
			(await world.call("test_crm_endpoint", { ...endpoint, mapping })).text.split("\n").slice(1);
		expect(await told('people.{ "name": nmae }')).toEqual([
			"2 customers with nothing to show. Empty: name, id, email.",
		]);
		expect(await told('{ "name": nmae, "currency": "EUR" }')).toEqual([
			"1 customer with nothing to show. Empty: name, id, email.",
		]);
		expect(await told("pepole")).toEqual([
			"The mapping makes nothing of this answer. Unless the CRM found nothing, it looks in the wrong place.",
		]);
		expect(await told('people.{ "notes": name }')).toEqual([
			"2 customers with nothing that says who or what it is. Empty: name, id, email.",
		]);
		expect(await told('people.{ "name": name }')).toEqual([]);
		expect(await told('{ "found": false }')).toEqual([]);
	});

	it("refuses an expression that is none, with its place, before anything is sent", async () => {
		const world = createToolWorld();
		const refused = await world.call("test_crm_endpoint", { ...endpoint, mapping: "{ a: }" });
		expect(refused).toMatchObject({ code: -32602, paths: ["mapping"] });
		expect(refused.message).toMatch(/no JSONata expression \(line 1, column \d+\)/);
		expect(world.sent).toEqual([]);
	});

	it("tells that nobody was found, which is a good answer", async () => {
		expect(await createToolWorld().call("test_crm_endpoint", endpoint)).toMatchObject({
			isError: false,
			text: "HTTP 200 in 5 ms: nobody found.",
		});
	});

	it("names customers without a name by their id, or as customers", async () => {
		const text = '{"found":true,"customers":[{"id":7},{},{"name":"Ana"}]}';
		expect((await createToolWorld({ text }).call("test_crm_endpoint", endpoint)).text).toContain(
			"found 7, a customer, Ana.",
		);
	});

	it("sends nothing without permission and names the host to be granted", async () => {
		const world = createToolWorld();
		world.permitted = false;
		const { isError, text, data } = await world.call("test_crm_endpoint", endpoint);
		expect([isError, world.sent, world.asked]).toEqual([true, [], ["https://crm.example.com/*"]]);
		expect(text).toContain("https://crm.example.com/*");
		expect(data).toMatchObject({
			request: { method: "GET" },
			failure: { reason: "permission-missing", origin: "https://crm.example.com/*" },
		});
	});

	it("tells the status and the answer of an error", async () => {
		const { isError, data, text } = await createToolWorld({ status: 401, text: "who?" }).call(
			"test_crm_endpoint",
			endpoint,
		);
		expect([isError, text]).toEqual([true, "The endpoint answered HTTP 401."]);
		expect(data).toMatchObject({
			status: 401,
			raw: "who?",
			latency_ms: 5,
			failure: { reason: "http-status" },
		});
	});

	it.each([
		["<html>", "not-json"],
		['{"found":', "truncated-json"],
		["[]", "unreadable-answer"],
		["{}", "unreadable-answer"],
		['{"found":true}', "unreadable-answer"],
	])("tells why the answer %j cannot be used, and shows it", async (text, reason) => {
		const { isError, data } = await createToolWorld({ text }).call("test_crm_endpoint", endpoint);
		expect(isError).toBe(true);
		expect(data).toMatchObject({ raw: text, failure: { reason } });
	});

	it("tells that the CRM cannot be reached", async () => {
		const world = createToolWorld();
		world.http = async () => fail({ reason: "unreachable" });
		const { isError, data } = await world.call("test_crm_endpoint", endpoint);
		expect([isError, data]).toEqual([
			true,
			expect.objectContaining({ latency_ms: 5, failure: { reason: "unreachable", host: "crm.example.com" } }),
		]);
	});

	it("changes no setting, whatever comes out", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint), status: 500 });
		await world.call("test_crm_endpoint", { ...endpoint, url: "https://other.example/" });
		expect([world.writes, world.stored()]).toEqual([0, settingsWith(endpoint)]);
	});

	it.each([
		["test_phone", { ...endpoint, test_phone: "600000000" }],
		["test_phone", { ...endpoint, test_phone: "+0600000000" }],
		["test_phone", { ...endpoint, test_phone: "+34 600 000 000" }],
		["url", { ...endpoint, url: "http://crm.example.com" }],
		["type", { ...endpoint, type: undefined }],
		["auth.type", { ...endpoint, auth: { type: "body", fields: { t: "x" } } }],
		["auth.type", { ...withoutMethod, auth: { type: "body", fields: { t: "x" } } }],
	])("refuses a wrong %s before anything is sent", async (path, input) => {
		const world = createToolWorld();
		expect(await world.call("test_crm_endpoint", input)).toMatchObject({ code: -32602, paths: [path] });
		expect([world.sent, world.asked]).toEqual([[], []]);
	});
});

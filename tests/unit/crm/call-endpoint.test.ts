import { describe, expect, it } from "vitest";
import type { Http, HttpRequest, Purpose } from "@/lib/core/http";
import { fail, ok } from "@/lib/core/result";
import { callEndpoint, type MadeRequest } from "@/lib/crm/call-endpoint";
import { type Endpoint, endpointSchema } from "@/lib/crm/endpoint";
import type { Parameters } from "@/lib/crm/request";
import { evaluateJob } from "@/lib/mapping/evaluate";

const base = { type: "sidePanel_CustomerInfo", url: "https://crm.example.com/find", method: "GET" } as const;
const parameters: Parameters = { phone: "+34612345678", relatedphones: ["+34911111111"] };

/** Calls an endpoint whose server answers by path; a number is a status. */
async function call(
	more: Partial<Endpoint>,
	answers: Record<string, unknown>,
	{ with: given = parameters, advance = 0 }: { with?: Parameters; advance?: number } = {},
) {
	const endpoint = endpointSchema.parse({ ...base, ...more });
	const sent: HttpRequest[] = [];
	const verdicts: (string | undefined)[] = [];
	const purposes: Purpose[] = [];
	const made: MadeRequest[] = [];
	const mapped: unknown[] = [];
	let time = 0;
	const http: Http = async (request, { verdict, purpose }) => {
		purposes.push(purpose);
		const index = sent.push(request) - 1;
		void verdict?.then((failure) => {
			verdicts[index] = failure;
		});
		time += advance;
		const answer = answers[new URL(request.url).pathname];
		if (answer === undefined) return fail({ reason: "timeout" });
		return ok({
			status: typeof answer === "number" ? answer : 200,
			contentType: "application/json",
			text: JSON.stringify(answer),
		});
	};
	const result = await callEndpoint(
		{ http, mapping: { run: evaluateJob }, now: () => time },
		endpoint,
		given,
		{
			signal: new AbortController().signal,
			purpose: { kind: "crm", name: endpoint.type },
			watch: { requested: (one) => made.push(one), mapped: (value) => mapped.push(value) },
		},
	);
	await Promise.resolve();
	return {
		result,
		sent,
		made,
		mapped,
		verdicts,
		purposes,
		answer: result.ok ? result.value.answer : undefined,
		failure: result.ok ? undefined : result.failure,
	};
}

const someone = { "/find": { hits: [{ id: 7, full_name: "Ana Gil", mails: ["a@x.example"] }] } };

describe("a mapping", () => {
	it("makes a customer of any JSON", async () => {
		const mapping =
			'{ "id": hits[0].id, "name": hits[0].full_name, "email": hits[0].mails[0], "phone": $phone }';
		const { answer, mapped, result } = await call({ mapping }, someone);
		expect(answer).toMatchObject({
			kind: "customers",
			found: true,
			customers: [{ id: "7", name: "Ana Gil", email: "a@x.example", phone: "+34612345678" }],
		});
		expect(mapped).toEqual([{ id: 7, name: "Ana Gil", email: "a@x.example", phone: "+34612345678" }]);
		expect(result).toMatchObject({ value: { raw: someone["/find"] } });
	});

	it.each([
		['{ "found": true, "customer": { "name": "Ana" } }', ["Ana"]],
		['{ "customer": { "name": "Ana" } }', ["Ana"]],
		['[{ "name": "Ana" }, { "name": "Bo" }]', ["Ana", "Bo"]],
		['{ "customers": [{ "name": "Ana" }] }', ["Ana"]],
		["nothing", []],
		["null", []],
		["[]", []],
		['{ "name": hits[5].full_name, "orders": [hits[5].orders.{ "name": id }] }', []],
		['{ "customer": { "name": hits[5].full_name } }', []],
		['{ "found": false }', []],
	])("may make %s", async (mapping, names) => {
		const { answer } = await call({ mapping }, someone);
		expect(answer).toMatchObject({ found: names.length > 0, customers: names.map((name) => ({ name })) });
	});

	it.each([
		["search_Products", '{ "name": "Tea" }', { products: [{ name: "Tea" }] }],
		["search_Products", '[{ "name": "Tea" }]', { products: [{ name: "Tea" }] }],
		["search_Products", "nothing", { products: [] }],
		["globalSearch", '{ "title": "Tea" }', { results: [{ title: "Tea" }] }],
		["globalSearch", '{ "results": nothing }', { results: [] }],
		["ai_CustomerInitialInfo", '"Buys " & hits[0].full_name', { context: "Buys Ana Gil" }],
		["ai_CustomerInitialInfo", "nothing", { context: { found: false } }],
	] as const)("of %s may make %s", async (type, mapping, answer) => {
		expect((await call({ type, mapping }, someone)).answer).toMatchObject(answer);
	});

	it("that makes no answer fails as a mapping, with what it made", async () => {
		const { failure, verdicts } = await call({ mapping: "hits[0].full_name" }, someone);
		expect(failure).toEqual({
			reason: "mapping",
			fault: { problem: "wrong-shape", detail: "not-an-object", excerpt: '"Ana Gil"' },
		});
		expect(verdicts).toEqual(["mapping"]);
	});

	it("that fails tells where", async () => {
		expect((await call({ mapping: "hits.\n$number(full_name)" }, someone)).failure).toMatchObject({
			reason: "mapping",
			fault: { problem: "error", line: 2 },
		});
	});

	it("is not asked when the CRM gave no answer", async () => {
		const { failure, mapped } = await call({ mapping: "$" }, { "/find": 500 });
		expect([failure?.reason, mapped]).toEqual(["http-status", []]);
	});
});

describe("what an endpoint sends", () => {
	it("are the parameters, with fixed entries and headers beside them", async () => {
		const { sent } = await call(
			{ query: { shop: "es" }, headers: { "X-Shop": "es", accept: "application/vnd.crm+json" } },
			{},
		);
		expect(sent[0]).toMatchObject({
			url: "https://crm.example.com/find?shop=es&phone=%2B34612345678&relatedphones=%2B34911111111",
			headers: { "X-Shop": "es", accept: "application/vnd.crm+json" },
		});
		expect(Object.keys(sent[0]?.headers ?? {})).not.toContain("Accept");
	});

	it("is what it names alone, once it has a placeholder", async () => {
		const { sent } = await call(
			{
				url: "https://crm.example.com/{phone_digits}?id={customer_id}&n={limit}",
				query: { q: "tel:{phone}", c: "{customer_id}" },
			},
			{},
			{ with: { ...parameters, limit: 3 } },
		);
		expect(sent[0]?.url).toBe("https://crm.example.com/34612345678?n=3&q=tel%3A%2B34612345678");
	});

	it("is its own body, with numbers as numbers and other braces as they are", async () => {
		const { sent } = await call(
			{
				method: "POST",
				auth: { type: "body", fields: { token: "t" } },
				body: {
					query: '{ customer(tel: "{phone}") { id } }',
					n: "{limit}",
					who: "{customer_id}",
					page: [1, null],
				},
			},
			{},
			{ with: { ...parameters, limit: 3 } },
		);
		expect(JSON.parse(sent[0]?.body ?? "")).toEqual({
			query: '{ customer(tel: "+34612345678") { id } }',
			n: 3,
			who: "",
			page: [1, null],
			token: "t",
		});
	});

	it("cannot break out of the place of a placeholder", async () => {
		const { sent } = await call(
			{
				type: "globalSearch",
				url: "https://crm.example.com/s/{query}/x?q={query}",
				headers: { "X-Query": "{query}" },
			},
			{},
			{ with: { query: "a/../?b=c#d&e\r\nX: y", limit: 5 } },
		);
		const url = new URL(sent[0]?.url ?? "");
		expect([url.host, url.pathname.split("/").length, [...url.searchParams.keys()], url.hash]).toEqual([
			"crm.example.com",
			4,
			["q"],
			"",
		]);
		expect(new Headers(sent[0]?.headers).get("X-Query")).not.toContain("\n");
	});
});

describe("steps", () => {
	const steps = [
		{ url: "https://crm.example.com/orders?customer={answer.hits.0.id}", method: "GET" as const },
		{
			url: "https://crm.example.com/notes/{answers.0.hits.0.id}",
			method: "POST" as const,
			body: { ids: "{answer.ids}", text: "of {answer.ids}" },
			optional: true,
		},
	];
	const auth = { type: "header", fields: { "X-Key": "s3cret" } } as const;
	const answers = { ...someone, "/orders": { ids: [1, 2] }, "/notes/7": { notes: "VIP" } };
	const mapping =
		'{ "name": answers[0].hits[0].full_name, "notes": answers[2].notes, "ordersCount": $count(answers[1].ids) }';

	it("ask on with what was answered, with the same credentials, and are mapped together", async () => {
		const { sent, answer, made, result } = await call({ steps, auth, mapping }, answers);
		expect(sent.map(({ url, method, body }) => [method, url, body])).toEqual([
			["GET", expect.stringContaining("/find?phone="), undefined],
			["GET", "https://crm.example.com/orders?customer=7", undefined],
			["POST", "https://crm.example.com/notes/7", '{"ids":[1,2],"text":"of 1,2"}'],
		]);
		expect(sent.every(({ headers }) => headers["X-Key"] === "s3cret")).toBe(true);
		expect(made.map(({ request }) => request.headers["X-Key"])).toEqual(["••••••", "••••••", "••••••"]);
		expect(answer).toMatchObject({ customers: [{ name: "Ana Gil", notes: "VIP", ordersCount: 2 }] });
		expect(result).toMatchObject({ value: { raw: { answer1: {}, answer2: {}, answer3: { notes: "VIP" } } } });
	});

	it.each([[{ hits: [] }], [{ hits: null }], [{}], [{ hits: [{ id: null }] }], [{ hits: [{ id: "" }] }]])(
		"end without an error when %j holds nothing to ask for",
		async (found) => {
			const { sent, answer } = await call({ steps, mapping }, { "/find": found });
			expect(sent).toHaveLength(1);
			expect(answer).toMatchObject({ kind: "customers" });
		},
	);

	it("fail together when one does", async () => {
		const { failure, verdicts } = await call({ steps, mapping }, { ...answers, "/orders": 503 });
		expect(failure).toMatchObject({ reason: "http-status", status: 503 });
		expect(verdicts).toEqual([undefined, "http-status"]);
	});

	it("do not when the one that fails is optional", async () => {
		const { answer, verdicts } = await call({ steps, mapping }, { ...answers, "/notes/7": 404 });
		expect(answer).toMatchObject({ found: true, customers: [{ name: "Ana Gil", ordersCount: 2 }] });
		expect(verdicts).toEqual([undefined, undefined, "http-status"]);
	});

	it("are told from the first request in the log", async () => {
		const { purposes } = await call({ steps, mapping }, answers);
		const crm = { kind: "crm", name: "sidePanel_CustomerInfo" };
		expect(purposes).toEqual([crm, { ...crm, step: 1 }, { ...crm, step: 2 }]);
	});

	it("share the time of the endpoint", async () => {
		const { sent, failure } = await call(
			{ steps, mapping, timeout_ms: 5_000 },
			{ "/find": answers["/find"] },
			{ advance: 3_000 },
		);
		expect(sent.map(({ timeoutMs }) => timeoutMs)).toEqual([5_000, 2_000]);
		expect(failure).toEqual({ reason: "timeout", afterMs: 5_000 });
	});
});

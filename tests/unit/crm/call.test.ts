import { describe, expect, it } from "vitest";
import type { Http, HttpFailure, HttpRequest } from "@/lib/core/http";
import { fail, ok } from "@/lib/core/result";
import { callJson, excerpt, maxAnswerBytes } from "@/lib/crm/call";

const request: HttpRequest = {
	url: "https://crm.example.com:8443/c?phone=1",
	method: "GET",
	headers: {},
	timeoutMs: 7_000,
};
const { signal } = new AbortController();
const options = { signal, purpose: { kind: "crm", name: "sidePanel_CustomerInfo" } } as const;

const answering =
	(text: string, status = 200, contentType = "application/json"): Http =>
	async () =>
		ok({ status, contentType, text });

describe("callJson", () => {
	it.each([
		[200, '{"found":false}', { found: false }],
		[201, "[1]", [1]],
		[299, " null ", null],
		[200, '"text"', "text"],
	])("gives the value of a %d answer %j", async (status, text, json) => {
		expect(await callJson(answering(text, status), request, options)).toEqual(ok({ status, text, json }));
	});

	it("takes an answer without content for null: some CRMs say so that they found nothing", async () => {
		expect(await callJson(answering("", 204), request, options)).toEqual(
			ok({ status: 204, text: "null", json: null }),
		);
	});

	it("hands request, limit and signal on", async () => {
		const http: Http = async (sent, given) => {
			expect([sent, given]).toEqual([request, { maxBytes: maxAnswerBytes, ...options }]);
			expect(given.signal).toBe(signal);
			return ok({ status: 200, contentType: "", text: "{}" });
		};
		expect((await callJson(http, request, options)).ok).toBe(true);
	});

	it.each([
		[{ reason: "unreachable" }, { reason: "unreachable", host: "crm.example.com:8443" }],
		[{ reason: "timeout" }, { reason: "timeout", afterMs: 7_000 }],
		[{ reason: "redirected" }, { reason: "redirected" }],
		[{ reason: "too-large" }, { reason: "too-large", limitBytes: 5 * 1024 * 1024 }],
		[{ reason: "cancelled" }, { reason: "cancelled" }],
	] as [HttpFailure, object][])("tells %j as %j", async (failure, told) => {
		expect(await callJson(async () => fail(failure), request, options)).toEqual(fail(told));
	});

	it.each([100, 199, 300, 302, 400, 401, 404, 410, 429, 500, 503])(
		"takes HTTP %d for a failure even when it is JSON",
		async (status) => {
			expect(await callJson(answering('{"found":true}', status), request, options)).toEqual(
				fail({ reason: "http-status", status, excerpt: '{"found":true}' }),
			);
		},
	);

	it.each([
		["", ""],
		["<!doctype html>\n<h1>Sign in</h1>", "<!doctype html> <h1>Sign in</h1>"],
		["OK", "OK"],
		["{'found': true}", "{'found': true}"],
		['{"found": true "customer": {}}', '{"found": true "customer": {}}'],
	])("says that %j is no JSON", async (text, shown) => {
		expect(await callJson(answering(text, 200, "text/html"), request, options)).toEqual(
			fail({ reason: "not-json", contentType: "text/html", excerpt: shown }),
		);
	});

	it.each([
		'{"found":true,"customer":{"name":"An',
		'[{"a":1},',
		'  {"found"',
		'{"found":true,"customer":{"name":"Ana"}',
	])("says that %j breaks off", async (text) => {
		expect(await callJson(answering(text), request, options)).toEqual(
			fail({ reason: "truncated-json", excerpt: text.trim() }),
		);
	});

	it("shows the end of JSON that breaks off", async () => {
		const called = await callJson(answering(`{"notes":"${"x".repeat(1_000)}the end`), request, options);
		expect(called).toMatchObject({ failure: { excerpt: expect.stringMatching(/the end$/) } });
	});

	it("passes an error on: only bugs throw", async () => {
		const http: Http = () => Promise.reject(new Error("bug"));
		await expect(callJson(http, request, options)).rejects.toThrow("bug");
	});
});

it("shortens an excerpt to 300 characters on one line", () => {
	expect(excerpt("a \n\t b")).toBe("a b");
	expect(excerpt("x".repeat(300))).toBe("x".repeat(300));
	expect(excerpt("x".repeat(301))).toBe(`${"x".repeat(300)}…`);
});

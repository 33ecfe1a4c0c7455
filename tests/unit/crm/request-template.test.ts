import { describe, expect, it } from "vitest";
import { endpointFingerprint, endpointSchema } from "@/lib/crm/endpoint";

const valid = { type: "sidePanel_CustomerInfo", url: "https://crm.example.com/c", method: "POST" } as const;
const step = { url: "https://crm.example.com/o/{answer.id}", method: "GET" } as const;

const issuesOf = (more: object) =>
	endpointSchema
		.safeParse({ ...valid, ...more })
		.error?.issues.map(({ path, message }) => [path.join("."), message]) ?? [];

describe("what an endpoint says of its requests", () => {
	it.each([
		{ mapping: "$" },
		{ url: "https://crm.example.com/{phone}/{phone_digits}?q={query}&c={customer_id}&l={limit}" },
		{ query: { a: "{phone}", b: "" }, headers: { "X-A": "{query}", accept: "text/json" } },
		{ body: null },
		{ body: [{ query: "{ customers { id } }", limit: "{limit}" }] },
		{ body: "{customer{id}}" },
		{ body: { args: ["{auth.key}"] }, auth: { type: "body", fields: { key: "x" } } },
		{ steps: [step, { ...step, method: "POST", body: { a: "{answers.0.x.y}" }, optional: true }] },
		{ steps: [{ ...step, url: "https://crm.example.com:443/a?b={answer}" }] },
	])("may be %j", (more) => {
		expect(issuesOf(more)).toEqual([]);
	});

	it.each([
		["mapping", { mapping: "a".repeat(20_001) }, "20000"],
		["url", { url: "https://{phone}.example.com/c" }, "not in the host"],
		["url", { url: "https://crm.example.com/{phnoe}" }, "{phnoe}"],
		["url", { url: "https://crm.example.com/{answer.id}" }, "{answer.id}"],
		["query.a", { query: { a: "{phnoe}" } }, "{phnoe}"],
		["headers.Cookie", { headers: { Cookie: "a" } }, "Cookie"],
		["headers.X A", { headers: { "X A": "a" } }, "X A"],
		["headers.X-A", { headers: { "X-A": "é\n" } }, "character"],
		["body", { body: { a: ["{phnoe}"] } }, "{phnoe}"],
		["body", { method: "GET", body: {} }, "GET"],
		["body", { body: [], auth: { type: "body", fields: { t: "x" } } }, "object"],
		["body", { body: "x".repeat(50_001) }, "50000"],
		["body", { body: { args: ["{auth.key}"] } }, 'the field "key"'],
		[
			"body",
			{ body: { a: "{auth.key}" }, auth: { type: "header", fields: { key: "x" } } },
			'the type "body"',
		],
		["query.a", { query: { a: "{auth.key}" } }, "{auth.key}"],
		["steps", { steps: [step, step, step] }, "2"],
		["steps.0.url", { steps: [{ ...step, url: "https://other.example.com/" }] }, "crm.example.com"],
		["steps.0.url", { steps: [{ ...step, url: "http://crm.example.com/" }] }, "https"],
		["steps.0.url", { steps: [{ ...step, url: "/orders" }] }, "whole address"],
		["steps.0.body", { steps: [{ ...step, body: {} }] }, "GET"],
		["steps.0.method", { steps: [step], auth: { type: "body", fields: { t: "x" } } }, "POST"],
		["steps.0", { steps: [{ ...step, auth: {} }] }, "auth"],
	])("is refused for its %s: %j", (path, more, says) => {
		const issues = issuesOf(more);
		expect(issues.map(([at]) => at)).toContain(path);
		expect(issues.map(([, message]) => message).join(" ")).toContain(says);
	});
});

describe("the fingerprint of an endpoint", () => {
	it.each([
		{ mapping: "$" },
		{ query: { a: "b" } },
		{ headers: { a: "b" } },
		{ body: {} },
		{ steps: [step] },
	])("differs with %j", (more) => {
		expect(endpointFingerprint({ ...valid, ...more })).not.toBe(endpointFingerprint(valid));
	});

	it("is short, however long the mapping", () => {
		expect(endpointFingerprint({ ...valid, mapping: "a".repeat(20_000) }).length).toBeLessThan(200);
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { HttpRequest, Purpose } from "@/lib/core/http";
import { entryOf, plainPath, type SentOutcome } from "@/lib/egress/entry";

const crm: Purpose = { kind: "crm", name: "sidePanel_CustomerInfo" };

function noted(request: Partial<HttpRequest>, outcome: SentOutcome = { status: 200 }, purpose = crm) {
	const whole = { url: "https://crm.example.com/c", method: "GET", headers: {}, timeoutMs: 1, ...request };
	return entryOf({ request: whole, purpose, at: 1_000, ms: 42, ...outcome }, 7);
}

describe("what is kept of a request", () => {
	it("names the host, the path, the purpose and the fields, of a query and of a body", () => {
		const body = JSON.stringify({ query: "lamp", limit: 5 });
		expect(
			noted({ url: "https://crm.example.com:8443/c?token=s3cret&a=1&a=2#x", method: "POST", body }),
		).toEqual({
			seq: 7,
			at: 1_000,
			kind: "crm",
			name: "sidePanel_CustomerInfo",
			method: "POST",
			host: "crm.example.com:8443",
			path: "/c",
			fields: ["token", "a", "query", "limit"],
			bytes: "/c?token=s3cret&a=1&a=2".length + body.length,
			ms: 42,
			state: "succeeded",
			status: 200,
		});
	});

	it("names the fields of an event's data", () => {
		const body = JSON.stringify({
			event: "phone.detected",
			timestamp: "",
			data: { phone: "+34", source: "x" },
		});
		const { fields } = noted({ body }, { status: 200 }, { kind: "webhook", name: "phone.detected" });
		expect(fields).toEqual(["phone", "source"]);
	});

	it("counts the bytes of path, query, headers and body in UTF-8", () => {
		expect(noted({ url: "https://crm.example.com/é?q=1", headers: { A: "ñ" }, body: "€" }).bytes).toBe(
			"/%C3%A9?q=1".length + "A: n".length + 1 + "\r\n".length + 3,
		);
	});

	it.each([
		[{ status: 204 }, "succeeded", undefined],
		[{ status: 302 }, "failed", "http-status"],
		[{ status: 500 }, "failed", "http-status"],
		[{ failure: "timeout" }, "failed", "timeout"],
		[{ failure: "cancelled" }, "cancelled", "cancelled"],
	] as const)("tells %j as %s", (outcome, state, failure) => {
		const entry = noted({}, outcome);
		expect([entry.state, entry.failure]).toEqual([state, failure]);
	});

	it("takes the reader's verdict over the status", () => {
		const sent = {
			request: { url: "https://a.b/", method: "GET", headers: {}, timeoutMs: 1 },
			purpose: crm,
			at: 1,
			ms: 1,
			status: 200,
		};
		expect(entryOf(sent, 1, "not-json")).toMatchObject({ state: "failed", status: 200, failure: "not-json" });
	});

	it("holds no value, whatever is sent", () => {
		const secret = fc.stringMatching(/^[a-z]{8}S3CRET[a-z]{8}$/);
		fc.assert(
			fc.property(secret, secret, fc.constantFrom("GET", "POST"), (value, other, method) => {
				const entry = noted({
					method,
					url: `https://crm.example.com/hooks/${value}12345678/x?key=${value}&q=${other}`,
					headers: { Authorization: `Bearer ${value}` },
					body: JSON.stringify({ phone: value, nested: { deep: other }, list: [value] }),
				});
				const kept = JSON.stringify(entry);
				expect(kept).not.toContain(value);
				expect(kept).not.toContain(other);
			}),
		);
	});

	it("survives a URL that is none", () => {
		expect(noted({ url: "not a URL, s3cret" }, { failure: "unreachable" })).toMatchObject({
			host: "",
			path: "invalid",
			fields: [],
			state: "failed",
		});
	});

	it("survives a body that is no JSON", () => {
		expect(noted({ body: "{not json" }).fields).toEqual([]);
		expect(noted({ body: "[1]" }).fields).toEqual([]);
	});
});

it.each([
	["/api/v2/customers", "/api/v2/customers"],
	["/customers/+34612345678/orders", "/customers/…/orders"],
	["/customers/%2B34612345678", "/customers/…"],
	["/people/ana%40example.com", "/people/…"],
	["/hooks/catch/123456/b8x2k9q1", "/hooks/catch/…/b8x2k9q1"],
	["/webhook/3f2504e0-4f89-11d3-9a0c-0305e82c3301", "/webhook/…"],
	["/services/T00000000/B00000000/XXXXXXXXXXXXXXXXXXXX1234", "/services/…/…/…"],
	["/", "/"],
])("of the path %s is kept %s", (path, kept) => {
	expect(plainPath(path)).toBe(kept);
});

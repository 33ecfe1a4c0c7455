import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildFunctionRequest, fixedArguments, maskedFunctionRequest } from "@/lib/functions/build-request";
import { type CustomFunction, customFunctionSchema } from "@/lib/functions/definition";

const parameters = { type: "object", additionalProperties: true };
const define = (more: object): CustomFunction =>
	customFunctionSchema.parse({ name: "f", endpoint: "https://api.example/orders", parameters, ...more });
const withPath = (endpoint: string, more: object = {}) =>
	define({ endpoint, parameters: { type: "object", properties: { a: {}, b: {} } }, ...more });

function built(definition: CustomFunction, chosen: Record<string, unknown>, phone = "+34600000001") {
	const fixed = fixedArguments(definition, phone);
	if (!fixed.ok) throw new Error(fixed.failure.reason);
	return buildFunctionRequest(definition, { chosen, fixed: fixed.value });
}
const request = (...given: Parameters<typeof built>) => {
	const read = built(...given);
	if (!read.ok) throw new Error(JSON.stringify(read.failure));
	return read.value;
};
const bodyOf = (...given: Parameters<typeof built>) => JSON.parse(request(...given).body ?? "null");

describe("arguments are sent", () => {
	it.each(["GET", "DELETE"])("in the query of a %s", (method) => {
		const sent = request(define({ method }), {
			a: "x y&z",
			n: 2,
			yes: true,
			list: ["1", 2],
			o: { k: [1] },
			no: null,
		});
		const url = new URL(sent.url);
		expect([...url.searchParams]).toEqual([
			["a", "x y&z"],
			["n", "2"],
			["yes", "true"],
			["list", "1"],
			["list", "2"],
			["o", '{"k":[1]}'],
		]);
		expect(sent.body).toBeUndefined();
		expect(sent.timeoutMs).toBe(25_000);
	});

	it.each(["POST", "PUT", "PATCH"])("in the JSON body of a %s", (method) => {
		const sent = request(define({ method }), { a: "x", list: [1], no: null });
		expect(JSON.parse(sent.body ?? "")).toEqual({ a: "x", list: [1], no: null });
		expect(sent.url).toBe("https://api.example/orders");
		expect(sent.headers["Content-Type"]).toBe("application/json");
	});

	it("once: one that stands in the address is not sent again", () => {
		expect(request(withPath("https://api.example/o/{a}?x={b}"), { a: "1", b: "2" }).url).toBe(
			"https://api.example/o/1?x=2",
		);
		expect(bodyOf(withPath("https://api.example/o/{a}", { method: "PUT" }), { a: "1", b: "2" })).toEqual({
			b: "2",
		});
	});

	it("beside the fixed ones, with the phone of the conversation", () => {
		const fixed = { phone: { from: "conversation.phone" }, shop: "a", n: 3, open: false };
		expect(new URL(request(define({ fixed }), { q: "x" }).url).search).toBe(
			"?q=x&phone=%2B34600000001&shop=a&n=3&open=false",
		);
		expect(bodyOf(define({ fixed, method: "POST" }), { q: "x" })).toEqual({
			q: "x",
			phone: "+34600000001",
			shop: "a",
			n: 3,
			open: false,
		});
	});

	it("not without the phone where one is fixed", () => {
		const definition = define({ fixed: { phone: { from: "conversation.phone" } } });
		expect(fixedArguments(definition, undefined)).toEqual({
			ok: false,
			failure: { reason: "phone-unknown" },
		});
		expect(fixedArguments(define({ fixed: { shop: "a" } }), undefined)).toMatchObject({ ok: true });
	});
});

describe("credentials", () => {
	const auths = {
		header: { type: "header", fields: { "X-Key": "s3cret" } },
		basic: { type: "basic", fields: { username: "u", password: "s3cret" } },
		query: { type: "query", fields: { key: "s3cret" } },
		body: { type: "body", fields: { key: "s3cret" } },
	};

	it("go where they belong, and win over an argument of their name", () => {
		expect(request(define({ auth: auths.header }), {}).headers["X-Key"]).toBe("s3cret");
		expect(request(define({ auth: auths.basic }), {}).headers.Authorization).toBe(
			`Basic ${btoa("u:s3cret")}`,
		);
		expect(
			new URL(request(define({ auth: auths.query }), { key: "mine" }).url).searchParams.getAll("key"),
		).toEqual(["s3cret"]);
		expect(bodyOf(define({ auth: auths.body, method: "POST" }), { key: "mine" })).toEqual({ key: "s3cret" });
	});

	it.each(Object.entries(auths))("of the kind %s are nowhere in what people see", (_kind, auth) => {
		const definition = define({ auth, method: "POST" });
		const shown = JSON.stringify(maskedFunctionRequest(definition, { chosen: { a: 1 }, fixed: {} }));
		expect(shown).not.toContain("s3cret");
		expect(shown).not.toContain(btoa("u:s3cret"));
		expect(shown).toContain("••••••");
	});
});

describe("an argument cannot leave its place", () => {
	it.each(["..", ".", "", "../x", "a/../../x", "a/.", "..\\x"])("by being %j", (a) => {
		for (const endpoint of ["https://api.example/o/{a}", "https://api.example/o/{a}/status"]) {
			const read = built(withPath(endpoint), { a });
			expect(read).toMatchObject({ ok: false, failure: { problems: [{ pointer: "/a" }] } });
		}
	});

	it("together with another", () => {
		expect(built(withPath("https://api.example/o/{a}{b}/x"), { a: ".", b: "." })).toMatchObject({
			ok: false,
		});
		expect(built(withPath("https://api.example/o/.{a}/x"), { a: "." })).toMatchObject({ ok: false });
		expect(built(withPath("https://api.example/o/%2E{a}/x"), { a: "." })).toMatchObject({ ok: false });
	});

	it("by not being there", () => {
		expect(built(withPath("https://api.example/o/{a}"), {})).toMatchObject({ ok: false });
		expect(request(withPath("https://api.example/o?a={a}&z=1"), {}).url).toBe("https://api.example/o?z=1");
	});

	it.each([
		["a/b", "a%2Fb"],
		["..x/y", "..x%2Fy"],
		["a?b=1#c", "a%3Fb%3D1%23c"],
		["a\\b", "a%5Cb"],
		["%2e%2e", "%252e%252e"],
		["\ud800", "%EF%BF%BD"],
		["ñ {b}", "%C3%B1%20%7Bb%7D"],
	])("%j is encoded", (a, encoded) => {
		expect(request(withPath("https://api.example/o/{a}/status"), { a, b: "" }).url).toBe(
			`https://api.example/o/${encoded}/status?b=`,
		);
	});

	it("by taking the name of something in the address", () => {
		const definition = define({ endpoint: "https://api.example/o?account=7" });
		expect(built(definition, { account: "8" })).toMatchObject({
			ok: false,
			failure: { problems: [{ pointer: "/account" }] },
		});
	});

	it("whatever it is", () => {
		const definition = withPath("https://api.example:8443/v1/{a}/status?q={b}&fixed=1");
		fc.assert(
			fc.property(fc.string({ unit: "binary" }), fc.jsonValue(), (a, b) => {
				const read = built(definition, { a, b });
				if (!read.ok) return;
				const url = new URL(read.value.url);
				expect(url.origin).toBe("https://api.example:8443");
				expect(url.pathname).toMatch(/^\/v1\/[^/]+\/status$/);
				expect(url.searchParams.getAll("fixed")).toEqual(["1"]);
				expect(url.hash).toBe("");
			}),
		);
	});

	it("to the place of a host, however the address is written", () => {
		for (const endpoint of [
			"https://{a}/x",
			"https:/{a}/x",
			"https:{a}/x",
			"https:\\\\{a}/x",
			"https://api.example{a}/x",
		])
			expect(
				customFunctionSchema.safeParse({
					name: "f",
					endpoint,
					parameters: { type: "object", properties: { a: {} } },
				}).success,
				endpoint,
			).toBe(false);
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { authFieldProblem } from "@/lib/crm/auth-field";
import { authSchema, endpointFingerprint, endpointSchema } from "@/lib/crm/endpoint";

const valid = {
	type: "sidePanel_CustomerInfo",
	url: "https://crm.example.com/customer",
	method: "GET",
} as const;

/** The refused paths of an endpoint, sorted. */
function refused(endpoint: unknown): string[] {
	const parsed = endpointSchema.safeParse(endpoint);
	return parsed.success ? [] : parsed.error.issues.map(({ path }) => path.join(".")).sort();
}

describe("an endpoint", () => {
	it.each([
		valid,
		{ ...valid, method: "POST", auth: { type: "body", fields: { token: "t" } } },
		{ ...valid, auth: { type: "header", fields: { Authorization: "Bearer t" } } },
		{ ...valid, auth: { type: "basic", fields: { username: "", password: "" } } },
		{ ...valid, auth: { type: "query", fields: { token: "", "key with spaces": "ü" } } },
		{ ...valid, timeout_ms: 1_000, cache_ttl_s: 0 },
		{ ...valid, timeout_ms: 25_000, cache_ttl_s: 86_400 },
	])("is accepted: %j", (endpoint) => {
		expect(endpointSchema.parse(endpoint)).toEqual(endpoint);
	});

	it.each([
		["type", { ...valid, type: "customer" }],
		["type", { ...valid, type: undefined }],
		["url", { ...valid, url: "http://crm.example.com" }],
		["url", { ...valid, url: 5 }],
		["method", { ...valid, method: "PUT" }],
		["method", { ...valid, method: "get" }],
		["timeout_ms", { ...valid, timeout_ms: 999 }],
		["timeout_ms", { ...valid, timeout_ms: 25_001 }],
		["timeout_ms", { ...valid, timeout_ms: 1_000.5 }],
		["cache_ttl_s", { ...valid, cache_ttl_s: -1 }],
		["cache_ttl_s", { ...valid, cache_ttl_s: 86_401 }],
		["", { ...valid, tiemout_ms: 5_000 }],
		["auth.type", { ...valid, auth: { type: "bearer", fields: { a: "b" } } }],
		["auth.type", { ...valid, auth: { type: "body", fields: { token: "t" } } }],
		["auth.fields", { ...valid, auth: { type: "header", fields: {} } }],
		["auth.fields.a", { ...valid, auth: { type: "query", fields: { a: 5 } } }],
		["auth.fields.password", { ...valid, auth: { type: "basic", fields: { username: "u" } } }],
		[
			"auth.fields.realm",
			{ ...valid, auth: { type: "basic", fields: { username: "u", password: "p", realm: "r" } } },
		],
		["auth.fields.Cookie", { ...valid, auth: { type: "header", fields: { Cookie: "a=b" } } }],
	])("is refused for its %j", (path, endpoint) => {
		expect(refused(endpoint)).toEqual([path]);
	});

	it("names everything that is wrong at once", () => {
		expect(
			refused({
				type: "x",
				url: "y",
				method: "GET",
				auth: { type: "body", fields: { " ": "z" } },
				timeout_ms: "1",
			}),
		).toEqual(["auth.fields. ", "auth.type", "timeout_ms", "type", "url"]);
	});

	it.each([null, 5, "x", [], undefined])("is not %j, and saying so does not throw", (value) => {
		expect(endpointSchema.safeParse(value).success).toBe(false);
	});

	it("never throws, whatever is given", () => {
		const fields = fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.jsonValue()));
		const auths = fc.record({
			type: fc.oneof(fc.constantFrom("header", "basic", "body", "query"), fc.string()),
			fields,
		});
		fc.assert(
			fc.property(fc.oneof(auths, fc.jsonValue()), (auth) => {
				endpointSchema.safeParse({ ...valid, auth });
				authSchema.safeParse(auth);
			}),
		);
	});
});

describe("an auth field", () => {
	it.each(["X-Api-Key", "Authorization", "x_key", "a", "!#$%&'*+.^_`|~9"])(
		"may be a header called %j",
		(name) => {
			expect(authFieldProblem("header", name, "value")).toBeNull();
		},
	);

	it.each(["X Key", "X:Key", "Ünicode", "X\n", "(x)", "a/b", '"x"'])(
		"may not be a header called %j",
		(name) => {
			expect(authFieldProblem("header", name, "value")).toBe("invalid-header-name");
		},
	);

	it.each([
		"Host",
		"cookie",
		"COOKIE",
		"Set-Cookie",
		"Origin",
		"Referer",
		"User-Agent",
		"Content-Length",
		"Date",
		"DNT",
		"Expect",
		"Keep-Alive",
		"TE",
		"Trailer",
		"Transfer-Encoding",
		"Upgrade",
		"Via",
		"Accept-Encoding",
		"Access-Control-Request-Method",
		"Proxy-Authorization",
		"Sec-Fetch-Mode",
	])("may not be the header %s, which the browser would drop", (name) => {
		expect(authFieldProblem("header", name, "value")).toBe("forbidden-header");
	});

	it.each(["Hosting", "X-Cookie", "Dated", "Viable", "Security"])(
		"may be %s, which only resembles one",
		(name) => {
			expect(authFieldProblem("header", name, "value")).toBeNull();
		},
	);

	it.each(["a\nb", "a\r\nX: y", "a\0", "\u007f", "日本", "emoji 🎉", "\u2019"])(
		"may not have the header value %j",
		(value) => {
			expect(authFieldProblem("header", "X-Key", value)).toBe("invalid-header-value");
		},
	);

	it.each(["", "plain", "ñ é ü ÿ", "a b", ";,="])("may have the header value %j", (value) => {
		expect(authFieldProblem("header", "X-Key", value)).toBeNull();
	});

	it.each(["body", "query", "basic"] as const)("may have any text as name and value in %s", (type) => {
		expect(authFieldProblem(type, "nämé x", "日本\n")).toBeNull();
	});

	it.each(["header", "body", "query", "basic"] as const)("needs a name in %s", (type) => {
		expect(authFieldProblem(type, " ", "x")).toBe("no-name");
	});

	it("is accepted only when fetch accepts it as a header", () => {
		const characters = fc.integer({ min: 0, max: 0x17f }).map((code) => String.fromCharCode(code));
		fc.assert(
			fc.property(
				fc.string({ unit: characters, minLength: 1 }),
				fc.string({ unit: characters }),
				(name, value) => {
					if (authFieldProblem("header", name, value) === null) new Headers({ [name]: value });
				},
			),
		);
	});
});

describe("endpointFingerprint", () => {
	it.each([
		{ ...valid, url: "https://crm.example.com/other" },
		{ ...valid, method: "POST" as const },
		{ ...valid, type: "globalSearch" as const },
	])("differs for %j", (endpoint) => {
		expect(endpointFingerprint(endpoint)).not.toBe(endpointFingerprint(valid));
	});

	it("holds no secret", () => {
		const secret = { type: "header" as const, fields: { "X-Api-Key": "s3cret-value" } };
		expect(endpointFingerprint({ ...valid, auth: secret })).not.toContain("s3cret-value");
	});

	it("stays when only the patience changes", () => {
		expect(endpointFingerprint({ ...valid, timeout_ms: 5_000, cache_ttl_s: 1 })).toBe(
			endpointFingerprint(valid),
		);
	});
});

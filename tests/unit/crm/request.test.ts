import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { maskAuth } from "@/lib/crm/authenticate";
import type { Auth, Endpoint } from "@/lib/crm/endpoint";
import { asksForLinked, buildRequest, customerParameters, maskedRequest } from "@/lib/crm/request";

const url = "https://crm.example.com/customer";
const phone = "+34612345678";
const related = ["+34911111111", "+34922222222"];

const endpointOf = (method: "GET" | "POST", auth?: Auth): Endpoint => ({
	type: "sidePanel_CustomerInfo",
	url,
	method,
	auth,
});
const none = customerParameters({ phone, relatedPhones: [] }, endpointOf("GET"));
const several = customerParameters({ phone, relatedPhones: related, customerId: "c 1" }, endpointOf("GET"));

const auths: Record<string, Auth | undefined> = {
	none: undefined,
	header: { type: "header", fields: { Authorization: "Bearer s3cret", "X-Shop": "one" } },
	basic: { type: "basic", fields: { username: "agent", password: "pässwörd" } },
	query: { type: "query", fields: { token: "a&b=c" } },
	body: { type: "body", fields: { token: "s3cret" } },
};

describe.each(["none", "header", "basic", "query"])("a GET with auth %s", (kind) => {
	it("sends parameters in the query, an array by repeating its name, and no body", () => {
		const request = buildRequest(endpointOf("GET", auths[kind]), several);
		const query = new URL(request.url).searchParams;
		expect(request).toMatchObject({ method: "GET", body: undefined, timeoutMs: 15_000 });
		expect(query.getAll("phone")).toEqual([phone]);
		expect(query.getAll("relatedphones")).toEqual(related);
		expect(query.get("customer_id")).toBe("c 1");
		expect(request.url).toContain("phone=%2B34612345678");
		expect(request.headers["Content-Type"]).toBeUndefined();
	});

	it("leaves out what is absent", () => {
		const query = new URL(buildRequest(endpointOf("GET", auths[kind]), none).url).searchParams;
		expect([...query.keys()]).toEqual(kind === "query" ? ["phone", "token"] : ["phone"]);
	});
});

describe.each(["none", "header", "basic", "query", "body"])("a POST with auth %s", (kind) => {
	it("sends parameters as a JSON body and none in the query", () => {
		const request = buildRequest(endpointOf("POST", auths[kind]), several);
		expect(request.headers).toMatchObject({ Accept: "application/json", "Content-Type": "application/json" });
		expect(JSON.parse(request.body ?? "")).toEqual({
			phone,
			relatedphones: related,
			customer_id: "c 1",
			...(kind === "body" && { token: "s3cret" }),
		});
		expect(new URL(request.url).search).toBe(kind === "query" ? "?token=a%26b%3Dc" : "");
	});

	it("leaves out what is absent", () => {
		const body = JSON.parse(buildRequest(endpointOf("POST", auths[kind]), none).body ?? "");
		expect(Object.keys(body)).toEqual(kind === "body" ? ["phone", "token"] : ["phone"]);
	});
});

describe.each(["GET", "POST"] as const)("credentials of a %s", (method) => {
	it("go into headers", () => {
		expect(buildRequest(endpointOf(method, auths.header), none).headers).toMatchObject({
			Authorization: "Bearer s3cret",
			"X-Shop": "one",
		});
	});

	it("go into basic authentication as UTF-8", () => {
		const { Authorization = "" } = buildRequest(endpointOf(method, auths.basic), none).headers;
		expect(Authorization).toMatch(/^Basic /);
		expect(Buffer.from(Authorization.slice(6), "base64").toString("utf8")).toBe("agent:pässwörd");
	});

	it("go into the query, replacing a parameter of the same name in the address", () => {
		const endpoint = { ...endpointOf(method, auths.query), url: `${url}?shop=1&token=old#top` };
		const request = buildRequest(endpoint, none);
		expect(new URL(request.url).searchParams.getAll("token")).toEqual(["a&b=c"]);
		expect(new URL(request.url).searchParams.get("shop")).toBe("1");
		expect(new URL(request.url).hash).toBe("");
	});
});

it("keeps the endpoint's own timeout", () => {
	expect(buildRequest({ ...endpointOf("GET"), timeout_ms: 2_000 }, none).timeoutMs).toBe(2_000);
});

it("sends numbers and texts as they are", () => {
	expect(
		new URL(buildRequest(endpointOf("GET"), { query: "a b&c", limit: 5 }).url).searchParams.toString(),
	).toBe("query=a+b%26c&limit=5");
	expect(buildRequest(endpointOf("POST"), { query: "a b&c", limit: 5 }).body).toBe(
		'{"query":"a b&c","limit":5}',
	);
});

describe("masking", () => {
	/** A secret starts with a letter that stands nowhere else in a request, so that finding it means it leaked. */
	const secrets = fc
		.string({ minLength: 3, unit: fc.constantFrom(...'Zq7&=+%/ é日"\\<ñ') })
		.map((text) => `Ω${text}`);
	const names = fc.stringMatching(/^X-[A-Z][a-z]{1,8}$/);
	const endpoints = fc
		.tuple(
			fc.constantFrom("header", "basic", "body", "query"),
			fc.dictionary(names, secrets, { minKeys: 1, maxKeys: 3 }),
			secrets,
		)
		.map(([type, fields, password]): Endpoint => {
			const auth: Auth =
				type === "basic" ? { type, fields: { username: "agent", password } } : { type, fields };
			return endpointOf(type === "body" ? "POST" : "GET", auth);
		});
	const secretsOf = ({ auth }: Endpoint) =>
		Object.entries(auth?.fields ?? {}).flatMap(([name, value]) => (name === "username" ? [] : [value]));

	it("leaves no secret in a request that is shown, in whatever encoding", () => {
		fc.assert(
			fc.property(endpoints, (endpoint) => {
				const shown = JSON.stringify(maskedRequest(endpoint, several));
				for (const secret of secretsOf(endpoint)) {
					const bytes = Buffer.from(`agent:${secret}`);
					const form = new URLSearchParams({ s: secret }).toString().slice(2);
					for (const trace of [
						secret,
						JSON.stringify(secret).slice(1, -1),
						encodeURIComponent(secret),
						form,
						bytes.toString("base64"),
					])
						expect(shown).not.toContain(trace);
				}
			}),
		);
	});

	it("shows the rest of the request as it is sent", () => {
		fc.assert(
			fc.property(endpoints, (endpoint) => {
				const [sent, shown] = [buildRequest(endpoint, several), maskedRequest(endpoint, several)];
				expect(Object.keys(shown.headers)).toEqual(Object.keys(sent.headers));
				expect([...new URL(shown.url).searchParams.keys()]).toEqual([
					...new URL(sent.url).searchParams.keys(),
				]);
				expect(Object.keys(JSON.parse(shown.body ?? "{}"))).toEqual(
					Object.keys(JSON.parse(sent.body ?? "{}")),
				);
				expect(new URL(shown.url).searchParams.get("phone")).toBe(
					new URL(sent.url).searchParams.get("phone"),
				);
			}),
		);
	});

	it("does not change what it masks", () => {
		const endpoint = endpointOf("GET", auths.header);
		maskedRequest(endpoint, none);
		expect(endpoint.auth?.fields.Authorization).toBe("Bearer s3cret");
	});

	it("keeps names and the user's name, and hides even an empty secret's length", () => {
		expect(maskAuth({ type: "basic", fields: { username: "agent", password: "" } }).fields).toEqual({
			username: "agent",
			password: "••••••",
		});
		expect(maskAuth({ type: "query", fields: { a: "1", b: "long secret" } }).fields).toEqual({
			a: "••••••",
			b: "••••••",
		});
	});

	it("is readable in the address", () => {
		expect(maskedRequest(endpointOf("GET", auths.query), none).url).toBe(
			`${url}?phone=%2B34612345678&token=••••••`,
		);
	});
});

describe("a credential named in the body", () => {
	const endpoint: Endpoint = {
		...endpointOf("POST", { type: "body", fields: { key: "s3{phone}", token: "" } }),
		body: { params: { args: ["{auth.key}", "{phone}", "{auth.token}", "x {auth.key}"] } },
	};
	const bodyOf = (request: { body?: string }) => JSON.parse(request.body ?? "");

	it("stands there as it is, and not beside the fields", () => {
		expect(bodyOf(buildRequest(endpoint, none))).toEqual({
			params: { args: ["s3{phone}", phone, "", "x {auth.key}"] },
		});
	});

	it("is masked where the request is shown", () => {
		expect(bodyOf(maskedRequest(endpoint, none)).params.args[0]).toBe("••••••");
	});

	it("leaves the others beside the fields, and is no word an agent can search for", () => {
		const body = { q: "{query}", key: "{auth.key}" };
		expect(bodyOf(buildRequest({ ...endpoint, body }, { query: "{auth.key}" }))).toEqual({
			q: "{auth.key}",
			key: "s3{phone}",
			token: "",
		});
	});
});

describe("a customer linked by hand whose number in the CRM is another", () => {
	const [linkedPhone = ""] = related;
	const query = { phone, relatedPhones: related, customerId: "7", linkedPhone };
	const asked = (template: string) => {
		const endpoint = { ...endpointOf("GET"), url: `${url}${template}` };
		return buildRequest(endpoint, customerParameters(query, endpoint)).url;
	};

	it("is asked for by that number where a number is all the CRM can be asked by", () => {
		expect(asked("?tel={phone_digits}")).toBe(`${url}?tel=34911111111`);
	});

	it("is asked for by the id where the CRM takes one", () => {
		expect(asked("/{customer_id}?tel={phone}")).toBe(`${url}/7?tel=${encodeURIComponent(phone)}`);
	});

	it("is asked for by the contact's number, with the id, as the contract says", () => {
		expect(new URL(asked("")).searchParams.get("phone")).toBe(phone);
		expect(new URL(asked("")).searchParams.get("customer_id")).toBe("7");
		expect(asked("")).not.toContain("linked");
	});
});

describe("a linked customer whose number the CRM writes without a country", () => {
	const endpointAt = (template: string): Endpoint => ({ ...endpointOf("GET"), url: `${url}${template}` });
	const query = { relatedPhones: [], customerId: "7", linkedPhone: "612345678" };
	const asked = (template: string) =>
		buildRequest(endpointAt(template), customerParameters(query, endpointAt(template))).url;

	it("is asked for by the digits as the CRM has them", () => {
		expect(asked("?tel={phone}")).toBe(`${url}?tel=612345678`);
		expect(asked("?tel={phone_digits}")).toBe(`${url}?tel=612345678`);
		expect(asked("?tel={phone_national}")).toBe(`${url}?tel=612345678`);
	});

	it("is asked for by the id alone as the contract says: its phone is E.164", () => {
		expect(asked("")).toBe(`${url}?customer_id=7`);
	});

	it.each([
		["by their id", "?id={customer_id}", { ...query, linkedPhone: undefined }, true],
		["by the contract", "", { ...query, linkedPhone: undefined }, true],
		["by their number", "?tel={phone}", query, true],
		["by nothing of theirs", "?tel={phone}", { ...query, linkedPhone: undefined }, false],
		["by another's number", "?tel={phone}", { ...query, phone, linkedPhone: undefined }, false],
		["as nobody who is linked", "?tel={phone}", { phone, relatedPhones: [] }, true],
	])("asked for %s", (_how, template, asked, expected) => {
		expect(asksForLinked(asked, endpointAt(template))).toBe(expected);
	});
});

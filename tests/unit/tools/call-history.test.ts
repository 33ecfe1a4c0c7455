import { describe, expect, it } from "vitest";
import { masked } from "@/lib/crm/auth-field";
import { type MadeCall, madeCall, readCallHistory, withCall } from "@/lib/tools/call-history";
import { maskedCall } from "@/lib/tools/masked-call";

const secret = "the-secret-itself";
const call = (input: object, name = "any_tool") => ({ name, arguments: input });

describe("a call that is kept", () => {
	it.each([
		["the webhook's secret", { webhook_secret: secret }],
		["a secret of a field that does not exist", { webhook_secrets: secret, apiKey: secret, Token: secret }],
		["a header", { add_crm_endpoint: { auth: { type: "header", fields: { Authorization: secret } } } }],
		["a header called type", { auth: { type: "header", fields: { type: secret } } }],
		["a password", { auth: { type: "basic", fields: { username: "ana", password: secret } } }],
		["a user name that is none", { auth: { type: "query", fields: { username: secret } } }],
		["an auth without fields", { auth: { type: "header", value: secret } }],
		["an auth that is a text", { auth: secret }],
		["an auth with lists", { auth: { fields: [[secret], { any: secret }] } }],
		["a function in a list", { add_function: [{ auth: { type: "query", fields: { key: secret } } }] }],
		[
			"a function of the older form",
			{ add_function: { parameters: { properties: { endpoint: { auth: { fields: { k: secret } } } } } } },
		],
		["a function as text", { add_function: JSON.stringify({ auth: { fields: { key: secret } } }) }],
		["a function as broken text", { add_function: `{ "auth": { "fields": { "key": "${secret}" } }` }],
		["a function's fixed argument", { add_function: { fixed: { api_key: secret } } }],
		["a password in a URL", { webhook_url: `https://ana:${secret}@hooks.example.com/x` }],
	])("does not hold %s", (_, input) => {
		for (const one of [call(input), { jsonrpc: "2.0", id: 1, params: call(input) }]) {
			const kept = JSON.stringify(maskedCall(one));
			expect(kept).not.toContain(secret);
			expect(kept).toContain(masked);
		}
	});

	it("is otherwise what it was", () => {
		const input = {
			webhook_enabled: true,
			webhook_url: "https://hooks.example.com/x?a=b@c",
			webhook_secret: "",
			auth: { type: "basic", fields: { username: "ana", password: masked } },
			add_function: { parameters: { properties: { token: { type: "string", description: "A token" } } } },
			count: 3,
			nothing: null,
		};
		expect(maskedCall(call(input))).toEqual(call(input));
	});

	it("is kept by its name alone when it is long", () => {
		const made = madeCall({ ...about, name: "n".repeat(500), call: call({ text: "x".repeat(30_000) }) });
		expect(made.text).toBeNull();
		expect(made.name).toHaveLength(100);
	});
});

const about = { id: "1", name: "any_tool", outcome: "done", at: 1_000, durationMs: 5 } as const;

describe("the history", () => {
	const made = (index: number): MadeCall => madeCall({ ...about, id: `${index}`, call: call({ index }) });
	const many = Array.from({ length: 60 }, (_, index) => made(index));

	it("has the newest call first, and forgets the oldest", () => {
		const history = many.reduce<MadeCall[]>(withCall, []);
		expect(history.map(({ id }) => id)).toEqual(Array.from({ length: 50 }, (_, index) => `${59 - index}`));
	});

	it("has a call that is made again once, at the top", () => {
		const history = [made(1), made(2), { ...made(1), id: "again" }].reduce<MadeCall[]>(withCall, []);
		expect(history.map(({ id }) => id)).toEqual(["again", "2"]);
	});

	it("tells calls too long to be kept apart", () => {
		const long = { ...made(1), text: null };
		expect(withCall([long], { ...long, id: "other" })).toHaveLength(2);
	});

	it("is read as it was stored, and is empty when something else is stored", () => {
		const history = [made(1)];
		expect(readCallHistory(JSON.parse(JSON.stringify(history)))).toEqual(history);
		for (const stored of [undefined, null, {}, [{ id: 1 }], "text"])
			expect(readCallHistory(stored)).toEqual([]);
	});
});

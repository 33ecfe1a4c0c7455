import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { masked } from "@/lib/crm/auth-field";
import { maskChanges } from "@/lib/settings/secrets";
import { createToolWorld, endpoint, settingsWith } from "./tool-world";

const search = { type: "globalSearch", url: "http://localhost:3000/s", method: "POST" } as const;

describe("update_crm_endpoints", () => {
	it("adds an endpoint and keeps those of other types", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint) });
		const { text, isError } = await world.call("update_crm_endpoints", { add_crm_endpoint: search });
		expect([isError, text]).toEqual([false, "globalSearch is now POST http://localhost:3000/s."]);
		expect(world.stored()).toEqual(settingsWith(endpoint, search));
	});

	it("takes a mapping that is JSONata, and refuses another by its path without changing anything", async () => {
		const world = createToolWorld();
		const mapped = { ...search, mapping: 'hits.{ "title": name }' };
		expect((await world.call("update_crm_endpoints", { add_crm_endpoint: mapped })).isError).toBe(false);
		expect(world.stored()).toEqual(settingsWith(mapped));
		const refused = await world.call("update_crm_endpoints", {
			add_crm_endpoint: { ...search, mapping: "hits.{" },
		});
		expect(refused).toMatchObject({ code: -32602, paths: ["add_crm_endpoint.mapping"] });
		expect(world.stored()).toEqual(settingsWith(mapped));
	});

	it("takes the sign-in of another endpoint of the same server for a masked one", async () => {
		const auth = { type: "header", fields: { "X-Key": "hunter22" } } as const;
		const wanted = { type: "header", fields: { "X-Key": masked } };
		const world = createToolWorld({ stored: settingsWith({ ...search, auth }) });
		const added = { ...endpoint, url: "http://localhost:3000/c" };
		await world.call("update_crm_endpoints", { add_crm_endpoint: { ...added, auth: wanted } });
		expect(world.stored()).toEqual(settingsWith({ ...added, auth }, { ...search, auth }));
		const elsewhere = { ...endpoint, auth: wanted };
		const refused = await world.call("update_crm_endpoints", { add_crm_endpoint: elsewhere });
		expect(refused).toMatchObject({ isError: true, text: expect.stringContaining('"X-Key"') });
	});

	it("keeps its own sign-in rather than another's", async () => {
		const auth = (key: string) => ({ type: "header", fields: { "X-Key": key } }) as const;
		const own = { ...endpoint, url: "http://localhost:3000/c", auth: auth("own") };
		const world = createToolWorld({ stored: settingsWith({ ...search, auth: auth("other") }, own) });
		await world.call("update_crm_endpoints", { add_crm_endpoint: { ...own, auth: auth(masked) } });
		expect(world.stored()).toEqual(settingsWith({ ...search, auth: auth("other") }, own));
	});

	it("replaces the endpoint of the same type", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint, search) });
		const added = {
			...endpoint,
			url: "https://other.example/",
			auth: { type: "query", fields: { t: "x" } },
			timeout_ms: 5_000,
		};
		const { text } = await world.call("update_crm_endpoints", { add_crm_endpoint: added });
		expect(text).toContain("replaces");
		expect(world.stored()).toEqual(settingsWith(added, search));
	});

	it("removes an endpoint by its type", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint, search) });
		expect((await world.call("update_crm_endpoints", { remove_crm_endpoint: "globalSearch" })).text).toBe(
			"globalSearch was removed.",
		);
		expect(world.stored()).toEqual(settingsWith(endpoint));
	});

	it("says so when there is none to remove", async () => {
		const world = createToolWorld({ stored: settingsWith(endpoint) });
		expect(await world.call("update_crm_endpoints", { remove_crm_endpoint: "globalSearch" })).toMatchObject({
			isError: true,
			text: expect.stringContaining("There is no endpoint of type globalSearch"),
		});
		expect(world.stored()).toEqual(settingsWith(endpoint));
	});

	it.each([{}, { add_crm_endpoint: endpoint, remove_crm_endpoint: "globalSearch" }])(
		"refuses %j: one change a call",
		async (input) => {
			const world = createToolWorld({ stored: settingsWith(endpoint) });
			expect(await world.call("update_crm_endpoints", input)).toMatchObject({
				code: -32602,
				message: expect.stringContaining("either"),
			});
			expect(world.writes).toBe(0);
		},
	);
});

describe("an endpoint whose server Chatside may not reach", () => {
	it("is stored, and the answer says what is to be granted first", async () => {
		const world = createToolWorld();
		world.permitted = false;
		const { text } = await world.call("update_crm_endpoints", { add_crm_endpoint: endpoint });
		expect(text).toContain("Nothing can be sent there until access is granted");
	});

	it("is to be stored before it can be granted and tested", async () => {
		const world = createToolWorld();
		world.permitted = false;
		const unknown = await world.call("test_crm_endpoint", endpoint);
		expect(unknown).toMatchObject({
			isError: true,
			text: expect.stringContaining("Store the endpoint first"),
		});
		await world.call("update_crm_endpoints", { add_crm_endpoint: endpoint });
		expect((await world.call("test_crm_endpoint", endpoint)).text).not.toContain("Store the endpoint first");
	});
});

describe("update_crm_endpoints refuses", () => {
	it.each([
		["a type outside the five", { type: "x" }, "type"],
		["a method outside the list", { method: "PUT" }, "method"],
		["a URL without scheme", { url: "crm.example.com/c" }, "url"],
		["credentials in the URL", { url: "https://u:p@crm.example.com/c" }, "url"],
		["a file URL", { url: "file:///etc/passwd" }, "url"],
		["a script URL", { url: "javascript:alert(1)" }, "url"],
		["http to a public host", { url: "http://crm.example.com/c" }, "url"],
		["a number deep inside", { auth: { type: "header", fields: { "X-Key": 5 } } }, "auth.fields.X-Key"],
	])("%s, and changes nothing", async (_case, wrong, path) => {
		const world = createToolWorld({ stored: settingsWith(endpoint) });
		const added = await world.call("update_crm_endpoints", { add_crm_endpoint: { ...endpoint, ...wrong } });
		expect([added.code, added.paths]).toEqual([-32602, [`add_crm_endpoint.${path}`]]);
		expect([world.writes, world.stored()]).toEqual([0, settingsWith(endpoint)]);
	});
});

describe("get_crm_endpoints", () => {
	it("lists endpoints for people and for programs", async () => {
		const { text, data } = await createToolWorld({ stored: settingsWith(endpoint, search) }).call(
			"get_crm_endpoints",
		);
		expect(text).toBe(
			"sidePanel_CustomerInfo: GET https://crm.example.com/c\nglobalSearch: POST http://localhost:3000/s",
		);
		expect(data).toEqual({ crm_endpoints: [endpoint, search] });
	});

	it("says when there is none", async () => {
		expect((await createToolWorld().call("get_crm_endpoints")).text).toBe("No CRM endpoint is set.");
	});
});

describe("secrets", () => {
	const secrets = fc.stringMatching(/^[A-Za-z0-9+/=_ -]{4,30}$/).map((text) => `Ω${text}`.replace("Ω", "þ"));
	const auths = fc
		.tuple(fc.constantFrom("header", "basic", "query", "body"), fc.stringMatching(/^X-[A-Z]{3,8}$/), secrets)
		.map(([type, name, secret]) => ({
			secret,
			auth: { type, fields: type === "basic" ? { username: "agent", password: secret } : { [name]: secret } },
		}));

	it("appear in no answer of any tool", async () => {
		await fc.assert(
			fc.asyncProperty(auths, async ({ secret, auth }) => {
				const world = createToolWorld({ text: '{"found":true,"customer":{"name":"Ana"}}' });
				const given = { ...endpoint, method: "POST", auth };
				const answers = [
					await world.call("update_crm_endpoints", { add_crm_endpoint: given }),
					await world.call("get_crm_endpoints"),
					await world.call("test_crm_endpoint", given),
				];
				expect(answers.map(({ isError }) => isError)).toEqual([false, false, false]);
				world.permitted = false;
				answers.push(await world.call("test_crm_endpoint", given));
				const shown = JSON.stringify(answers);
				const form = new URLSearchParams({ s: secret }).toString().slice(2);
				for (const trace of [
					secret,
					encodeURIComponent(secret),
					form,
					Buffer.from(`agent:${secret}`).toString("base64"),
				])
					expect(shown).not.toContain(trace);
				expect(JSON.stringify(world.stored())).toContain(secret);
			}),
			{ numRuns: 60 },
		);
	});
});

describe("texts whose name says that they are a secret", () => {
	const given = {
		...endpoint,
		method: "POST",
		url: `${endpoint.url}?api_key=u-111&lang=es`,
		body: { phone: "{phone}", auth_token: "b-222", max_tokens: 7, list: [{ password: "b-333", id: "8" }] },
		headers: { "X-Api-Key": "k-123", "X-Token": "{phone}", "X-Shop": "7" },
		query: { access_token: "t-456", page: "1" },
		steps: [
			{
				url: "https://crm.example.com/d?sig=v-444",
				method: "POST",
				headers: { Authorization: "s-789" },
				body: { token: "w-555" },
			},
		],
	};

	const values = /k-123|t-456|s-789|u-111|b-222|b-333|v-444|w-555/;

	it("are masked in what is read, shown and sent back, and the others are not", async () => {
		const world = createToolWorld({ stored: settingsWith(given) });
		const read = await world.call("get_crm_endpoints");
		const answers = [
			read,
			await world.call("test_crm_endpoint", given),
			await world.call("get_crm_health_status"),
			await world.call("update_crm_endpoints", { add_crm_endpoint: given }),
		];
		world.permitted = false;
		answers.push(await world.call("test_crm_endpoint", given));
		for (const { response } of answers) expect(JSON.stringify(response)).not.toMatch(values);
		expect(read.data).toMatchObject({
			crm_endpoints: [
				{
					url: `${endpoint.url}?api_key=${masked}&lang=es`,
					headers: { "X-Api-Key": masked, "X-Token": "{phone}", "X-Shop": "7" },
					query: { page: "1" },
					body: {
						phone: "{phone}",
						auth_token: masked,
						max_tokens: 7,
						list: [{ password: masked, id: "8" }],
					},
				},
			],
		});
		expect(world.sent[0]?.headers).toMatchObject({ "X-Api-Key": "k-123" });
		expect(world.sent[0]?.url).toContain("api_key=u-111");
		expect(JSON.parse(world.sent[0]?.body ?? "")).toMatchObject({ auth_token: "b-222" });
	});

	it("keep what is stored when they come back masked, for the same server alone", async () => {
		const world = createToolWorld({ stored: settingsWith(given) });
		const { data } = await world.call("get_crm_endpoints");
		const [shown] = (data as { crm_endpoints: (typeof given)[] }).crm_endpoints;
		const again = { ...shown, timeout_ms: 4_000 };
		expect((await world.call("update_crm_endpoints", { add_crm_endpoint: again })).isError).toBe(false);
		expect(world.stored()).toEqual(settingsWith({ ...given, timeout_ms: 4_000 }));
		const elsewhere = { ...again, url: `https://other.example.com/c?api_key=${masked}`, steps: undefined };
		const refused = await world.call("update_crm_endpoints", { add_crm_endpoint: elsewhere });
		expect(refused).toMatchObject({ isError: true });
		for (const name of ["api_key", "auth_token", "password", "X-Api-Key", "access_token"])
			expect(refused.text).toContain(`"${name}"`);
		expect(world.stored()).toEqual(settingsWith({ ...given, timeout_ms: 4_000 }));
	});

	it("are told to be others when nothing but they were changed", () => {
		const after = {
			...given,
			url: given.url.replace("u-111", "u-999"),
			headers: { ...given.headers, "X-Api-Key": "k-999" },
			body: { ...given.body, auth_token: "b-999" },
		};
		const [change] = maskChanges([{ path: "crm_endpoints.sidePanel_CustomerInfo", before: given, after }]);
		expect(change?.secretFields?.toSorted()).toEqual(["body", "headers", "url"]);
		expect(JSON.stringify(change)).not.toMatch(/k-|u-|b-/);
	});
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluateJob } from "@/lib/mapping/evaluate";
import { exportSettings, planImport } from "@/lib/settings/export-file";
import { readPolicy } from "@/lib/settings/policy";
import { defaultSettings, type Settings, settingsSchema } from "@/lib/settings/schema";
import { arbitrarySettings } from "../../fixtures/settings/arbitrary-settings";

const settings: Settings = {
	...defaultSettings,
	webhook: { ...defaultSettings.webhook, url: "https://hooks.example", secret: "webhook-secret" },
	crm_endpoints: [
		{
			type: "sidePanel_CustomerInfo",
			url: "https://crm.example.com/c",
			method: "POST",
			auth: { type: "basic", fields: { username: "anna", password: "her-password" } },
		},
	],
	selector_overrides: { title: ["#t"] },
};
const nobody = readPolicy({});

async function plan(file: unknown, current = defaultSettings, policy = nobody) {
	const planned = await planImport(file, current, policy, { run: evaluateJob });
	if (!planned.ok) throw new Error(planned.failure.reason);
	return planned.value;
}

/** As it comes back from a file. */
const written = (secrets: boolean): unknown =>
	JSON.parse(JSON.stringify(exportSettings(settings, secrets, 0)));

describe("exported settings", () => {
	it("hold no secret unless they were asked for", () => {
		expect(JSON.stringify(written(false))).not.toMatch(/webhook-secret|her-password/);
		expect(written(true)).toMatchObject({ format: "chatside-settings", version: 6, secrets: true, settings });
	});

	it("with secrets are imported as they were", async () => {
		const planned = await plan(written(true));
		expect(planned.settings).toEqual(settings);
		expect(planned.secretsMissing).toEqual([]);
		expect(planned.changes.map(({ path }) => path)).toEqual([
			"crm_endpoints.sidePanel_CustomerInfo",
			"selector_overrides.title",
			"webhook.secret",
			"webhook.url",
		]);
		expect(JSON.stringify(planned.changes)).not.toMatch(/webhook-secret|her-password/);
	});

	it("without secrets keep those of the browser they come to", async () => {
		expect((await plan(written(false), settings)).changes).toEqual([]);
	});

	it("without secrets come without sign-in to a browser that has none, which is said", async () => {
		const planned = await plan(written(false));
		expect(planned.secretsMissing).toEqual(["webhook.secret", "crm_endpoints.sidePanel_CustomerInfo"]);
		expect(planned.settings.webhook.secret).toBe("");
		expect(planned.settings.crm_endpoints[0]).not.toHaveProperty("auth");
	});

	it("without secrets keep or lack those of addresses, bodies and fixed arguments likewise", async () => {
		const [endpoint] = settings.crm_endpoints;
		if (!endpoint) throw new Error("There is no endpoint");
		const { auth: _, ...plain } = endpoint;
		const full = settingsSchema.parse({
			...settings,
			webhook: { ...settings.webhook, url: "https://hooks.example/in?token=w-1&lang=es" },
			crm_endpoints: [
				{ ...plain, method: "POST", url: "https://crm.example/c?key=u-1", body: { token: "b-1", id: 7 } },
			],
			custom_functions: [
				{ name: "f", endpoint: "https://crm.example/{shop_token}?sig=f-1", fixed: { shop_token: "f-2" } },
			],
		});
		const file = JSON.parse(JSON.stringify(exportSettings(full, false, 0)));
		expect(JSON.stringify(file)).not.toMatch(/[wubf]-[12]/);
		expect((await plan(file, full)).changes).toEqual([]);
		const planned = await plan(file);
		expect(planned.secretsMissing).toEqual([
			"webhook.secret",
			"webhook.url",
			"crm_endpoints.sidePanel_CustomerInfo",
			"custom_functions.f",
		]);
		expect(planned.settings).toMatchObject({
			webhook: { url: "https://hooks.example/in?lang=es" },
			crm_endpoints: [{ url: "https://crm.example/c", body: { token: "", id: 7 } }],
			custom_functions: [{ endpoint: "https://crm.example/{shop_token}", fixed: { shop_token: "" } }],
		});
	});

	it("do not carry a secret to another server", async () => {
		const [endpoint] = settings.crm_endpoints;
		const elsewhere = endpoint ? { ...endpoint, url: "https://other.example/c" } : undefined;
		const planned = await plan(written(false), { ...settings, crm_endpoints: elsewhere ? [elsewhere] : [] });
		expect(planned.secretsMissing).toEqual(["crm_endpoints.sidePanel_CustomerInfo"]);
	});
});

describe("any settings", () => {
	const roundTrip = (exported: Settings, secrets: boolean, current: Settings) =>
		plan(JSON.parse(JSON.stringify(exportSettings(exported, secrets, 0))), current);

	it("come back exactly from a file with secrets, whatever is there now", async () => {
		await fc.assert(
			fc.asyncProperty(arbitrarySettings, arbitrarySettings, async (exported, current) => {
				const planned = await roundTrip(exported, true, current);
				expect(planned).toMatchObject({ secretsMissing: [], locked: [] });
				expect(planned.settings).toEqual(exported);
			}),
			{ numRuns: 40 },
		);
	});

	it("come back exactly from a file without secrets where the secrets still are", async () => {
		await fc.assert(
			fc.asyncProperty(arbitrarySettings, async (settings) => {
				expect((await roundTrip(settings, false, settings)).settings).toEqual(settings);
			}),
			{ numRuns: 40 },
		);
	});
});

describe("an import", () => {
	it("removes what the file does not have", async () => {
		const planned = await plan(exportSettings(defaultSettings, true, 0), settings);
		expect(planned.settings).toEqual(defaultSettings);
	});

	it("takes files of older versions", async () => {
		const file = {
			format: "chatside-settings",
			version: 1,
			settings: { version: 1, crm_endpoints: [], selector_overrides: {} },
		};
		expect((await plan(file, settings)).settings).toEqual(defaultSettings);
	});

	it("leaves what the organisation sets, and says so", async () => {
		const policy = readPolicy({ webhook_url: "https://company.example" });
		const planned = await plan(written(true), defaultSettings, policy);
		expect(planned.settings.webhook.url).toBe("https://company.example");
		expect(planned.locked).toEqual(["webhook.url"]);
	});

	it("may hold a broken mapping where the organisation sets another", async () => {
		const endpoint = { type: "globalSearch", url: "https://crm.example.com/s", method: "GET" };
		const file = {
			format: "chatside-settings",
			version: 2,
			settings: { ...settings, crm_endpoints: [{ ...endpoint, mapping: "hits.{" }] },
		};
		const planned = await plan(file, defaultSettings, readPolicy({ crm_endpoints: [endpoint] }));
		expect(planned.settings.crm_endpoints).toEqual([endpoint]);
	});

	it("has another fingerprint when file or settings differ", async () => {
		const prints = await Promise.all([
			plan(written(true)),
			plan(written(true)),
			plan(written(false)),
			plan(written(true), settings),
		]);
		expect(new Set(prints.map(({ fingerprint }) => fingerprint)).size).toBe(3);
	});

	it.each([
		["no export at all", { hello: 1 }, { reason: "not-an-export" }],
		["null", null, { reason: "not-an-export" }],
		[
			"a newer version",
			{ format: "chatside-settings", version: 9, settings: { version: 9 } },
			{ reason: "newer-version", version: 9 },
		],
		[
			"a mapping that is no JSONata, with its place",
			{
				format: "chatside-settings",
				version: 2,
				settings: {
					...settings,
					crm_endpoints: [
						{ type: "globalSearch", url: "https://crm.example.com/s", method: "GET", mapping: "hits" },
						{ ...settings.crm_endpoints[0], mapping: '{\n\t"name": given given\n}' },
					],
				},
			},
			{
				reason: "broken-mappings",
				mappings: [
					{
						type: "sidePanel_CustomerInfo",
						fault: expect.objectContaining({ problem: "syntax", line: 2, column: 16 }),
					},
				],
			},
		],
		[
			"an endpoint that cannot be",
			{ format: "chatside-settings", version: 2, settings: { ...settings, crm_endpoints: [{ type: "x" }] } },
			{ reason: "unreadable", detail: expect.stringContaining("crm_endpoints.0") },
		],
	])("refuses %s", async (_case, file, failure) => {
		expect(await planImport(file, defaultSettings, nobody, { run: evaluateJob })).toEqual({
			ok: false,
			failure,
		});
	});
});

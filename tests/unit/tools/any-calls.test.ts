import fc from "fast-check";
import { expect, it } from "vitest";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { exportSettings, planImport } from "@/lib/settings/export-file";
import { importSettings } from "@/lib/settings/import-settings";
import { defaultSettings, settingsSchema } from "@/lib/settings/schema";
import { tools } from "@/lib/tools/registry";
import { arbitrarySettings } from "../../fixtures/settings/arbitrary-settings";
import { createToolWorld } from "./tool-world";

type World = ReturnType<typeof createToolWorld>;

const url = fc.constantFrom(
	"https://a.example/x",
	"http://localhost:3000/",
	"",
	"a.example",
	"http://a.example/",
	"https://user:password@a.example/",
	"file:///etc/passwd",
	"javascript:alert(1)",
);
const auth = fc.constantFrom(
	{ type: "header", fields: { "X-Key": "secret-key" } },
	{ type: "header", fields: { "X-Key": "••••••" } },
	{ type: "body", fields: { token: "secret-key" } },
	{ type: "basic", fields: {} },
);
const endpoint = fc.record(
	{
		type: fc.constantFrom(...endpointTypes, "x"),
		url,
		method: fc.constantFrom("GET", "POST", "PUT"),
		auth,
		cache_ttl_s: fc.constantFrom(5, -1),
		other: fc.constant(1),
	},
	{ requiredKeys: ["type", "url", "method"] },
);
const name = fc.constantFrom("find", "create", "has space", "", "__proto__", "toString");
const parameters = fc.oneof(
	fc.constant({ type: "object", properties: { id: { type: "string" } } }),
	fc.dictionary(fc.string(), fc.jsonValue()).map((properties) => ({ type: "object", properties })),
	fc.jsonValue(),
);
const definition = fc.record(
	{ name, endpoint: url, method: fc.constantFrom("GET", "POST", "get"), parameters, auth },
	{ requiredKeys: ["name", "endpoint"] },
);
const added = fc.oneof(
	definition,
	definition.map((one) => JSON.stringify(one)),
	definition.map((one) => ({ type: "function", function: one })),
	fc.array(definition, { maxLength: 3 }),
	fc.string(),
	fc.jsonValue(),
);
const webhook = fc.record(
	{
		webhook_enabled: fc.boolean(),
		webhook_url: url,
		webhook_secret: fc.constantFrom("", "short", "long enough"),
		webhook_events: fc.constantFrom([], ["phone.detected"], ["x"]),
	},
	{ requiredKeys: [] },
);

type Call = { name: string; input: unknown };
const call = (name: string, input: fc.Arbitrary<unknown>): fc.Arbitrary<Call[]> =>
	input.map((drawn) => [{ name, input: drawn }]);
const calls = fc.oneof(
	call("update_crm_endpoints", fc.record({ add_crm_endpoint: endpoint })),
	call("update_crm_endpoints", fc.record({ remove_crm_endpoint: fc.constantFrom(...endpointTypes, "x") })),
	call("update_custom_functions", fc.record({ add_function: added })),
	call("update_custom_functions", fc.record({ remove_function: name, add_function: added })),
	call("update_custom_functions", fc.record({ remove_function: name })),
	// As a person does it, and as somebody who does not care for the warning.
	webhook.map((patch) => [
		{ name: "configure_webhooks", input: patch },
		{ name: "configure_webhooks", input: { ...patch, confirm: true } },
	]),
	call(
		"configure_webhooks",
		webhook.map((patch) => ({ ...patch, confirm: true })),
	),
	call("test_webhook", fc.record({ webhook_url: url }, { requiredKeys: [] })),
	call("test_crm_endpoint", endpoint),
	fc
		.tuple(fc.constantFrom(...tools.map((tool) => tool.name), "no_such_tool"), fc.jsonValue())
		.map(([name, input]) => [{ name, input }]),
);

/** Does something to the settings; whether it was refused. */
type Step = (world: World) => Promise<{ refused: boolean }>;
const steps: fc.Arbitrary<Step[]> = fc.oneof(
	{
		weight: 8,
		arbitrary: calls.map((list) =>
			list.map(
				({ name, input }): Step =>
					async (world) => {
						const { code, isError, data } = await world.call(name, input);
						const changes = name.startsWith("update_") || (data as { applied?: boolean })?.applied === true;
						return { refused: code !== undefined || isError === true || !changes };
					},
			),
		),
	},
	fc
		.nat({ max: 12 })
		.map((id): Step[] => [async (world) => ({ refused: !(await world.context().settings.undo(id)).ok })]),
	fc.constant<Step[]>([
		// There is nothing to restore as long as the settings can be read.
		async (world) => ({ refused: (await world.context().settings.restore()).ok }),
	]),
	fc
		.tuple(fc.oneof(arbitrarySettings, fc.jsonValue()), fc.boolean(), fc.boolean())
		.map(([settings, secrets, shown]): Step[] => [
			async (world) => {
				const { settings: store, mapping } = world.context();
				const parsed = settingsSchema.safeParse(settings);
				const file = parsed.success
					? exportSettings(parsed.data, secrets, 0)
					: { format: "chatside-settings", version: 2, settings };
				const read = await store.read();
				const planned = read.ok ? await planImport(file, read.value, await store.policy(), mapping) : read;
				const fingerprint = planned.ok && shown ? planned.value.fingerprint : "another";
				return { refused: !(await importSettings(store, mapping, file, fingerprint)).ok };
			},
		]),
);

it("after any calls, undoing and importing on a storage that is full at times, the settings parse, and what was refused changed nothing", async () => {
	const turn = fc.tuple(
		steps,
		fc.nat({ max: 3 }).map((drawn) => drawn === 0),
	);
	await fc.assert(
		fc.asyncProperty(fc.array(turn, { maxLength: 10 }), async (turns) => {
			const world = createToolWorld();
			const { set } = world.storage;
			for (const [doAll, full] of turns) {
				world.storage.set = full ? () => Promise.reject(new Error("QUOTA_BYTES quota exceeded")) : set;
				for (const step of doAll) {
					const before = structuredClone(world.storage.values);
					const { refused } = await step(world);
					if (refused || full) expect(world.storage.values).toEqual(before);
					const stored = settingsSchema.safeParse(world.stored() ?? defaultSettings);
					expect(stored.error?.issues).toBeUndefined();
					expect(await world.context().settings.read()).toEqual({ ok: true, value: stored.data });
				}
			}
		}),
		{ numRuns: 80 },
	);
});

import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { assistantSchema } from "@/lib/assistant/settings-schema";
import { bridgeSchema } from "@/lib/bridge/settings-schema";
import { endpointSchema } from "@/lib/crm/endpoint";
import { followUpSchema } from "@/lib/followup/settings-schema";
import { policyValues, readPolicy } from "@/lib/settings/policy";

type ManagedValue = {
	title: string;
	description: string;
	type: string;
	properties?: Record<string, unknown>;
	items?: { type: string; properties?: Record<string, unknown> };
};
const { properties: described }: { properties: Record<string, ManagedValue> } = JSON.parse(
	readFileSync(resolve(import.meta.dirname, "../../../public/managed-schema.json"), "utf8"),
);

/** A value of each type an administrator can set, good enough to be used. */
const examples: Record<string, unknown> = {
	webhook_enabled: true,
	webhook_url: "https://hooks.example/in",
	webhook_secret: "a good secret",
	webhook_events: ["phone.detected"],
	crm_endpoints: [{ type: "globalSearch", url: "https://crm.example.com/s", method: "GET" }],
	assistant: { provider: "openai-compatible", base_url: "https://models.example/v1", api_key: "k" },
	followup: { enabled: true, run_days: [1, 2], templates: [{ text: "Hello {name}" }] },
	bridge: { enabled: false },
	bridge_clients: { "stdio:some-client": { access: "read", tools: [] } },
	custom_functions: ['{"name":"stock","endpoint":"https://stock.example"}'],
};

const typeOf = (value: unknown) => (Array.isArray(value) ? "array" : typeof value);

describe("the policy described to the browser", () => {
	it("has the names that are read, and no others", () => {
		expect(Object.keys(described).toSorted()).toEqual(Object.keys(policyValues).toSorted());
	});

	it.each(Object.entries(described))("lets %s be of the type that is read", (name, value) => {
		expect(value.type).toBe(typeOf(examples[name]));
		if (Array.isArray(examples[name])) expect(value.items?.type).toBe(typeOf(examples[name][0]));
		expect(readPolicy({ [name]: examples[name] })).toMatchObject({ problems: [] });
		expect(readPolicy({ [name]: { no: "value" } }).problems).toMatchObject([{ name }]);
	});

	it("lets an endpoint have every field there is", () => {
		const fields = Object.keys(described.crm_endpoints?.items?.properties ?? {});
		expect(fields.toSorted()).toEqual(Object.keys(endpointSchema.shape).toSorted());
	});

	it("lets the assistant have every field there is", () => {
		const fields = Object.keys(described.assistant?.properties ?? {});
		expect(fields.toSorted()).toEqual(Object.keys(assistantSchema.shape).toSorted());
	});

	it("lets the follow-up have every field there is", () => {
		const fields = Object.keys(described.followup?.properties ?? {});
		expect(fields.toSorted()).toEqual(Object.keys(followUpSchema.shape).toSorted());
	});

	it("lets the bridge have every field there is", () => {
		const fields = Object.keys(described.bridge?.properties ?? {});
		expect(fields.toSorted()).toEqual(Object.keys(bridgeSchema.shape).toSorted());
	});

	it("lets a wording that says not when it is meant fit everything", () => {
		expect(readPolicy({ followup: { templates: [{ text: "Hello" }] } }).items).toEqual({
			"followup.templates": [
				{ text: "Hello", language: null, outcome: null, objection: null, attempt: null },
			],
		});
	});

	it("explains each value", () => {
		for (const { title, description } of Object.values(described)) {
			expect(title).toMatch(/\S/);
			expect(description).toMatch(/\.$/);
		}
	});
});

it.each(["toString", "__proto__", "constructor", "theme"])(
	"a policy of %s has no effect and is named",
	(name) => {
		const managed: Record<string, unknown> = JSON.parse(`{${JSON.stringify(name)}: true}`);
		expect(readPolicy(managed)).toEqual({
			items: {},
			problems: [{ name, message: "There is no setting of this name." }],
		});
	},
);

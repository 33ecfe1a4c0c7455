import { expect, it } from "vitest";
import { presets } from "@/lib/crm/presets";
import chatwoot from "@/tests/fixtures/presets/chatwoot.json";
import espocrm from "@/tests/fixtures/presets/espocrm.json";
import hubspot from "@/tests/fixtures/presets/hubspot.json";
import pipedrive from "@/tests/fixtures/presets/pipedrive.json";
import salesforce from "@/tests/fixtures/presets/salesforce.json";
import twenty from "@/tests/fixtures/presets/twenty.json";
import { endpointOf, nothing, readThrough } from "./preset-run";
import { values } from "./values";

/** What each CRM answers who looks for what it does not have. */
const empty: Record<string, unknown[]> = {
	chatwoot: [chatwoot.nobody],
	espocrm: [espocrm.nobody],
	hubspot: [hubspot.nobody],
	odoo: [[]],
	odooRpc: [
		{ jsonrpc: "2.0", id: 1, result: 9 },
		{ jsonrpc: "2.0", id: 1, result: [] },
	],
	pipedrive: [pipedrive.nobody],
	salesforce: [salesforce.nobody],
	shopify: [{ data: { shop: { currencyCode: "EUR" }, customers: { nodes: [] }, products: { nodes: [] } } }],
	twenty: [twenty.nobody],
	woocommerce: [[], { code: "EUR" }],
	zoho: [nothing],
};

const cases = presets.flatMap((preset) =>
	preset.endpoints.map(({ type }) => [preset.name, type, preset] as const),
);
it.each(cases)(
	"%s without a match for %s is an empty answer, and no failure",
	async (_name, type, preset) => {
		const answer = await readThrough(
			endpointOf(preset, type, values[preset.id] ?? {}),
			empty[preset.id] ?? [],
		);
		expect(answer).toMatchObject({ problems: [] });
		if (answer.kind === "context") throw new Error("No preset sets what the assistant is told.");
		expect(answer).toHaveProperty(answer.kind, []);
	},
);

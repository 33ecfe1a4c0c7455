import { z } from "@/lib/core/schema";
import { maskUrl } from "@/lib/crm/secret-url";
import { maskItem } from "@/lib/settings/secrets";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";

const input = z.strictObject({});

export const getCrmEndpoints: Tool<ToolContext, typeof input> = {
	name: "get_crm_endpoints",
	description:
		"Lists the CRM endpoints. Credentials are masked, and so is whatever else has a name that says that it is one: in headers, query, address and body.",
	kind: "query",
	hints: { destructive: false, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ settings }) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const endpoints = read.value.crm_endpoints.map((endpoint) =>
			maskItem(`crm_endpoints.${endpoint.type}`, endpoint),
		);
		const names = read.value.crm_endpoints.map(
			({ type, method, url }) => `${type}: ${method} ${maskUrl(url)}`,
		);
		return {
			text: names.length > 0 ? names.join("\n") : "No CRM endpoint is set.",
			data: { crm_endpoints: endpoints },
		};
	},
};

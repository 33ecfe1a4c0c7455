import { z } from "@/lib/core/schema";
import { maskUrl } from "@/lib/crm/secret-url";
import { maskItem } from "@/lib/settings/secrets";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";

const input = z.strictObject({});

export const getCustomFunctions: Tool<ToolContext, typeof input> = {
	name: "get_custom_functions",
	description:
		"Lists the custom functions. Credentials are masked, and so is what has a name that says that it is one, in the address and the fixed arguments.",
	kind: "query",
	hints: { destructive: false, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ settings }) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const functions = read.value.custom_functions;
		const names = functions.map(
			({ name, method, endpoint, enabled }) =>
				`${name}: ${method} ${maskUrl(endpoint)}${enabled ? "" : " (disabled)"}`,
		);
		return {
			text: names.length > 0 ? names.join("\n") : "No custom function is set.",
			data: {
				custom_functions: functions.map((definition) =>
					maskItem(`custom_functions.${definition.name}`, definition),
				),
			},
		};
	},
};

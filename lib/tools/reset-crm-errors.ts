import { z } from "@/lib/core/schema";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import type { ToolContext } from "./context";
import type { Tool } from "./tool";

const input = z.strictObject({
	type: z.enum(endpointTypes).describe("The endpoint; all of them when it is left out.").optional(),
});

export const resetCrmErrors: Tool<ToolContext, typeof input> = {
	name: "reset_crm_errors",
	description: "Clears the error counters of the CRM endpoints and enables disabled ones again.",
	kind: "mutation",
	hints: { destructive: false, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ crmHealth }, { type }) {
		await crmHealth.reset(type && [type]);
		return { text: `The errors of ${type ?? "all CRM endpoints"} were cleared.` };
	},
};

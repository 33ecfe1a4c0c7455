import { z } from "@/lib/core/schema";
import { endpointSchema, endpointTypes } from "@/lib/crm/endpoint";
import type { ToolContext } from "./context";
import { settingsDamagedResult } from "./settings-damaged-result";
import type { Tool } from "./tool";

const input = z
	.strictObject({
		add_crm_endpoint: endpointSchema.optional(),
		remove_crm_endpoint: z.enum(endpointTypes).optional(),
	})
	.refine((input) => (input.add_crm_endpoint === undefined) !== (input.remove_crm_endpoint === undefined), {
		message: 'Give either "add_crm_endpoint" or "remove_crm_endpoint".',
	});

export const updateCrmEndpoints: Tool<ToolContext, typeof input> = {
	name: "update_crm_endpoints",
	description: "Adds a CRM endpoint, replacing the one of its type, or removes one by type.",
	kind: "mutation",
	callers: ["extension-page"],
	input,
	async run({ settings }, { add_crm_endpoint: added, remove_crm_endpoint: removed }) {
		const type = added?.type ?? removed;
		let existed = false;
		const updated = await settings.update((current) => {
			existed = current.crm_endpoints.some((endpoint) => endpoint.type === type);
			const others = current.crm_endpoints.filter((endpoint) => endpoint.type !== type);
			return { ...current, crm_endpoints: added ? [...others, added] : others };
		});
		if (!updated.ok) return settingsDamagedResult(updated.failure);
		if (added)
			return {
				text: `${type} is now ${added.method} ${added.url}${existed ? "; it replaces the one before" : ""}.`,
			};
		return existed
			? { text: `${type} was removed.` }
			: { isError: true, text: `There is no endpoint of type ${type}; nothing was removed.` };
	},
};

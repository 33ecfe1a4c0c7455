import { z } from "@/lib/core/schema";
import { type Endpoint, endpointSchema } from "@/lib/crm/endpoint";
import { endpointTypes } from "@/lib/crm/endpoint-type";
import { maskUrl } from "@/lib/crm/secret-url";
import { keepSecrets, type SecretsMissing, secretsMissingSentence } from "@/lib/settings/secrets";
import type { ToolContext } from "./context";
import { mappingIssues } from "./mapping-issues";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";
import { ungrantedSentence } from "./ungranted";

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
	description:
		"Adds a CRM endpoint, replacing the one of its type, or removes one by type. A masked credential keeps the stored one, or takes that of another endpoint with the same kind of sign-in, for the same server.",
	kind: "mutation",
	hints: { destructive: true, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	check: (context, { add_crm_endpoint: added }) => mappingIssues(context, added, "add_crm_endpoint.mapping"),
	async run({ settings, hasPermission }, { add_crm_endpoint: added, remove_crm_endpoint: removed }) {
		const type = added?.type ?? removed;
		let existed = false;
		let missing: SecretsMissing | undefined;
		const updated = await settings.update((current) => {
			const before = current.crm_endpoints.find((endpoint) => endpoint.type === type);
			existed = before !== undefined;
			const others = current.crm_endpoints.filter((endpoint) => endpoint.type !== type);
			if (!added) return { ...current, crm_endpoints: others };
			const complete = keepSecrets<Endpoint>(added, before, others);
			if (complete.ok) return { ...current, crm_endpoints: [...others, complete.value] };
			missing = complete.failure;
			return current;
		}, "update_crm_endpoints");
		if (!updated.ok) return settingsFailureResult(updated.failure);
		if (missing)
			return { isError: true, text: `${type} was not changed. ${secretsMissingSentence(missing)}` };
		if (added)
			return {
				text: `${type} is now ${added.method} ${maskUrl(added.url)}${existed ? "; it replaces the one before" : ""}.${await ungrantedSentence({ hasPermission }, added.url, "CRM endpoints")}`,
			};
		return existed
			? { text: `${type} was removed.` }
			: { isError: true, text: `There is no endpoint of type ${type}; nothing was removed.` };
	},
};

import { assistantSchema } from "@/lib/assistant/settings-schema";
import { bridgeClientsSchema, bridgeSchema } from "@/lib/bridge/settings-schema";
import { z } from "@/lib/core/schema";
import { endpointSchema } from "@/lib/crm/endpoint";
import { followUpSchema } from "@/lib/followup/settings-schema";
import { addedFunctionsSchema } from "@/lib/functions/added-functions";
import { webhookEventsSchema, webhookSecretSchema, webhookUrlSchema } from "@/lib/webhooks/webhook";
import type { SettingsItems } from "./items";

/** What an organisation sets by policy: these items are as they are here, and nobody can change them. */
export type Policy = { items: SettingsItems; problems: PolicyProblem[] };

/** A value of the policy that cannot be used, and so has no effect. */
export type PolicyProblem = { name: string; message: string };

type PolicyValue = { schema: z.ZodType; items(value: never): SettingsItems };

const webhookItem = (field: string) => (value: unknown) => ({ [`webhook.${field}`]: value });
const fieldsOf = (section: string) => (fields: object) =>
	Object.fromEntries(Object.entries(fields).map(([field, value]) => [`${section}.${field}`, value]));

/** The names an administrator uses, those of the tools; public/managed-schema.json describes them to the browser. */
export const policyValues: Record<string, PolicyValue> = {
	webhook_enabled: { schema: z.boolean(), items: webhookItem("enabled") },
	webhook_url: { schema: webhookUrlSchema, items: webhookItem("url") },
	webhook_secret: { schema: webhookSecretSchema, items: webhookItem("secret") },
	webhook_events: { schema: webhookEventsSchema, items: webhookItem("events") },
	crm_endpoints: {
		schema: z.array(endpointSchema),
		items: (endpoints: { type: string }[]) =>
			Object.fromEntries(endpoints.map((endpoint) => [`crm_endpoints.${endpoint.type}`, endpoint])),
	},
	custom_functions: {
		schema: z.array(addedFunctionsSchema).transform((definitions) => definitions.flat()),
		items: (definitions: { name: string }[]) =>
			Object.fromEntries(
				definitions.map((definition) => [`custom_functions.${definition.name}`, definition]),
			),
	},
	assistant: { schema: assistantSchema.partial(), items: fieldsOf("assistant") },
	followup: { schema: followUpSchema.partial(), items: fieldsOf("followup") },
	bridge: { schema: bridgeSchema.partial(), items: fieldsOf("bridge") },
	bridge_clients: { schema: bridgeClientsSchema, items: fieldsOf("bridge_clients") },
};

/** Reads what `storage.managed` holds. A value that cannot be used is left out and named; the others count. */
export function readPolicy(managed: Record<string, unknown>): Policy {
	const policy: Policy = { items: {}, problems: [] };
	for (const [name, value] of Object.entries(managed)) {
		const known = Object.hasOwn(policyValues, name) ? policyValues[name] : undefined;
		const parsed = known?.schema.safeParse(value);
		if (known && parsed?.success) Object.assign(policy.items, known.items(parsed.data as never));
		else {
			const issue = parsed?.error?.issues[0];
			const where = issue?.path.length ? `${issue.path.join(".")}: ` : "";
			policy.problems.push({
				name,
				message: issue ? where + issue.message : "There is no setting of this name.",
			});
		}
	}
	return policy;
}

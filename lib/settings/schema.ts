import { defaultAssistant } from "@/lib/assistant/settings";
import { assistantSchema } from "@/lib/assistant/settings-schema";
import { defaultBridge } from "@/lib/bridge/settings";
import { bridgeClientsSchema, bridgeSchema } from "@/lib/bridge/settings-schema";
import { z } from "@/lib/core/schema";
import { endpointSchema } from "@/lib/crm/endpoint";
import { detectionSchema } from "@/lib/detection/preferences";
import { defaultFollowUp } from "@/lib/followup/settings";
import { followUpSchema } from "@/lib/followup/settings-schema";
import { customFunctionSchema } from "@/lib/functions/definition";
import { retentionSchema } from "@/lib/webhooks/retention";
import { webhookSchema } from "@/lib/webhooks/webhook";
import { longestSelector, mostSelectors } from "@/lib/whatsapp/selectors";

export const settingsVersion = 6;

/** Replacement selectors for reading the page by their name in lib/whatsapp/selectors, tried before the built-in ones. */
export const selectorOverridesSchema = z.record(
	z.string().max(100),
	z.array(z.string().max(longestSelector)).max(mostSelectors),
);

/**
 * Everything the user has set, as stored under one key of `storage.local`. No rule here ties one item to another
 * (lib/settings/items), so that undoing or importing one can never make the whole unreadable.
 */
export const settingsSchema = z.strictObject({
	version: z.literal(settingsVersion),
	webhook: webhookSchema,
	crm_endpoints: z
		.array(endpointSchema)
		.refine(
			(endpoints) => new Set(endpoints.map(({ type }) => type)).size === endpoints.length,
			"There is at most one endpoint of a type.",
		),
	custom_functions: z
		.array(customFunctionSchema)
		.refine(
			(definitions) => new Set(definitions.map(({ name }) => name)).size === definitions.length,
			"There is at most one function of a name.",
		),
	selector_overrides: selectorOverridesSchema,
	detection: detectionSchema,
	deliveries: retentionSchema,
	assistant: assistantSchema,
	followup: followUpSchema,
	bridge: bridgeSchema,
	bridge_clients: bridgeClientsSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

/** Settings that no tool of the contract names. */
export type Preferences = Pick<Settings, "detection" | "deliveries" | "followup">;

export const defaultSettings: Settings = {
	version: settingsVersion,
	webhook: { enabled: false, url: "", secret: "", events: ["phone.detected", "followup.detected"] },
	crm_endpoints: [],
	custom_functions: [],
	selector_overrides: {},
	detection: { region: "", own_numbers: [], announce_history: false },
	deliveries: { keep_delivered_days: 30, keep_failed_days: 0 },
	assistant: defaultAssistant,
	followup: defaultFollowUp,
	bridge: defaultBridge,
	bridge_clients: {},
};

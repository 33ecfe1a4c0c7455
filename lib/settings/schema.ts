import { z } from "@/lib/core/schema";
import { endpointSchema } from "@/lib/crm/endpoint";

export const settingsVersion = 1;

/** Everything the user has set, as stored under one key of `storage.local`. */
export const settingsSchema = z.strictObject({
	version: z.literal(settingsVersion),
	crm_endpoints: z
		.array(endpointSchema)
		.refine(
			(endpoints) => new Set(endpoints.map(({ type }) => type)).size === endpoints.length,
			"There is at most one endpoint of a type.",
		),
	/** Replacement selectors for reading the page (lib/whatsapp/selectors), tried before the built-in ones. */
	selector_overrides: z.record(z.string(), z.array(z.string().max(500)).max(10)),
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
	version: settingsVersion,
	crm_endpoints: [],
	selector_overrides: {},
};

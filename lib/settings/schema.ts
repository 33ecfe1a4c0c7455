import { z } from "@/lib/core/schema";
import { endpointSchema } from "@/lib/crm/endpoint";

import { longestSelector, mostSelectors } from "@/lib/whatsapp/selectors";

export const settingsVersion = 1;

/** Replacement selectors for reading the page by their name in lib/whatsapp/selectors, tried before the built-in ones. */
export const selectorOverridesSchema = z.record(
	z.string().max(100),
	z.array(z.string().max(longestSelector)).max(mostSelectors),
);

/** Everything the user has set, as stored under one key of `storage.local`. */
export const settingsSchema = z.strictObject({
	version: z.literal(settingsVersion),
	crm_endpoints: z
		.array(endpointSchema)
		.refine(
			(endpoints) => new Set(endpoints.map(({ type }) => type)).size === endpoints.length,
			"There is at most one endpoint of a type.",
		),
	selector_overrides: selectorOverridesSchema,
});
export type Settings = z.infer<typeof settingsSchema>;

export const defaultSettings: Settings = {
	version: settingsVersion,
	crm_endpoints: [],
	selector_overrides: {},
};

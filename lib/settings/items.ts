import { endpointTypes } from "@/lib/crm/endpoint-type";
import type { Settings } from "./schema";

/**
 * The settings as single things that can be changed, by their path: `webhook.url`, `crm_endpoints.search_Products`,
 * `custom_functions.check_order`, `selector_overrides.title`. Differences, history, locks and imports all speak of them.
 */
export type SettingsItems = Record<string, unknown>;

/** What happened to one item. Without `before` it is new, without `after` it is gone. */
export type SettingsChange = { path: string; before?: unknown; after?: unknown };

/** Parts whose every field is an item of its own. */
const flatSections = ["webhook", "detection", "deliveries", "assistant", "followup", "bridge"] as const;

/** Takes the settings apart. `composeSettings` is the way back. */
export function settingsItems(settings: Settings): SettingsItems {
	const items: SettingsItems = {};
	for (const section of flatSections)
		for (const [field, value] of Object.entries(settings[section])) items[`${section}.${field}`] = value;
	for (const endpoint of settings.crm_endpoints) items[`crm_endpoints.${endpoint.type}`] = endpoint;
	for (const definition of settings.custom_functions)
		items[`custom_functions.${definition.name}`] = definition;
	for (const [name, selectors] of Object.entries(settings.selector_overrides))
		items[`selector_overrides.${name}`] = selectors;
	for (const [name, access] of Object.entries(settings.bridge_clients))
		items[`bridge_clients.${name}`] = access;
	return items;
}

/** Puts items together again, lists in their one order: endpoints as the contract has them, functions by name. */
export function composeSettings(version: Settings["version"], items: SettingsItems): unknown {
	const under = (section: string) =>
		Object.entries(items)
			.filter(([path]) => path.startsWith(`${section}.`))
			.map(([path, value]) => [path.slice(section.length + 1), value] as const);
	const order: readonly string[] = endpointTypes;
	return {
		version,
		...Object.fromEntries(flatSections.map((section) => [section, Object.fromEntries(under(section))])),
		crm_endpoints: under("crm_endpoints")
			.toSorted(([one], [other]) => order.indexOf(one) - order.indexOf(other))
			.map(([, endpoint]) => endpoint),
		custom_functions: under("custom_functions")
			.toSorted(([one], [other]) => (one < other ? -1 : 1))
			.map(([, definition]) => definition),
		selector_overrides: Object.fromEntries(under("selector_overrides")),
		bridge_clients: Object.fromEntries(under("bridge_clients")),
	};
}

/** What has to change for `before` to become `after`, by path in alphabetical order. */
export function settingsDifference(before: SettingsItems, after: SettingsItems): SettingsChange[] {
	return [...new Set([...Object.keys(before), ...Object.keys(after)])]
		.toSorted()
		.filter((path) => canonicalJson(before[path]) !== canonicalJson(after[path]))
		.map((path) => ({
			path,
			...(before[path] !== undefined && { before: before[path] }),
			...(after[path] !== undefined && { after: after[path] }),
		}));
}

/** The items with the changes made, whatever they held before. */
export function changeItems(items: SettingsItems, changes: readonly SettingsChange[]): SettingsItems {
	const changed = { ...items };
	for (const { path, after } of changes) {
		if (after === undefined) delete changed[path];
		else changed[path] = after;
	}
	return changed;
}

/** The same changes the other way round. */
export function reversed(changes: readonly SettingsChange[]): SettingsChange[] {
	return changes.map(({ path, before, after }) => ({
		path,
		...(after !== undefined && { before: after }),
		...(before !== undefined && { after: before }),
	}));
}

/** JSON whose object keys are in alphabetical order, so that equal values are equal texts. */
export function canonicalJson(value: unknown): string {
	const sortKeys = (_key: string, part: unknown): unknown =>
		part && typeof part === "object" && !Array.isArray(part)
			? Object.fromEntries(Object.entries(part).toSorted(([one], [other]) => (one < other ? -1 : 1)))
			: part;
	return JSON.stringify(value, sortKeys) ?? "undefined";
}

import { i18n } from "#i18n";
import { clientOfKey } from "@/lib/bridge/client";
import { endpointTypes } from "@/lib/crm/endpoint-type";

const sections = [
	"crm_endpoints",
	"custom_functions",
	"webhook",
	"detection",
	"deliveries",
	"assistant",
	"followup",
	"bridge",
	"bridge_clients",
	"selector_overrides",
] as const;

/** The fields of items, and items that are fields, that have a name in the interface. */
const fields = [
	"enabled",
	"url",
	"secret",
	"events",
	"method",
	"auth",
	"timeout_ms",
	"cache_ttl_s",
	"description",
	"parameters",
	"endpoint",
	"fixed",
	"approval",
	"allow_tainted",
	"region",
	"own_numbers",
	"announce_history",
	"keep_delivered_days",
	"keep_failed_days",
	"provider",
	"preset",
	"base_url",
	"api_key",
	"model",
	"headers",
	"streaming",
	"functions",
	"input_price",
	"output_price",
	"daily_token_limit",
	"daily_cost_limit",
	"tone",
	"language",
	"policies",
	"messages",
	"keep_messages_days",
	"lookback_hours",
	"delay_days",
	"minimum_intent",
	"run_hour",
	"run_days",
	"most_per_run",
	"most_attempts",
	"hours_between_attempts",
	"reset_after_days",
	"tracking_days",
	"skip_ordered",
	"excluded_phones",
	"words",
	"templates",
	"use_model",
	"profile_name",
	"access",
	"tools",
] as const;

/** Parts whose every field is an item of its own. */
const flat: readonly string[] = ["webhook", "detection", "deliveries", "assistant", "followup", "bridge"];

/** What an item of the settings (lib/settings/items) is called, and what kind of thing it is. */
export type ItemName = {
	kind?: string;
	name: string;
	/** The name is the user's or the page's own, not a word of the language. */
	code: boolean;
};

/** Names an item by its path; one that is not known yet keeps its path. */
export function itemName(path: string): ItemName {
	const dot = path.indexOf(".");
	const section = sections.find((one) => one === path.slice(0, dot));
	if (!section) return { name: path, code: true };
	const kind = i18n.t(`settings.changes.kinds.${section}`);
	const rest = path.slice(dot + 1);
	const type = endpointTypes.find((one) => one === rest);
	if (section === "crm_endpoints" && type)
		return { kind, name: i18n.t(`settings.endpoints.types.${type}.title`), code: false };
	if (section === "bridge_clients") {
		const { name, transport } = clientOfKey(rest);
		return { kind, name: `${name} (${transport})`, code: true };
	}
	return flat.includes(section) ? { kind, ...fieldName(rest) } : { kind, name: rest, code: true };
}

/** The same in a few words, for a sentence. */
export function itemTitle(path: string): string {
	const { kind, name } = itemName(path);
	return kind ? `${kind}: ${name}` : name;
}

export function fieldName(field: string): { name: string; code: boolean } {
	const known = fields.find((one) => one === field);
	return known
		? { name: i18n.t(`settings.changes.fields.${known}`), code: false }
		: { name: field, code: true };
}

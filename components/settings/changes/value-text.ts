import { i18n } from "#i18n";
import type { Format } from "@/components/format/locale";
import { accesses } from "@/lib/bridge/access";
import { authTypes, masked } from "@/lib/crm/auth-field";

const approvals = ["always", "writes", "never"] as const;

/** A field's value in words, secrets masked; null when it is too much for a line and has to be shown as JSON. */
export function valueText(field: string, value: unknown, { number }: Format): string | null {
	if (value === undefined || value === "") return i18n.t("settings.webhooks.confirm.nothing");
	if (value === masked) return i18n.t("settings.webhooks.confirm.secret.set");
	if (typeof value === "boolean") return i18n.t(value ? "values.yes" : "values.no");
	if (typeof value === "number") {
		if (field === "timeout_ms") return i18n.t("settings.changes.seconds", [number(value / 1000)]);
		if (field === "cache_ttl_s") return i18n.t("settings.changes.seconds", [number(value)]);
		return number(value);
	}
	if (field === "auth") return authText(value);
	const access = accesses.find((one) => field === "access" && one === value);
	if (access) return i18n.t(`bridge.clients.accesses.${access}`);
	const approval = approvals.find((one) => field === "approval" && one === value);
	if (approval) return i18n.t(`settings.functions.approvals.${approval}`);
	if (typeof value === "string") return value;
	if (Array.isArray(value) && value.every((one) => typeof one === "string"))
		return value.join(", ") || i18n.t("settings.webhooks.confirm.nothing");
	return null;
}

/** What a program may do, in words; undefined for what is nothing of the kind. */
export function accessText(value: unknown): string | undefined {
	const { access, tools } = Object(value) as { access?: unknown; tools?: unknown };
	const known = accesses.find((one) => one === access);
	if (!known) return undefined;
	const words = i18n.t(`bridge.clients.accesses.${known}`);
	return known === "free" && Array.isArray(tools) && tools.length > 0
		? `${words}: ${tools.join(", ")}`
		: words;
}

/** The kind of sign-in and the names of its fields, or the user. */
function authText(value: unknown): string | null {
	const { type, fields } = value as { type?: unknown; fields?: Record<string, string> };
	const known = authTypes.find((one) => one === type);
	if (!known || !fields) return null;
	const names = known === "basic" ? [fields.username ?? ""] : Object.keys(fields);
	return `${i18n.t(`connect.authTypes.${known}`)} (${names.join(", ")})`;
}

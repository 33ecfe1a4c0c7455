import { i18n } from "#i18n";
import type { Assistant } from "@/lib/assistant/settings";
import type { Endpoint } from "@/lib/crm/endpoint";
import type { CustomFunction } from "@/lib/functions/definition";
import type { WebhookConfig } from "@/lib/tools/webhook-config";

/** A host of the user's, and in a few words what is sent there. */
export type Destination = { host: string; sent: string[] };

/** Everything Chatside sends something to, by host, in the order of the settings. */
export function destinations(
	endpoints: readonly Endpoint[],
	webhook: WebhookConfig | undefined,
	functions: readonly CustomFunction[],
	assistant: Assistant | undefined,
	followUp: { use_model: boolean; keep_messages_days: number } | undefined,
): Destination[] {
	const all = new Map<string, string[]>();
	const add = (url: string, what: string) => {
		const { host } = new URL(url);
		all.set(host, [...(all.get(host) ?? []), what]);
	};
	// A run can be started by hand, whether or not it looks by itself.
	const looks = followUp !== undefined && followUp.keep_messages_days > 0;
	for (const { type, url } of endpoints) {
		add(url, i18n.t(`settings.privacy.goes.types.${type}`));
		if (looks && type === "sidePanel_CustomerInfo") add(url, i18n.t("settings.privacy.goes.followUpCrm"));
		if (looks && type === "search_Products") add(url, i18n.t("settings.privacy.goes.followUpProducts"));
	}
	if (webhook?.webhook_url) {
		const events = webhook.webhook_events.join(", ") || i18n.t("settings.privacy.stored.nothing");
		add(
			webhook.webhook_url,
			i18n.t(webhook.webhook_enabled ? "settings.privacy.goes.webhook" : "settings.privacy.goes.webhookOff", [
				events,
			]),
		);
	}
	for (const { name, endpoint, enabled } of functions)
		if (enabled) add(endpoint, i18n.t("settings.privacy.goes.function", [name]));
	if (assistant?.provider === "openai-compatible" && assistant.base_url) {
		add(assistant.base_url, i18n.t("settings.privacy.goes.model", [assistant.model]));
		if (looks && followUp.use_model) add(assistant.base_url, i18n.t("settings.privacy.goes.followUpModel"));
	}
	return [...all].map(([host, sent]) => ({ host, sent }));
}

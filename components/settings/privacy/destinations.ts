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
): Destination[] {
	const all = new Map<string, string[]>();
	const add = (url: string, what: string) => {
		const { host } = new URL(url);
		all.set(host, [...(all.get(host) ?? []), what]);
	};
	for (const { type, url } of endpoints) add(url, i18n.t(`settings.privacy.goes.types.${type}`));
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
	if (assistant?.provider === "openai-compatible" && assistant.base_url)
		add(assistant.base_url, i18n.t("settings.privacy.goes.model", [assistant.model]));
	return [...all].map(([host, sent]) => ({ host, sent }));
}

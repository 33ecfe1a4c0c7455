import { maskUrl } from "@/lib/crm/secret-url";
import type { Webhook } from "@/lib/webhooks/webhook";

/** The webhook settings as tools name them. The secret never leaves: only whether there is one; nor one in the address. */
export type WebhookConfig = {
	webhook_enabled: boolean;
	webhook_url: string;
	has_secret: boolean;
	webhook_events: Webhook["events"];
	/** Until when the secret from before a rotation signs too (ISO 8601). */
	previous_secret_until?: string;
};

/** `previousUntil` in ms since the epoch. */
export function webhookConfig(
	{ enabled, url, secret, events }: Webhook,
	previousUntil?: number,
): WebhookConfig {
	return {
		webhook_enabled: enabled,
		webhook_url: maskUrl(url),
		has_secret: secret !== "",
		webhook_events: events,
		...(previousUntil !== undefined && { previous_secret_until: new Date(previousUntil).toISOString() }),
	};
}

/** The settings in a sentence. */
export function webhookConfigSentence({
	webhook_enabled,
	webhook_url,
	has_secret,
	webhook_events,
}: WebhookConfig): string {
	if (!webhook_url) return "No webhook is set.";
	const events = webhook_events.join(", ") || "no events";
	return `The webhook is ${webhook_enabled ? "on" : "off"}: ${events} to ${webhook_url}, ${has_secret ? "signed" : "not signed"}.`;
}

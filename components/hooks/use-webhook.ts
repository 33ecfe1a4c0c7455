import { useMutation } from "@tanstack/react-query";
import { sendMessage } from "@/lib/messaging/client";
import type { WebhookConfiguration } from "@/lib/tools/configure-webhooks";
import type { WebhookTest } from "@/lib/tools/test-webhook";
import type { WebhookConfig } from "@/lib/tools/webhook-config";
import type { ConfigurableEvent } from "@/lib/webhooks/event";
import { secretFrom } from "@/lib/webhooks/sign";
import { useTool, useToolQuery } from "./use-tool";

/** The arguments of `configure_webhooks`. */
export type WebhookPatch = {
	webhook_enabled?: boolean;
	webhook_url?: string;
	webhook_secret?: string;
	webhook_events?: ConfigurableEvent[];
	/** For how long the secret before a new one goes on signing. */
	secret_overlap_hours?: number;
};

export const useWebhookConfig = () => useToolQuery<WebhookConfig>("get_webhook_config");

export const useConfigureWebhooks = () =>
	useTool<WebhookPatch & { confirm?: boolean }, WebhookConfiguration>("configure_webhooks");

export const useTestWebhook = () => useTool<Record<string, never>, WebhookTest>("test_webhook");

/** The stored secret, for the user's own eyes. */
export const useRevealSecret = () =>
	useMutation({ mutationFn: () => sendMessage("revealWebhookSecret"), gcTime: 0 });

/** A new secret of 256 random bits. */
export const newSecret = (): string => secretFrom(crypto.getRandomValues(new Uint8Array(32)));

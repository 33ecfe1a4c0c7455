import { z } from "@/lib/core/schema";
import { endpointUrlSchema } from "@/lib/crm/endpoint";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import { maskUrl } from "@/lib/crm/secret-url";
import { keepUrlSecrets, secretsMissingSentence } from "@/lib/settings/secrets";
import { eventBody, testEvent } from "@/lib/webhooks/event";
import { eventId } from "@/lib/webhooks/event-id";
import {
	type AttemptFailure,
	attemptFailureSentence,
	type SentAttempt,
	sendEvent,
} from "@/lib/webhooks/send";
import { webhookSecretSchema } from "@/lib/webhooks/webhook";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";

const input = z.strictObject({
	webhook_url: endpointUrlSchema.describe("Instead of the stored URL, for this one call.").optional(),
	webhook_secret: webhookSecretSchema.describe("Instead of the stored secret, for this one call.").optional(),
});

/** What a test came to: the request with its signatures, and the answer. */
export type WebhookTest = {
	delivered: boolean;
	request?: SentAttempt["request"];
	status?: number;
	latency_ms?: number;
	answer?: string;
	failure?: AttemptFailure;
};

export const testWebhook: Tool<ToolContext, typeof input> = {
	name: "test_webhook",
	description:
		"Sends one signed test event now, to the stored URL with the stored secret, or to those given for this one call.",
	kind: "mutation",
	hints: { destructive: false, idempotent: false, openWorld: true },
	callers: ["extension-page", "mcp-client"],
	input,
	async run(
		{ settings, previousSecret, http, hasPermission, now, randomId },
		{ webhook_url, webhook_secret },
	) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const { webhook } = read.value;
		const kept = keepUrlSecrets(webhook_url?.trim() || webhook.url, webhook.url);
		if (!kept.ok) return { isError: true, text: `Nothing was sent. ${secretsMissingSentence(kept.failure)}` };
		const url = kept.value;
		if (!url)
			return {
				isError: true,
				text: "Nothing was sent: the webhook has no URL. Set one with configure_webhooks, or give webhook_url.",
			};
		// The stored secret signs for the stored server alone: a signature must not be had by naming another URL.
		const sameServer = webhook.url !== "" && new URL(url).origin === new URL(webhook.url).origin;
		const stored = sameServer ? await previousSecret.secretsOf(webhook) : [];
		const secrets = webhook_secret === undefined ? stored : [webhook_secret].filter(Boolean);
		const origin = permissionPattern(new URL(url));
		if (!(await hasPermission(origin))) {
			const failure: AttemptFailure = { reason: "permission-missing", origin };
			return {
				isError: true,
				text: attemptFailureSentence(failure, url),
				data: { delivered: false, failure } satisfies WebhookTest,
			};
		}
		const id = await eventId({ event: "test", unique: randomId() });
		const { request, latencyMs, status, answer, failure } = await sendEvent(
			{ http, now },
			{ url, secrets },
			{ id, event: "test", body: eventBody(testEvent(now())), attempt: 1 },
		);
		const test: WebhookTest = {
			delivered: !failure,
			request: request && { ...request, url: maskUrl(request.url) },
			status,
			latency_ms: latencyMs,
			answer,
			failure,
		};
		return failure
			? { isError: true, text: attemptFailureSentence(failure, url), data: test }
			: { text: `Delivered: HTTP ${status} in ${latencyMs} ms.`, data: test };
	},
};

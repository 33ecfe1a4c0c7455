import { z } from "@/lib/core/schema";
import { canonicalJson } from "@/lib/settings/items";
import type { Settings } from "@/lib/settings/schema";
import { keepUrlSecrets, secretsMissingSentence } from "@/lib/settings/secrets";
import { configurableEvents } from "@/lib/webhooks/event";
import { longestOverlapH } from "@/lib/webhooks/previous-secret";
import {
	type Webhook,
	webhookEventsSchema,
	webhookSecretSchema,
	webhookUrlSchema,
} from "@/lib/webhooks/webhook";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool, ToolResult } from "./tool";
import { ungrantedSentence } from "./ungranted";
import { type WebhookConfig, webhookConfig, webhookConfigSentence } from "./webhook-config";

const input = z
	.strictObject({
		webhook_enabled: z.boolean().describe("Whether events are sent.").optional(),
		webhook_url: webhookUrlSchema.describe("Where to: https, or http to a local host.").optional(),
		webhook_secret: webhookSecretSchema
			.describe("The key events are signed with; an empty text removes it.")
			.optional(),
		webhook_events: webhookEventsSchema.describe("Which events are sent.").optional(),
		secret_overlap_hours: z
			.number()
			.int()
			.min(0)
			.max(longestOverlapH)
			.describe(
				"With a new secret: for how long the one before it goes on signing webhook-signature too. X-WAzion-Signature is by the new one at once.",
			)
			.optional(),
		confirm: z
			.boolean()
			.describe("True in the second call, with the same arguments, to apply what was warned about.")
			.default(false),
	})
	.refine(
		({ confirm: _, secret_overlap_hours: __, ...fields }) =>
			Object.values(fields).some((value) => value !== undefined),
		{
			message: "Give at least one of webhook_enabled, webhook_url, webhook_secret, webhook_events.",
		},
	);

/** One setting that would change. Secrets are told as `set`, `not set` or `another secret`. */
export type WebhookDifference = { field: string; from: unknown; to: unknown };

/** What `configure_webhooks` answers. `expires_at` (ISO 8601) is there while a confirmation is waited for. */
export type WebhookConfiguration = {
	applied: boolean;
	confirmation_required: boolean;
	warning?: string;
	current: WebhookConfig;
	difference: WebhookDifference[];
	expires_at?: string;
};

export const configureWebhooks: Tool<ToolContext, typeof input> = {
	name: "configure_webhooks",
	description:
		"Changes the webhook settings; a field left out keeps its value. The first call changes nothing and answers with a warning, the current settings and the exact difference. The same call again with confirm: true within 10 minutes applies it.",
	kind: "confirmed",
	hints: { destructive: true, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ settings, confirmations, previousSecret, hasPermission }, { confirm, ...patch }) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const current = read.value.webhook;
		const url = keepUrlSecrets(patch.webhook_url?.trim() ?? current.url, current.url);
		if (!url.ok)
			return { isError: true, text: `Nothing was changed. ${secretsMissingSentence(url.failure)}` };
		const wanted = patched(current, { ...patch, webhook_url: url.value });
		if (wanted.enabled && wanted.url === "")
			return {
				isError: true,
				text: "Nothing was changed: the webhook has no URL. Give webhook_url together with webhook_enabled.",
			};
		const difference = webhookDifference(current, wanted);
		if (difference.length === 0) {
			const config = webhookConfig(current);
			return {
				text: `There is nothing to change. ${webhookConfigSentence(config)}`,
				data: { applied: false, confirmation_required: false, current: config, difference },
			};
		}
		const { items: fixed } = await settings.policy();
		const paths = difference.map(({ field }) => field.replace("_", ".")).filter((path) => path in fixed);
		if (paths.length > 0) return settingsFailureResult({ reason: "settings-locked", paths });
		// Bound to what was asked for and to what it was shown against: neither may have changed in between.
		const subject = canonicalJson({ tool: "configure_webhooks", patch, current });
		if (!confirm || !(await confirmations.take(subject)))
			return warning(current, difference, await confirmations.warn(subject));

		const rotates = wanted.secret !== current.secret;
		const takeBack = rotates && (await previousSecret.keep(current.secret, patch.secret_overlap_hours ?? 0));
		let applied = false;
		const updated = await settings.update((latest): Settings => {
			applied = canonicalJson(latest.webhook) === canonicalJson(current);
			return applied ? { ...latest, webhook: wanted } : latest;
		}, "configure_webhooks");
		if (takeBack && !(updated.ok && applied)) await takeBack();
		if (!updated.ok) return settingsFailureResult(updated.failure);
		if (!applied) return settingsFailureResult({ reason: "settings-changed" });
		const config = webhookConfig(wanted);
		const more = wanted.enabled ? await ungrantedSentence({ hasPermission }, wanted.url, "Webhooks") : "";
		return {
			text: webhookConfigSentence(config) + more,
			data: { applied, confirmation_required: false, current: config, difference },
		};
	},
};

type Patch = Omit<z.output<typeof input>, "confirm">;

function patched(webhook: Webhook, patch: Patch): Webhook {
	return {
		enabled: patch.webhook_enabled ?? webhook.enabled,
		url: patch.webhook_url ?? webhook.url,
		secret: patch.webhook_secret ?? webhook.secret,
		events: configurableEvents.filter((event) => (patch.webhook_events ?? webhook.events).includes(event)),
	};
}

function webhookDifference(before: Webhook, after: Webhook): WebhookDifference[] {
	const from = webhookConfig(before);
	const to = webhookConfig(after);
	const fields: WebhookDifference[] = (["webhook_enabled", "webhook_url", "webhook_events"] as const)
		.filter((field) => canonicalJson(from[field]) !== canonicalJson(to[field]))
		.map((field) => ({ field, from: from[field], to: to[field] }));
	if (before.url !== after.url && from.webhook_url === to.webhook_url)
		fields.push({ field: "webhook_url", from: from.webhook_url, to: `${to.webhook_url} (another secret)` });
	if (before.secret === after.secret) return fields;
	const told = (secret: string) => (secret ? "set" : "not set");
	const secret = {
		field: "webhook_secret",
		from: told(before.secret),
		to: before.secret && after.secret ? "another secret" : told(after.secret),
	};
	return [...fields, secret];
}

function warning(current: Webhook, difference: WebhookDifference[], expiresAt: number): ToolResult {
	const config = webhookConfig(current);
	const expires_at = new Date(expiresAt).toISOString();
	const lines = difference.map(
		({ field, from, to }) => `${field}: ${JSON.stringify(from)} becomes ${JSON.stringify(to)}`,
	);
	const warning =
		"Nothing was changed yet. Events of your customers will go where these settings say: show the difference to the person who decides.";
	return {
		text: [
			warning,
			webhookConfigSentence(config),
			...lines,
			`To apply it, call again with the same arguments and "confirm": true until ${expires_at}.`,
		].join("\n"),
		data: {
			applied: false,
			confirmation_required: true,
			warning,
			current: config,
			difference,
			expires_at,
		} satisfies WebhookConfiguration,
	};
}

import { z } from "@/lib/core/schema";
import type { ToolContext } from "./context";
import { settingsFailureResult } from "./settings-failure-result";
import type { Tool } from "./tool";
import { webhookConfig, webhookConfigSentence } from "./webhook-config";

const input = z.strictObject({});

export const getWebhookConfig: Tool<ToolContext, typeof input> = {
	name: "get_webhook_config",
	description: "The webhook settings. The secret is never returned, only whether there is one.",
	kind: "query",
	hints: { destructive: false, idempotent: true, openWorld: false },
	callers: ["extension-page", "mcp-client"],
	input,
	async run({ settings, previousSecret }) {
		const read = await settings.read();
		if (!read.ok) return settingsFailureResult(read.failure);
		const config = webhookConfig(read.value.webhook, await previousSecret.until());
		return { text: webhookConfigSentence(config), data: config };
	},
};

import { fail, ok } from "@/lib/core/result";
import { handle } from "@/lib/messaging/server";
import { keepAssistantSecrets, maskAssistant } from "@/lib/settings/assistant-secrets";
import type { SecretsMissing } from "@/lib/settings/secrets";
import type { Services } from "./services";

/** The messages about the assistant's settings, and about what its models used. The models are asked by the pages. */
export function setupAssistantMessages({ settings, modelUsage, egress }: Services): void {
	handle("getAssistant", async () => {
		const read = await settings.read();
		return read.ok ? ok(maskAssistant(read.value.assistant)) : read;
	});
	handle("getModelConnection", async () => {
		const read = await settings.read();
		return read.ok ? ok(read.value.assistant) : read;
	});
	handle("setAssistant", async (fields) => {
		let missing: SecretsMissing | undefined;
		const updated = await settings.update((current) => {
			// Beside a field that is not given, what is stored stays; masked, it is kept for the same server only.
			const wanted = { ...maskAssistant(current.assistant), ...fields };
			const kept = keepAssistantSecrets(wanted, current.assistant);
			missing = kept.ok ? undefined : kept.failure;
			return kept.ok ? { ...current, assistant: kept.value } : current;
		}, "assistant");
		if (missing) return fail(missing);
		return updated.ok ? ok(null) : updated;
	});
	handle("noteModelUsage", (used) => modelUsage.add(used));
	handle("getModelUsage", async () => ({ today: await modelUsage.today(), days: await modelUsage.days() }));
	handle("recordRequest", ({ entry, seq }) => egress.recordEntry(entry, seq));
}

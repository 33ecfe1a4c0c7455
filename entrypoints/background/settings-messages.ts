import { ok } from "@/lib/core/result";
import { handle } from "@/lib/messaging/server";
import { exportSettings, planImport } from "@/lib/settings/export-file";
import { importSettings } from "@/lib/settings/import-settings";
import { settingsOverview } from "@/lib/settings/overview";
import { answerJsonRpc } from "@/lib/tools/json-rpc";
import { callTool, listTools } from "@/lib/tools/registry";
import type { Services } from "./services";

/** The messages that read and change settings: tools, and what only a person at the options page may do. */
export function setupSettingsMessages({ settings, tools }: Services): void {
	handle("callTool", (call) => callTool(tools, "extension-page", call));
	handle("listTools", () => listTools("extension-page"));
	handle("answerRpc", ({ message }) => answerJsonRpc(tools, "extension-page", message));

	handle("getSettingsOverview", () => settingsOverview(settings));
	handle("undoChange", async ({ id }) => {
		const undone = await settings.undo(id);
		return undone.ok ? ok(null) : undone;
	});
	handle("restoreSettings", () => settings.restore());
	handle("exportSettings", async ({ secrets }) => {
		const read = await settings.read();
		return read.ok ? ok(exportSettings(read.value, secrets, tools.now())) : read;
	});
	handle("planImport", async ({ file }) => {
		const read = await settings.read();
		const planned = read.ok
			? await planImport(file, read.value, await settings.policy(), tools.mapping)
			: read;
		if (!planned.ok) return planned;
		const { settings: _, ...shown } = planned.value;
		return ok(shown);
	});
	handle("applyImport", ({ file, fingerprint }) =>
		importSettings(settings, tools.mapping, file, fingerprint),
	);
	handle("revealWebhookSecret", async () => {
		const read = await settings.read();
		return read.ok ? ok(read.value.webhook.secret) : read;
	});
}

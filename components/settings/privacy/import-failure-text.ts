import { i18n } from "#i18n";
import { faultText } from "@/components/customer/failure-text";
import { messageKey } from "@/components/format/message-key";
import { jsonProblemText } from "@/components/json-editor/json-problem-text";
import type { ImportFailure } from "@/lib/settings/export-file";
import type { SettingsFailure } from "@/lib/settings/failure";
import { settingsFailureText } from "../settings-failure-text";
import type { SourceFailure } from "./import-source";

export type ImportProblem = SourceFailure | ImportFailure | SettingsFailure | { reason: "stored-data" };

/** Why nothing was imported, in the user's language. */
export function importFailureText(failure: ImportProblem): string {
	switch (failure.reason) {
		case "invalid-json":
		case "text-too-long":
			return jsonProblemText(failure);
		case "newer-version":
			return i18n.t("settings.privacy.import.failures.newer_version", [String(failure.version)]);
		case "unreadable":
			return i18n.t("settings.privacy.import.failures.unreadable", [failure.detail]);
		case "broken-mappings":
			return failure.mappings
				.map(({ type, fault }) => `${i18n.t(`settings.endpoints.types.${type}.title`)}: ${faultText(fault)}`)
				.join("\n");
		case "file-too-large":
		case "file-unreadable":
		case "file-changed":
		case "not-an-export":
		case "stored-data":
			return i18n.t(`settings.privacy.import.failures.${messageKey(failure.reason)}`);
		default:
			return settingsFailureText(failure);
	}
}

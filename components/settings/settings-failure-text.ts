import { i18n } from "#i18n";
import type { SettingsFailure } from "@/lib/settings/failure";
import { itemTitle } from "./changes/item-name";

/** Why settings could not be read or changed, in the user's language. */
export function settingsFailureText(failure: SettingsFailure): string {
	switch (failure.reason) {
		case "settings-damaged":
			return i18n.t("settings.failures.damaged", [failure.detail]);
		case "settings-newer":
			return i18n.t("settings.failures.newer", [String(failure.version)]);
		case "settings-locked":
			return i18n.t("settings.failures.locked", [failure.paths.map(itemTitle).join(", ")]);
		case "storage-failed":
			return i18n.t("settings.failures.storage", [failure.detail]);
		case "settings-changed":
			return i18n.t("settings.failures.changed");
	}
}

import type { MigrationFailure } from "./migrations/migrate";

/** Why settings could not be read. What is stored stays exactly as it is. */
export type SettingsReadFailure = MigrationFailure;

/** Why settings were not changed. */
export type SettingsFailure =
	| SettingsReadFailure
	/** These items are set by the organisation's policy. */
	| { reason: "settings-locked"; paths: string[] }
	/** The browser did not store them; `detail` is its reason. */
	| { reason: "storage-failed"; detail: string }
	/** Somebody changed the settings since they were looked at. */
	| { reason: "settings-changed" };

/** The failure in a sentence for tool answers; pages tell it in the user's language. */
export function settingsFailureSentence(failure: SettingsFailure): string {
	switch (failure.reason) {
		case "settings-damaged":
			return `The stored settings cannot be read and were left as they are (${failure.detail}). Open Chatside's settings to restore the last good copy.`;
		case "settings-newer":
			return `The stored settings are of version ${failure.version}, from a newer Chatside, and were left as they are. Update Chatside.`;
		case "settings-locked":
			return `Nothing was changed: ${failure.paths.join(", ")} ${failure.paths.length === 1 ? "is" : "are"} set by your organisation.`;
		case "storage-failed":
			return `Nothing was changed: the browser could not store the settings (${failure.detail}).`;
		case "settings-changed":
			return "Nothing was changed: the settings have been changed in between. Look at the difference again.";
	}
}

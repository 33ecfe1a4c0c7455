/** The names things are stored under in `storage.local`. */
export const settingsKeys = {
	settings: "settings",
	history: "settings_history",
	/** The settings as they were last written without a fault. */
	lastGood: "settings_last_good",
	/** What could not be read, put aside when the user had the last good copy restored. */
	damaged: "settings_damaged",
} as const;

import type { ValueStorage } from "@/lib/settings/store";
import { browser } from "./browser";

/** One key of `storage.local`, where settings and secrets live. */
function localValue(key: string): ValueStorage {
	return {
		async get() {
			return (await browser.storage.local.get(key))[key];
		},
		set: (value) => browser.storage.local.set({ [key]: value }),
	};
}

const settingsKey = "settings";

/** Where the settings are kept. */
export const settingsValue = localValue(settingsKey);

/** Calls `listener` whenever the settings were changed by anyone; until `signal` aborts, where one is given. */
export function onSettingsChanged(listener: () => void, signal?: AbortSignal): void {
	const onChanged = (changes: Record<string, unknown>) => {
		if (settingsKey in changes) listener();
	};
	browser.storage.local.onChanged.addListener(onChanged);
	signal?.addEventListener("abort", () => browser.storage.local.onChanged.removeListener(onChanged), {
		once: true,
	});
}

/** Closes the storage that holds secrets to content scripts; the session area is closed from the start. */
export async function closeStorageToContentScripts(): Promise<void> {
	await chrome.storage.local.setAccessLevel({ accessLevel: "TRUSTED_CONTEXTS" });
}

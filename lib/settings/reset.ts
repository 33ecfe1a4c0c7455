import type { Result } from "@/lib/core/result";
import type { SettingsFailure } from "./failure";
import { composeSettings, type SettingsChange, type SettingsItems, settingsItems } from "./items";
import { defaultSettings, settingsSchema, settingsVersion } from "./schema";
import type { SettingsStore } from "./store";

/** The settings as after the installation, by item: the defaults, with the organisation's policy laid over them. */
export const initialItems = (policy: SettingsItems): SettingsItems => ({
	...settingsItems(defaultSettings),
	...policy,
});

/** Sets everything back to what it was after the installation. One entry of the history, which can be undone. */
export async function resetSettings(
	settings: SettingsStore,
): Promise<Result<SettingsChange[], SettingsFailure>> {
	const { items } = await settings.policy();
	const initial = settingsSchema.parse(composeSettings(settingsVersion, initialItems(items)));
	return settings.update(() => initial, "reset");
}

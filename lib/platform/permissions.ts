import { browser } from "./browser";

/** Whether Chatside may call the hosts of a match pattern. */
export const hasPermission = (pattern: string): Promise<boolean> =>
	browser.permissions.contains({ origins: [pattern] });

/**
 * Asks the user for a host. Must be called inside the click, before anything is awaited. False when the user
 * refuses.
 */
export const requestPermission = (pattern: string): Promise<boolean> =>
	browser.permissions.request({ origins: [pattern] });

export function onPermissionsChanged(listener: () => void): void {
	browser.permissions.onAdded.addListener(listener);
	browser.permissions.onRemoved.addListener(listener);
}

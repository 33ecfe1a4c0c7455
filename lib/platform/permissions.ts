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

/** What the bridge needs of the browser: to talk to a program, and to say that a call waits. */
const bridgePermissions = ["nativeMessaging", "notifications"] as const;

/** Whether Chatside may talk to the bridge. */
export const hasBridgePermission = (): Promise<boolean> =>
	browser.permissions.contains({ permissions: ["nativeMessaging"] });

/** Asks the user for that. Must be called inside the click, before anything is awaited. False when they refuse. */
export const requestBridgePermission = (): Promise<boolean> =>
	chrome.permissions.request({ permissions: [...bridgePermissions] });

/** Calls `listener` when hosts are granted or taken back; until `signal` aborts, where one is given. */
export function onPermissionsChanged(listener: () => void, signal?: AbortSignal): void {
	const { onAdded, onRemoved } = browser.permissions;
	onAdded.addListener(listener);
	onRemoved.addListener(listener);
	const stop = () => {
		onAdded.removeListener(listener);
		onRemoved.removeListener(listener);
	};
	signal?.addEventListener("abort", stop, { once: true });
}

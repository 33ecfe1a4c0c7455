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

/**
 * `hasPermission` that asks the browser once for what is granted, so that the way from a chat to its card does not wait for
 * that every time. To be made before anybody else listens for changes: whoever asks then learns the truth.
 */
export function createPermissionMemory(): typeof hasPermission {
	const granted = new Set<string>();
	let changes = 0;
	onPermissionsChanged(() => {
		granted.clear();
		changes++;
	});
	return async (pattern) => {
		if (granted.has(pattern)) return true;
		const changesBefore = changes;
		const isGranted = await hasPermission(pattern);
		if (isGranted && changes === changesBefore) granted.add(pattern);
		return isGranted;
	};
}

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

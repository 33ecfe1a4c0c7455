import type { BrowserContext } from "@playwright/test";
import { extensionHelperUrl, withHelperPage } from "./helper-page";

/**
 * Makes the extension's own next `chrome.permissions.request` for `pattern` succeed without the native prompt, which
 * nobody answers in a headless browser: the pattern is entered among those the user allowed earlier, on the page
 * where users manage extensions. The extension has no access until it asks.
 *
 * `pattern` is a host pattern such as `http://127.0.0.1:8787/*` (this port alone) or `http://127.0.0.1/*` (every
 * port); its path must be `/*`. Throws on any other.
 */
export async function approveHost(
	context: BrowserContext,
	extensionId: string,
	pattern: string,
): Promise<void> {
	await inExtensionsPage(context, extensionId, "addHostPermission", pattern);
}

/** Gives the extension access to `pattern`, as if it had asked and the user had said yes. */
export async function grantHost(
	context: BrowserContext,
	extensionId: string,
	pattern: string,
): Promise<void> {
	await approveHost(context, extensionId, pattern);
	const granted = await withHelperPage(context, extensionHelperUrl(extensionId), (helper) =>
		helper.evaluate((origin) => chrome.permissions.request({ origins: [origin] }), pattern),
	);
	if (!granted)
		throw new Error(`Chromium refused ${pattern}; is it in the manifest's optional_host_permissions?`);
}

/** Takes access to `pattern` away and forgets that it was ever allowed: the next request prompts again. */
export async function revokeHost(
	context: BrowserContext,
	extensionId: string,
	pattern: string,
): Promise<void> {
	await withHelperPage(context, extensionHelperUrl(extensionId), (helper) =>
		helper.evaluate((origin) => chrome.permissions.remove({ origins: [origin] }), pattern),
	);
	await inExtensionsPage(context, extensionId, "removeHostPermission", pattern);
}

/** Whether the extension has access to `pattern` now. */
export async function hasHost(
	context: BrowserContext,
	extensionId: string,
	pattern: string,
): Promise<boolean> {
	return withHelperPage(context, extensionHelperUrl(extensionId), (helper) =>
		helper.evaluate((origin) => chrome.permissions.contains({ origins: [origin] }), pattern),
	);
}

type HostCommand = "addHostPermission" | "removeHostPermission";

async function inExtensionsPage(
	context: BrowserContext,
	extensionId: string,
	command: HostCommand,
	pattern: string,
): Promise<void> {
	await withHelperPage(context, "chrome://extensions/", (page) =>
		page.evaluate(
			async ([name, id, host]) => {
				// The API behind chrome://extensions, which is typed for extensions' own use nowhere.
				const developerPrivate: Record<string, (id: string, host: string) => Promise<void>> = Reflect.get(
					chrome,
					"developerPrivate",
				);
				await developerPrivate[name]?.(id, host);
			},
			[command, extensionId, pattern] as const,
		),
	);
}

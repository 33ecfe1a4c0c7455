import type { Browser } from "wxt/browser";

/**
 * What a manifest needs to pass the check other stores make (addons-linter) and Chrome has no use for: an id, and the
 * background named again for browsers without service workers. Chrome ignores both, the second since version 121.
 */
export function completeForOtherStores(manifest: Browser.runtime.Manifest): void {
	const worker =
		manifest.background && "service_worker" in manifest.background && manifest.background.service_worker;
	if (!worker) throw new Error("The manifest names no service worker.");
	Object.assign(manifest.background ?? {}, { scripts: [worker] });
	Object.assign(manifest, { browser_specific_settings: { gecko: { id: "chatside@chatside.example" } } });
}

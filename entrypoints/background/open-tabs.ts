import { onInstalled, runContentScriptsInOpenTabs } from "@/lib/platform/content-scripts";

/** Chrome runs content scripts in pages opened from now on; whoever installs Chatside has WhatsApp open already. */
export function setupOpenTabs(): void {
	onInstalled(() => void runContentScriptsInOpenTabs());
}

import { enablePanelOnlyOnWhatsapp } from "@/lib/platform/side-panel";

/** The panel belongs to WhatsApp tabs alone; each has a panel of its own. */
export function setupSidePanel(): void {
	enablePanelOnlyOnWhatsapp();
}

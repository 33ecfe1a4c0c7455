import { systemClock } from "@/lib/core/clock";
import { createCustomerLookup } from "@/lib/crm/lookup";
import { cards } from "@/lib/platform/database";
import { fetchHttp } from "@/lib/platform/http";
import { hasPermission } from "@/lib/platform/permissions";
import { closeStorageToContentScripts, settingsValue } from "@/lib/platform/storage";
import { createSettingsStore } from "@/lib/settings/store";

/** The parts of the background, made from the browser's. */
export function createServices() {
	void closeStorageToContentScripts();
	const settings = createSettingsStore(settingsValue);
	const ports = { http: fetchHttp, hasPermission, now: systemClock };
	return {
		settings,
		lookUpCustomer: createCustomerLookup({ ...ports, cards }),
		tools: { settings, ...ports },
	};
}

export type Services = ReturnType<typeof createServices>;

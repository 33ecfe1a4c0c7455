import { systemClock } from "@/lib/core/clock";
import { createHealthRecord } from "@/lib/crm/health-record";
import { createCustomerLookup } from "@/lib/crm/lookup";
import { cards } from "@/lib/platform/database";
import { fetchHttp } from "@/lib/platform/http";
import { hasPermission } from "@/lib/platform/permissions";
import {
	closeStorageToContentScripts,
	confirmationsValue,
	crmHealthValue,
	localStorageArea,
	managedSettings,
	onSettingsChanged,
} from "@/lib/platform/storage";
import { createSettingsStore } from "@/lib/settings/store";
import { createConfirmations } from "@/lib/tools/confirmations";
import type { ToolContext } from "@/lib/tools/context";

/** The parts of the background, made from the browser's. */
export function createServices() {
	void closeStorageToContentScripts();
	const now = systemClock;
	const settings = createSettingsStore({
		storage: localStorageArea,
		managed: managedSettings,
		now,
		onChanged: onSettingsChanged,
	});
	const health = createHealthRecord(crmHealthValue, now);
	const ports = { http: fetchHttp, hasPermission, now };
	const tools: ToolContext = {
		...ports,
		settings,
		crmHealth: health,
		confirmations: createConfirmations(confirmationsValue, now),
		randomId: () => crypto.randomUUID(),
	};
	return { settings, tools, lookUpCustomer: createCustomerLookup({ ...ports, health, cards }) };
}

export type Services = ReturnType<typeof createServices>;

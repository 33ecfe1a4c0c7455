import { createUsageRecord } from "@/lib/assistant/usage-record";
import { systemClock } from "@/lib/core/clock";
import { createContextCache } from "@/lib/crm/customer-context";
import { createDriftRecord } from "@/lib/crm/drift-record";
import { createHealthRecord } from "@/lib/crm/health-record";
import { createCustomerLookup } from "@/lib/crm/lookup";
import { createEndpointSearch } from "@/lib/crm/search-endpoint";
import { createBridgeLog } from "@/lib/platform/bridge-log";
import { cards } from "@/lib/platform/database";
import { createEgressLog } from "@/lib/platform/egress-log";
import { createFunctionLog } from "@/lib/platform/function-log";
import { createHttp } from "@/lib/platform/http";
import { createOffscreenEngine } from "@/lib/platform/mapping/offscreen-engine";
import { createPermissionMemory } from "@/lib/platform/permissions";
import {
	closeStorageToContentScripts,
	confirmationsValue,
	contextsValue,
	crmHealthValue,
	crmShapesValue,
	installedAtValue,
	localStorageArea,
	managedSettings,
	modelUsageValue,
	onSettingsChanged,
	previousSecretValue,
} from "@/lib/platform/storage";
import { createSettingsStore } from "@/lib/settings/store";
import { createConfirmations } from "@/lib/tools/confirmations";
import type { ToolContext } from "@/lib/tools/context";
import { createPreviousSecret } from "@/lib/webhooks/previous-secret";
import { createConversationKeeping } from "./conversation-keeping";
import { createDetection } from "./detection";
import { createOutboxService } from "./outbox";
import { createPhoneMatch } from "./phone-match";

/** The panel has shown an answer by then. */
const learnAfterMs = 1_000;

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
	const egress = createEgressLog(now);
	const http = createHttp(egress.record, now);
	const drift = createDriftRecord(crmShapesValue, now, (task) => setTimeout(task, learnAfterMs));
	const mapping = createOffscreenEngine();
	const ports = { http, mapping, hasPermission: createPermissionMemory(), now };
	const previousSecret = createPreviousSecret(previousSecretValue, now);
	const outbox = createOutboxService({ settings, previousSecret, http, now });
	const detection = createDetection({ settings, outbox, installedAt: installedAtValue, now });
	const keeping = createConversationKeeping({ settings, now });
	const tools: ToolContext = {
		...ports,
		settings,
		previousSecret,
		crmHealth: health,
		crmDrift: drift,
		confirmations: createConfirmations(confirmationsValue, now),
		randomId: () => crypto.randomUUID(),
	};
	const search = createEndpointSearch({ ...ports, health, answered: drift.note });
	return {
		settings,
		now,
		search,
		matchPhone: createPhoneMatch({ settings, search, now }),
		tools,
		egress,
		functionLog: createFunctionLog(now),
		bridgeLog: createBridgeLog(now),
		modelUsage: createUsageRecord(modelUsageValue, () => new Date(now())),
		outbox,
		detection,
		keeping,
		contexts: createContextCache(contextsValue),
		lookUpCustomer: createCustomerLookup({ ...ports, health, cards, answered: drift.note }),
	};
}

export type Services = ReturnType<typeof createServices>;

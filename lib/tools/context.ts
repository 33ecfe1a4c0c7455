import type { Clock } from "@/lib/core/clock";
import type { Http } from "@/lib/core/http";
import type { DriftRecord } from "@/lib/crm/drift-record";
import type { HealthRecord } from "@/lib/crm/health-record";
import type { MappingEngine } from "@/lib/mapping/engine";
import type { SettingsStore } from "@/lib/settings/store";
import type { PreviousSecret } from "@/lib/webhooks/previous-secret";
import type { Confirmations } from "./confirmations";

/** What tools may use. */
export type ToolContext = {
	settings: SettingsStore;
	confirmations: Confirmations;
	previousSecret: PreviousSecret;
	crmHealth: HealthRecord;
	crmDrift: DriftRecord;
	http: Http;
	mapping: MappingEngine;
	hasPermission(pattern: string): Promise<boolean>;
	now: Clock;
	/** A random value of 128 bits or more. */
	randomId(): string;
};

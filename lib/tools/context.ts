import type { Clock } from "@/lib/core/clock";
import type { Http } from "@/lib/core/http";
import type { SettingsStore } from "@/lib/settings/store";

/** What tools may use. */
export type ToolContext = {
	settings: SettingsStore;
	http: Http;
	hasPermission(pattern: string): Promise<boolean>;
	now: Clock;
};

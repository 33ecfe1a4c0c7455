import type { Endpoint } from "@/lib/crm/endpoint";
import type { CustomFunction } from "@/lib/functions/definition";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import type { WebhookConfig } from "@/lib/tools/webhook-config";

/** What the overview is made of. */
export type OverviewState = {
	endpoints: readonly Endpoint[];
	health: readonly EndpointHealthStatus[];
	webhook: WebhookConfig;
	functions: readonly CustomFunction[];
};

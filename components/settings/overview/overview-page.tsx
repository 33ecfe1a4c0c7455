import { useFunctions } from "@/components/hooks/use-functions";
import { useHealthRefresh } from "@/components/hooks/use-health-refresh";
import { useEndpoints, useToolQuery } from "@/components/hooks/use-tool";
import { useWebhookConfig } from "@/components/hooks/use-webhook";
import type { EndpointHealthStatus } from "@/lib/tools/get-crm-health-status";
import { Attention } from "./attention";
import { Connected } from "./connected";
import { FirstSteps } from "./first-steps";

/** What needs attention, what is connected, and what to do first. */
export default function OverviewPage() {
	const endpoints = useEndpoints().data;
	const health = useToolQuery<{ endpoints: EndpointHealthStatus[] }>("get_crm_health_status").data;
	const webhook = useWebhookConfig().data;
	const functions = useFunctions().data;
	useHealthRefresh();
	if (!endpoints || !health || !webhook || !functions) return null;
	// Settings that cannot be read are told of above the page.
	if (!endpoints.data || !health.data || !webhook.data || !functions.data) return null;
	const state = {
		endpoints: endpoints.data.crm_endpoints,
		health: health.data.endpoints,
		webhook: webhook.data,
		functions: functions.data.custom_functions,
	};
	return (
		<div className="space-y-5">
			<Attention {...state} />
			<FirstSteps {...state} />
			<Connected {...state} />
		</div>
	);
}
